import * as v from 'valibot';
import { hasEnded, type JobHead } from '../domain/jobs/head';
import { release } from '../domain/jobs/site';
import type { BatchRecord } from '../domain/jobs/account';
import { log } from '../platform/log';
import { ConflictError, commit } from '../platform/records';
import { MAX_DELAY_SECONDS, pushStep } from '../platform/queue';
import { headChange, keys, readHead, readSite, siteChange } from './ledger';
import type { Shop } from './shop';
import { step } from './step';

/** What asks for a step. */
export const stepEventSchema = v.object({
  jobId: v.string(),
  /** The step that is asked for; without one, whichever is next. */
  ticket: v.optional(v.number()),
  /** How many events this one descends from. */
  link: v.number(),
});

export type StepEvent = v.InferOutput<typeof stepEventSchema>;

/**
 * A chain of events that push each other is cut by the platform after 1,000 pushes, those of second deliveries counted
 * in (Forge, async events API limits). Well before that the driver stops pushing, and the five-minute trigger starts a
 * fresh chain.
 */
export const LAST_LINK = 700;

/** Runs the step that an event asks for, unless it was done already. */
export async function driveEvent(event: StepEvent, openFor: (head: JobHead) => Shop): Promise<void> {
  const found = await readHead(event.jobId);
  // The ticket of the head counts up with each committed step: an event for an earlier one is a late or second delivery.
  if (found && event.ticket !== undefined && event.ticket < found.value.ticket) return;
  await drive(event.jobId, event.link, openFor);
}

/**
 * Runs one step of a job that has its turn, and asks for the next before it commits: a crash in between leaves an
 * event too many, which finds its step done, rather than one too few.
 */
export async function drive(jobId: string, link: number, openFor: (head: JobHead) => Shop): Promise<void> {
  const [found, site] = [await readHead(jobId), await readSite()];
  if (found === undefined || site.value.turn !== jobId || !isMoving(found.value)) return;
  const { head, records } = await step(found.value, openFor(found.value));
  await push(head, link + 1);
  const releases = hasEnded(head) || (head.state === 'needs-attention' && head.inFlight.length === 0);
  const after = releases ? release(site.value, jobId) : site.value;
  if (releases && after.turn !== null) await pushStep({ jobId: after.turn, link: link + 1 } satisfies StepEvent, 0);
  const saved = await save(found.revision, head, records, releases ? siteChange(after, site.revision) : null);
  // The end of a job may lose against the start of another one; nothing was pushed for it yet.
  if (!saved && releases) await pushStep({ jobId, link: link + 1 } satisfies StepEvent, 0);
}

const isMoving = ({ state }: JobHead): boolean => state === 'queued' || state === 'running' || state === 'cancelling';

async function push(head: JobHead, link: number): Promise<void> {
  if (head.dueAt === null || link > LAST_LINK) return;
  const delay = Math.min(MAX_DELAY_SECONDS * 1000, head.dueAt - head.steppedAt);
  await pushStep({ jobId: head.id, ticket: head.ticket, link } satisfies StepEvent, delay);
}

async function save(
  over: number,
  head: JobHead,
  records: ReadonlyMap<number, BatchRecord>,
  site: ReturnType<typeof siteChange> | null,
): Promise<boolean> {
  const values = new Map([...records].map(([batch, record]) => [keys.batch(head.id, batch), record]));
  try {
    await commit([headChange(head, over), ...(site === null ? [] : [site])], values);
    log('step', {
      jobId: head.id,
      state: head.state,
      ticket: head.ticket,
      settled: records.size,
      inFlight: head.inFlight.length,
    });
    return true;
  } catch (error) {
    // Another driver made this step, or the administrator changed the job: the stored state has moved on without it.
    if (!(error instanceof ConflictError)) throw error;
    log('step-superseded', { jobId: head.id, ticket: head.ticket });
    return false;
  }
}
