import { isAsItWas, isWorthCatchingUp } from '../../domain/directory/catch-up';
import { fold } from '../../domain/fold';
import { type CatchUp, type Scan, readingAll } from '../../domain/directory/state';
import type { JobHead } from '../../domain/jobs/head';
import { kindOf } from '../../domain/kinds';
import { DamagedError } from '../../jobs/store/damaged';
import { readHead as readJob, readPlan } from '../../jobs/store/ledger';
import { namedRowsOf, sentBatches } from '../../jobs/view/named-rows';
import { inParallel } from '../../platform/in-parallel';
import { changedSince } from '../read/behind';
import { reachingOf } from '../read/reaching';
import { readChanges, readHead } from '../store/state';
import { PARTS_PER_STEP, partsBefore, readBefore, readChanged } from './before';
import { type Phase, goTo } from './phase';
import { stageMore } from './stage';

/** Batches of one step, and those that are read at once: a batch takes four reads of the store, of some 50 ms each. */
const BATCHES_PER_STEP = 100;
const BATCHES_AT_ONCE = 5;

/**
 * Puts aside what jobs have named since the reading that this one goes on from: first which jobs those are, and what was
 * changed beside them, then some batches of one job a step, and in the end the organizations of whom they name. Where that
 * can't be told, or is too much, all is read.
 */
export const touched: Phase = async (scan) => {
  const { catchUp } = scan;
  if (catchUp === null) return readingAll(scan);
  if (scan.at === 0) return begin(scan, catchUp);
  const jobId = catchUp.jobs[scan.at - 1];
  if (jobId === undefined) return organizationsOf(scan, catchUp);
  const head = (await readJob(jobId))?.value;
  if (head === undefined || kindOf(head.kind).reach === 'anybody') return readingAll(scan);
  try {
    return await batchesOf(scan, catchUp, head);
  } catch (error) {
    if (error instanceof DamagedError) return readingAll(scan);
    throw error;
  }
};

async function begin(scan: Scan, catchUp: CatchUp): Promise<Scan> {
  const jobs = await changedSince(catchUp);
  if (jobs === 'unknown') return readingAll(scan);
  const changes = (await readChanges(catchUp.generation)).value;
  const staged = await stageMore(scan, 'touched', [
    ...new Set(changes.flatMap(({ id, name }) => [fold(id), fold(name)])),
  ]);
  const reaching = await reachingOf(changes, catchUp.generation);
  const both = await stageMore(
    staged,
    'reaching',
    reaching.map(({ id }) => fold(id)),
  );
  return { ...both, at: 1, within: 0, catchUp: { ...catchUp, jobs: jobs.map(({ id }) => id) } };
}

/** Puts aside the organizations of the customers that are named: whoever was deleted counts among theirs no more. Some parts a step. */
async function organizationsOf(scan: Scan, catchUp: CatchUp): Promise<Scan> {
  const parts = await partsBefore(catchUp, 'customer');
  const to = Math.min(parts, scan.within + PARTS_PER_STEP);
  const changed = await readChanged(scan);
  const ids = new Set<string>();
  await readBefore(catchUp, 'customer', scan.within, to, (record) => {
    if (!isAsItWas('customer', record, changed)) for (const { id } of record.organizations) ids.add(fold(id));
  });
  const staged = await stageMore(scan, 'touched', [...ids]);
  return to < parts ? { ...staged, within: to } : goTo(staged, 'organizations');
}

async function batchesOf(scan: Scan, catchUp: CatchUp, head: JobHead): Promise<Scan> {
  const of = sentBatches(head);
  const to = Math.min(of, scan.within + BATCHES_PER_STEP);
  const rows = catchUp.rows + Math.min(head.rows.accepted, to * head.batchSize) - scan.within * head.batchSize;
  const { kept } = (await readHead()).value;
  if (kept === null || !isWorthCatchingUp(rows, kept)) return readingAll(scan);
  const namedIn = namedRowsOf(head, await readPlan(head.id));
  const [own, reaching] = [new Set<string>(), new Set<string>()];
  const batches = Array.from({ length: Math.max(0, to - scan.within) }, (_, at) => scan.within + at);
  await inParallel(BATCHES_AT_ONCE, batches, async (batch) => {
    const named = await namedIn(batch);
    for (const text of named.own) own.add(text);
    for (const text of named.reaching) reaching.add(text);
  });
  const staged = await stageMore(await stageMore(scan, 'touched', [...own]), 'reaching', [...reaching]);
  const place = to < of ? { at: scan.at, within: to } : { at: scan.at + 1, within: 0 };
  return { ...staged, ...place, catchUp: { ...catchUp, rows } };
}
