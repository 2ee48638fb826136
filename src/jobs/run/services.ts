import type { Failure } from '../../domain/jobs/judge';
import type { Settings } from '../../contract/settings';
import type { Clock } from '../../platform/clock';
import type { SiteApi } from '../kinds/site-api';

export interface TaskStatus {
  status: string;
  failures: Failure[];
  /** From its creation to its last change, in milliseconds; null where its dates cannot be read. */
  tookMs: number | null;
}

/** What a step works with. Built anew for each invocation: it acts for one person or app, on one site. */
export interface Shop {
  site: SiteApi;
  /** The task, or null when the site does not know it (any more). */
  taskStatus(taskId: string): Promise<TaskStatus | null>;
  settings: Settings;
  clock: Clock;
  random: () => number;
  /** Milliseconds that the invocation has left. */
  timeLeft(): number;
  /** No batch is sent with fewer milliseconds left than this. */
  timeToSend: number;
}
