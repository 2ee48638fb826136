import type { DirectoryRecord } from '../../contract/directory';
import { isAsItWas, isWorthCatchingUp } from '../../domain/directory/catch-up';
import { fold } from '../../domain/fold';
import type { Change } from '../../domain/directory/overlay';
import { type CatchUp, type Kept, type Scan, readingAll } from '../../domain/directory/state';
import { type JobHead } from '../../domain/jobs/head';
import { kindOf } from '../../domain/kinds';
import { DamagedError } from '../../jobs/store/damaged';
import { readHead as readJob, readPlan } from '../../jobs/store/ledger';
import { namedRowsOf, sentBatches } from '../../jobs/view/named-rows';
import { inParallel } from '../../platform/in-parallel';
import { changedSince } from '../read/behind';
import { readParts } from '../store/parts';
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
  const reaching = await reachingOf(changes, catchUp);
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

/** Those of the changes that customers of an organization show as well. */
async function reachingOf(changes: readonly Change[], kept: Pick<CatchUp, 'generation'>): Promise<Change[]> {
  const found: Change[] = [];
  for (const change of changes) if (await isReaching(change, kept)) found.push(change);
  return found;
}

/** Whether customers lack what the app has changed of their organization: that is told of the organization alone. */
export const lacksOfOrganizations = async ({ generation }: Kept): Promise<boolean> =>
  (await reachingOf((await readChanges(generation)).value, { generation })).length > 0;

/** Whether customers of an organization may show what has become of it. One that was only opened is as it was. */
async function isReaching(
  { entity, id, record, was }: Change,
  { generation }: Pick<CatchUp, 'generation'>,
): Promise<boolean> {
  if (entity !== 'organization' || was === null) return false;
  const [records = []] = await readParts(generation, entity, was, 1);
  const before = records.find((one) => one.id === id);
  const shown = (one: DirectoryRecord | null | undefined): string =>
    JSON.stringify([one?.name, one?.entitlements.map(({ product, endsOn }) => [product.id, product.name, endsOn])]);
  return shown(before) !== shown(record);
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
