import { type DirectoryHead, type Kept, newCatchUp, newScan, wholeReading } from '../domain/directory/state';
import type { Clock } from '../platform/clock';
import { factsOf, log } from '../platform/log';
import { deleteValues, keysUnder } from '../platform/values';
import { choiceMadeAt } from './act/choice';
import { lacksOf } from './read/behind';
import { reportDirectory } from './reports';
import { wakeReading } from './scan/chain';
import { isReadingAll, isUnderWay } from './scan/control';
import { deleteOthers } from './scan/finish';
import { keys } from './store/keys';
import { changeScan, readHead, readScan } from './store/state';

/** A step this late has lost its event, or its chain was cut. */
const LATE_MS = 60_000;
/** Who is chosen for an action is kept for this long. */
const CHOICE_KEPT_MS = 24 * 60 * 60_000;
/**
 * After an import, what it has changed is read once this long has passed since the last reading, and ten times as long as
 * catching up took the last time. Where that is too much, the whole site is, once ten times as long as reading it takes has
 * passed as well.
 */
const LEAST_REST_MS = 5 * 60_000;
const REST_FACTOR = 10;

/** Every five minutes: wakes a reading whose step is overdue, and reads what the directory lacks by then. */
export async function reviveReading(clock: Clock): Promise<void> {
  const { value: scan } = await readScan();
  if (scan.state === 'running') {
    if (clock.now() - scan.dueAt < LATE_MS) return;
    log('reading-revived', { lateMs: clock.now() - scan.dueAt });
    return wakeReading();
  }
  const { kept } = (await readHead()).value;
  if (kept === null || scan.state !== 'idle') return;
  if (clock.now() - kept.endedAt < restAfter(kept)) return;
  const lacks = await lacksOf(kept);
  if (lacks === 'some') return catchUp(clock);
  const { startedAt, endedAt } = wholeReading(kept);
  const hasRested = clock.now() - endedAt >= REST_FACTOR * (endedAt - startedAt);
  if (hasRested && lacks === 'much') await readAgain(clock);
}

/** Whatever changes meanwhile, a large directory isn't written over and over to catch up with it. */
const restAfter = ({ whole, startedAt, endedAt }: Kept): number =>
  Math.max(LEAST_REST_MS, whole === null ? 0 : REST_FACTOR * (endedAt - startedAt));

/** Reads what jobs have changed since the last reading, unless one is under way. */
async function catchUp(clock: Clock): Promise<void> {
  const { keeps, kept }: DirectoryHead = (await readHead()).value;
  if (kept === null || keeps === 'nothing') return;
  await changeScan((scan) => (isUnderWay(scan) ? null : newCatchUp(scan, kept, clock.now())));
  await wakeReading();
}

/**
 * Once a day: deletes what an interruption has left behind, reports the accounts that are kept when that is due, and reads
 * the site anew as whoever read it last.
 */
export async function renewDirectory(clock: Clock, deadline: number): Promise<void> {
  await deleteChoices(clock, deadline);
  const [{ value: head }, { value: scan }] = await Promise.all([readHead(), readScan()]);
  const inUse = [
    ...(head.kept === null ? [] : [head.kept.generation]),
    ...(scan.state === 'idle' ? [] : [scan.generation]),
  ];
  await deleteOthers(inUse, () => clock.now(), deadline);
  await reportDirectory(clock, deadline).catch((error: unknown) => log('report-failed', factsOf(error)));
  if (head.kept !== null) await readAgain(clock);
}

/** Starts a reading as the last one was, unless one is there. */
async function readAgain(clock: Clock): Promise<void> {
  const { keeps, kept }: DirectoryHead = (await readHead()).value;
  if (kept === null || keeps === 'nothing') return;
  const { by, actsAs, endField } = kept;
  const start = { startedBy: by, actsAs, endField, keepsValues: keeps === 'everything' };
  await changeScan((scan) => (isReadingAll(scan) ? null : newScan(scan, kept, start, clock.now())));
  await wakeReading();
}

async function deleteChoices(clock: Clock, deadline: number): Promise<void> {
  for await (const key of keysUnder(keys.choices)) {
    if (clock.now() > deadline) return;
    const madeAt = await choiceMadeAt(key);
    if (madeAt === null || clock.now() - madeAt > CHOICE_KEPT_MS) await deleteValues([key]);
  }
}
