import { createCsmClient } from '../../csm/client';
import { createJiraClient } from '../../jira/client';
import { type Caller, requestAs } from '../../platform/caller';
import { type Clock, systemClock } from '../../platform/clock';
import { type Send, createSender } from '../../platform/http/sender';
import { createSiteApi } from '../kinds/create-site-api';
import { SiteError } from '../../platform/http/site-error';
import type { Services, TaskStatus } from './services';

interface ServicesOptions extends Pick<Services, 'settings' | 'timeToSend'> {
  /** Whom the services act as. */
  caller: Caller;
  /** When the invocation has to be done, in milliseconds since 1970. */
  deadline: number;
}

/** Makes the services of one invocation. */
export function createServices(
  { caller, deadline, settings, timeToSend }: ServicesOptions,
  clock: Clock = systemClock,
): Services {
  const timeLeft = (): number => deadline - clock.now();
  const send = createSender({ transport: requestAs(caller), clock, random: Math.random, timeLeft });
  let calls = 0;
  const counted: Send = (...call) => {
    calls += 1;
    return send(...call);
  };
  const csm = createCsmClient(counted);
  return {
    site: createSiteApi(csm, createJiraClient(counted)),
    // The queue repeats a step, and waits for free. The app would pay for retries inside the step.
    taskStatus: (taskId) => taskStatus(() => csm.call('get-task-status', { path: { taskId }, retries: 0 })),
    settings,
    calls: () => calls,
    clock,
    random: Math.random,
    timeLeft,
    timeToSend,
  };
}

type TaskAnswer = {
  status: string;
  failures?: TaskStatus['failures'] | undefined;
  createdAt: string;
  updatedAt: string;
};

async function taskStatus(ask: () => Promise<TaskAnswer>): Promise<TaskStatus | null> {
  try {
    const { status, failures, createdAt, updatedAt } = await ask();
    const tookMs = Date.parse(updatedAt) - Date.parse(createdAt);
    return { status, failures: failures ?? [], tookMs: Number.isNaN(tookMs) ? null : tookMs };
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return null;
    throw error;
  }
}
