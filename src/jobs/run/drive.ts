import * as v from 'valibot';
import { hasEnded, type JobHead } from '../../domain/jobs/head';
import { release } from '../../domain/jobs/site';
import type { BatchRecord } from '../../domain/jobs/account';
import { log } from '../../platform/log';
import { ConflictError, type RecordChange, type Versioned, commit } from '../../platform/records';
import { MAX_DELAY_SECONDS, pushStep } from '../../platform/queue';
import { headChange, keys, readHead, readSite, siteChange } from '../store/ledger';
import type { Shop } from './services';
import { conclude, keepsTurn } from './conclude';
import { UnreadableHead } from '../store/damaged';
import { maySend } from './intent';
import { type Sending, sendIntent, takeInSending } from './send';
import { lookAround, setUp } from './step';
import { troubleOf } from './failure';
import { troubled } from './retry-policy';

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
 * in (Forge, async events API limits). Well before that the driver stops pushing; the five-minute trigger starts a fresh
 * chain, as a rule long before the driver has to stop.
 */
export const LAST_LINK = 700;

/** What was sent is taken in against administrators who change the job at the same time. */
const TRIES = 8;

/**
 * Runs the step that an event asks for, unless it was done already. One for a job whose head this version of the app
 * cannot read is dropped: the five-minute trigger drives the job once a version can read it.
 */
export async function driveEvent(event: StepEvent, openFor: (head: JobHead) => Shop): Promise<void> {
  try {
    await driveReadable(event, openFor);
  } catch (error) {
    if (!(error instanceof UnreadableHead)) throw error;
    log('job-unreadable', { jobId: event.jobId });
  }
}

async function driveReadable(event: StepEvent, openFor: (head: JobHead) => Shop): Promise<void> {
  const found = await readHead(event.jobId);
  // The ticket of the head counts up with each committed step: an event for an earlier one is a late or second delivery.
  if (found && event.ticket !== undefined && event.ticket < found.value.ticket) return;
  await drive(event.jobId, event.link, openFor);
}

/**
 * Runs one step of a job that has its turn, if it has. What is to be sent is committed before it is sent, and what was sent
 * afterwards: whoever finds the job in between knows which batches may be on their way.
 */
export async function drive(jobId: string, link: number, openFor: (head: JobHead) => Shop): Promise<void> {
  const [found, site] = [await readHead(jobId), await readSite()];
  if (found === undefined || site.value.turn !== jobId || hasEnded(found.value)) return;
  const shop = openFor(found.value);
  try {
    await step(found, shop, link);
  } catch (error) {
    // Where not even that can be told, the event is delivered again, and the five-minute trigger looks.
    if (!(await told(error, jobId, shop, link).catch(() => false))) throw error;
  }
}

async function step(found: Versioned<JobHead>, shop: Shop, link: number): Promise<void> {
  const bench = setUp(found.value, shop);
  const records = new Map<number, BatchRecord>();
  const head = await lookAround(bench, records);
  if (!maySend(head, shop)) {
    await finish({ value: head, revision: found.revision }, shop, link, records);
    return;
  }
  if (!(await save([headChange(head, found.revision)], head, records))) return;
  const sending = await sendIntent({ ...bench, head });
  if (sending !== null) await finishSending(head.id, sending, shop, link);
}

/** Takes what was sent into the job as it is by now: an administrator may have cancelled it meanwhile. */
async function finishSending(jobId: string, sending: Sending, shop: Shop, link: number): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const now = await readHead(jobId);
    if (now === undefined) return;
    const records = new Map<number, BatchRecord>();
    const head = takeInSending(now.value, sending, records, shop);
    if (await finish({ value: head, revision: now.revision }, shop, link, records)) return;
  }
}

/**
 * Writes into the stored job what broke a step off, which it has not told of itself. Here the queue is asked last: an
 * event that is delivered again and again, as the store takes no word of it, must not push another one each time.
 */
async function told(error: unknown, jobId: string, shop: Shop, link: number): Promise<boolean> {
  const now = await readHead(jobId);
  if (now === undefined || hasEnded(now.value)) return false;
  const met = now.value.state === 'needs-attention' ? now.value : troubled(now.value, troubleOf(error), shop);
  const head = { ...conclude(met, shop), link: link + 1 };
  const released = await releaseOf(head, shop);
  if (!(await save([headChange(head, now.revision), ...released.changes], head, new Map()))) return false;
  await push(head, shop);
  await wake(released.next, link);
  return true;
}

/**
 * Ends a step: decides when the next is due, asks the queue for it, and commits. In this order, so that a crash in
 * between leaves an event too many, which finds its step done, rather than one too few. False when somebody else was
 * faster.
 */
async function finish(
  stepped: Versioned<JobHead>,
  shop: Shop,
  link: number,
  records: ReadonlyMap<number, BatchRecord>,
): Promise<boolean> {
  const head = { ...conclude(stepped.value, shop), link: link + 1 };
  await push(head, shop);
  const released = await releaseOf(head, shop);
  await wake(released.next, link);
  const saved = await save([headChange(head, stepped.revision), ...released.changes], head, records);
  // The end of a job may lose against the start of another one; nothing was pushed for it yet.
  if (!saved && released.changes.length > 0) await wake(head.id, link);
  return saved;
}

/** What changes of the site's jobs when this one no longer keeps the turn, and which one has it next. */
async function releaseOf(head: JobHead, { clock }: Shop): Promise<{ changes: RecordChange[]; next: string | null }> {
  if (keepsTurn(head, clock.now())) return { changes: [], next: null };
  const site = await readSite();
  const taskTimes = head.taskTimes.length > 0 ? head.taskTimes : site.value.taskTimes;
  const after = { ...release(site.value, head.id), taskTimes };
  return { changes: [siteChange(after, site.revision)], next: after.turn };
}

async function wake(jobId: string | null, link: number): Promise<void> {
  if (jobId !== null) await pushStep({ jobId, link: link + 1 } satisfies StepEvent, 0);
}

async function push({ id, dueAt, link, ticket }: JobHead, { clock }: Shop): Promise<void> {
  if (dueAt === null || link > LAST_LINK) return;
  const delay = Math.min(MAX_DELAY_SECONDS * 1000, dueAt - clock.now());
  await pushStep({ jobId: id, ticket, link } satisfies StepEvent, delay);
}

async function save(
  changes: readonly RecordChange[],
  head: JobHead,
  records: ReadonlyMap<number, BatchRecord>,
): Promise<boolean> {
  const { id: jobId, state, ticket } = head;
  try {
    await commit(changes, new Map([...records].map(([batch, record]) => [keys.batch(jobId, batch), record])));
    log('step', { jobId, state, ticket, settled: records.size, inFlight: head.inFlight.length });
    return true;
  } catch (error) {
    // Another driver made this step, or the administrator changed the job: the stored state has moved on without it.
    if (!(error instanceof ConflictError)) throw error;
    log('step-superseded', { jobId, ticket });
    return false;
  }
}
