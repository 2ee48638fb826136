import * as v from 'valibot';
import { hasEnded, type JobHead } from '../domain/jobs/head';
import { release } from '../domain/jobs/site';
import type { BatchRecord } from '../domain/jobs/account';
import { log } from '../platform/log';
import { ConflictError, type RecordChange, type Versioned, commit } from '../platform/records';
import { MAX_DELAY_SECONDS, pushStep } from '../platform/queue';
import { headChange, keys, readHead, readSite, siteChange } from './ledger';
import type { Shop } from './shop';
import { conclude, keepsTurn } from './conclude';
import { maySend } from './intent';
import { type Sending, sendIntent, takeInSending } from './send';
import { lookAround, setUp } from './step';

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

/** Runs the step that an event asks for, unless it was done already. */
export async function driveEvent(event: StepEvent, openFor: (head: JobHead) => Shop): Promise<void> {
  const found = await readHead(event.jobId);
  // The ticket of the head counts up with each committed step: an event for an earlier one is a late or second delivery.
  if (found && event.ticket !== undefined && event.ticket < found.value.ticket) return;
  await drive(event.jobId, event.link, openFor);
}

/**
 * Runs one step of a job that has its turn. What is to be sent is committed before it is sent, and what was sent
 * afterwards: whoever finds the job in between knows which batches may be on their way.
 */
export async function drive(jobId: string, link: number, openFor: (head: JobHead) => Shop): Promise<void> {
  const [found, site] = [await readHead(jobId), await readSite()];
  if (found === undefined || site.value.turn !== jobId || hasEnded(found.value)) return;
  const shop = openFor(found.value);
  const bench = setUp(found.value, shop);
  const records = new Map<number, BatchRecord>();
  const head = await lookAround(bench, records);
  if (!maySend(head, shop)) {
    await finish({ value: head, revision: found.revision }, shop, link, records);
    return;
  }
  if (!(await save([headChange(head, found.revision)], head, records))) return;
  const sending = await sendIntent({ ...bench, head });
  if (sending !== null) await finishSending(jobId, sending, shop, link);
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
  const changes = [headChange(head, stepped.revision)];
  const releases = !keepsTurn(head, shop.clock.now());
  if (releases) {
    const site = await readSite();
    const taskTimes = head.taskTimes.length > 0 ? head.taskTimes : site.value.taskTimes;
    const after = { ...release(site.value, head.id), taskTimes };
    changes.push(siteChange(after, site.revision));
    if (after.turn !== null) await pushStep({ jobId: after.turn, link: link + 1 } satisfies StepEvent, 0);
  }
  const saved = await save(changes, head, records);
  // The end of a job may lose against the start of another one; nothing was pushed for it yet.
  if (!saved && releases) await pushStep({ jobId: head.id, link: link + 1 } satisfies StepEvent, 0);
  return saved;
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
