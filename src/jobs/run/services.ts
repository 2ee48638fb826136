import type { Settings } from '../../contract/settings';
import type { JobHead } from '../../domain/jobs/head';
import type { TaskFailure } from '../../domain/jobs/judge';
import type { Clock } from '../../platform/clock';
import type { SiteApi } from '../kinds/site-api';

export interface TaskStatus {
  status: string;
  failures: TaskFailure[];
  /** From its creation to its last change, in milliseconds; null where its dates cannot be read. */
  tookMs: number | null;
}

/** What a step works with. Each invocation has its own: they act for one person or app, on one site. */
export interface Services {
  site: SiteApi;
  /** The task, or null when the site does not know it (any more). */
  taskStatus(taskId: string): Promise<TaskStatus | null>;
  settings: Settings;
  clock: Clock;
  random: () => number;
  /** Calls of the site that it has made so far. */
  calls(): number;
  /** Milliseconds that the invocation has left. */
  timeLeft(): number;
  /** No batch is sent with fewer milliseconds left than this. */
  timeToSend: number;
}

/** Makes the services for a job: its head says for whom they act. */
export type ServicesFor = (head: JobHead) => Services;
