import { Queue } from '@forge/events';

/** The longest delay of a pushed event, in seconds. Forge, async events API limits. */
export const MAX_DELAY_SECONDS = 900;

const jobs = new Queue({ key: 'jobs' });
const syncs = new Queue({ key: 'syncs' });
const directory = new Queue({ key: 'directory' });
const rules = new Queue({ key: 'rules' });

/**
 * Asks for a step of a job after a delay (cut to whole seconds, 900 at most).
 * One event at a time runs on a site, so that two deliveries of one event cannot both find its step undone.
 */
export async function pushStep(event: Record<string, unknown>, delayMs: number): Promise<void> {
  await jobs.push({ body: event, delayInSeconds: secondsOf(delayMs), concurrency: { key: 'jobs', limit: 1 } });
}

/** Asks to look at a sync, after a delay of whole seconds. One sync of a site is worked on at a time. */
export async function pushSync(syncId: string, delaySeconds = 0): Promise<void> {
  await syncs.push({
    body: { syncId },
    delayInSeconds: Math.min(MAX_DELAY_SECONDS, delaySeconds),
    concurrency: { key: 'syncs', limit: 1 },
  });
}
/** The same for a step of the directory's reading, which goes beside the jobs. */
export async function pushReading(event: Record<string, unknown>, delayMs: number): Promise<void> {
  const concurrency = { key: 'directory', limit: 1 };
  await directory.push({ body: event, delayInSeconds: secondsOf(delayMs), concurrency });
}

/** Asks for changes to be told to the directory. One such event at a time: each writes them over those before. */
export async function pushTouched(event: Record<string, unknown>): Promise<void> {
  await directory.push({ body: event, concurrency: { key: 'directory-touched', limit: 1 } });
}

const secondsOf = (delayMs: number): number => Math.min(MAX_DELAY_SECONDS, Math.max(0, Math.ceil(delayMs / 1000)));

/** Asks to look at an entitlement rule, after a delay of whole seconds. One rule of a site is worked on at a time. */
export async function pushRule(ruleId: string, delaySeconds = 0): Promise<void> {
  await rules.push({
    body: { ruleId },
    delayInSeconds: Math.min(MAX_DELAY_SECONDS, delaySeconds),
    concurrency: { key: 'rules', limit: 1 },
  });
}
