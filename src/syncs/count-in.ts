import { type AppliedRecords, GONE, UNKNOWN } from '../domain/syncs/applied-records';
import { putsIntoOrganizations, unitedLabel } from '../domain/syncs/record-label';
import {
  type Applied,
  type RunningSync,
  type Sync,
  afterRun,
  isAt,
  retryAfter,
  roleOf,
  rolesOf,
  withEnded,
} from '../domain/syncs/sync';
import { ORGANIZATION_DETAILS } from '../domain/kinds/detail-values/organizations';
import { ENTITLEMENTS } from '../domain/kinds/entitlements';
import type { JobHead } from '../domain/jobs/head';
import { readHead } from '../jobs/store/ledger';
import type { Clock } from '../platform/clock';
import { type AppliedChange, deleteGeneration, readApplied, readLabels, writeApplied } from './applied';
import {
  type AppliedByJob,
  type Beside,
  appliedByJob,
  appliedByVanished,
  doneBeside,
  nothingBeside,
} from './applied-by-job';
import { deletePieces } from './deliveries';
import { changeSync } from './store';

/** Of what the jobs are about to change nobody knows what the site has, until it was seen done. */
export async function forgetTouched(sync: RunningSync): Promise<void> {
  const records = await readApplied(sync.id, sync.applied);
  const { run } = sync;
  // The job of those that have vanished knows less of them than what was kept, and of the others nobody knows into which
  // organizations they will have been put.
  const asksForLabels = run.vanishedJob !== null || putsIntoOrganizations(sync.mapping);
  const labels = asksForLabels ? await readLabels(sync.id, sync.applied) : [];
  const known: AppliedChange[] = [];
  for (const jobId of run.jobs) {
    const { done, open } = await appliedIn(sync, jobId, nothingBeside);
    for (const one of [...done, ...open]) {
      const place = records.find(one.key);
      if (place < 0) continue;
      known.push({ ...one, print: UNKNOWN, label: labels[place] ?? one.label });
    }
  }
  await writeChanges(sync, records, known);
}

const nothingApplied: AppliedByJob = { done: [], open: [] };

/** What a job of a run has made of records. Those beside the rows' own job are of no record of their own. */
function appliedIn({ id, run }: RunningSync, jobId: string, beside: Beside): Promise<AppliedByJob> | AppliedByJob {
  const role = roleOf(run, jobId);
  if (role === 'own') return appliedByJob(id, jobId, beside);
  return role === 'vanished' ? appliedByVanished(id, jobId) : nothingApplied;
}

/** What the jobs of a run come to. */
interface Account {
  changes: AppliedChange[];
  /** Rows of its own job, and of that of vanished records, of which not all was seen done. */
  failed: number;
  isVerified: boolean;
  isDeleted: boolean;
  toRetry: string | undefined;
}

async function accountOf(sync: RunningSync): Promise<Account> {
  const { run } = sync;
  const account: Account = {
    ...{ changes: [], failed: 0, isVerified: sync.isVerified, isDeleted: false, toRetry: undefined },
  };
  const heads = new Map<string, JobHead>();
  for (const jobId of run.jobs) {
    const head = (await readHead(jobId))?.value;
    if (head === undefined) account.isDeleted = true;
    else heads.set(jobId, head);
  }
  const isThere = (jobId: string | null): jobId is string => jobId !== null && heads.has(jobId);
  const beside = await doneBeside({
    organizations: isThere(run.organizationsJob) ? run.organizationsJob : null,
    entitlements: isThere(run.entitlementsJob) ? run.entitlementsJob : null,
  });
  for (const [jobId, head] of heads) {
    const role = roleOf(run, jobId);
    if (role !== 'own' && role !== 'vanished') continue;
    const { done } = await appliedIn(sync, jobId, beside);
    // They can be more than a call takes arguments.
    for (const change of done) account.changes.push(change);
    account.failed += head.rows.accepted - (role === 'own' ? done.length : head.tally.succeeded);
    if (role === 'own') countOwn(head, done.length, account);
  }
  // What somebody has cancelled is not sent by itself.
  const isCancelled = [...heads].some(([id, { state }]) => state === 'cancelled' && roleOf(run, id) !== 'vanished');
  return isCancelled ? { ...account, toRetry: undefined } : account;
}

function countOwn(head: JobHead, done: number, account: Account): void {
  account.isVerified = head.verified && head.ignoredParts.length === 0;
  if (head.rows.accepted > done) account.toRetry = head.id;
}

/** Counts in what the jobs of a run have done; everything else is sent again with the next delivery. */
export async function countIn(sync: RunningSync, clock: Clock): Promise<void> {
  const { run } = sync;
  const records = await readApplied(sync.id, sync.applied);
  const { changes, failed, isVerified, isDeleted, toRetry } = await accountOf(sync);
  await writeChanges(sync, records, await withOrganizations(sync, records, changes));
  const counts = run.counts === null ? null : { ...run.counts, failed };
  await changeSync(sync.id, (now) => {
    if (!isAt(now, run)) return null;
    const facts = { no: run.no, at: run.startedAt, endedAt: clock.now(), jobs: run.jobs, roles: rolesOf(run) };
    const retry = retryAfter(now, toRetry, failed, clock.now());
    const isWhole = failed === 0 && !isDeleted && counts?.leftOut === 0 && !run.isPartial;
    const after: Sync = { ...now, ...afterRun(run), isVerified, lastHash: isWhole ? run.delivery.hash : null, retry };
    const reason = [isDeleted ? JOB_DELETED : '', run.remark].filter((words) => words !== '').join(' ');
    return withEnded(after, { ...facts, outcome: isDeleted ? 'held' : 'applied', counts, reason });
  });
  await deletePieces(sync.id, run.delivery);
}

/** What was applied, with the organizations that each record was put into before as well: an update only adds to them. */
async function withOrganizations(
  sync: Sync,
  records: AppliedRecords,
  changes: readonly AppliedChange[],
): Promise<readonly AppliedChange[]> {
  if (!putsIntoOrganizations(sync.mapping)) return changes;
  const labels = await readLabels(sync.id, sync.applied);
  return changes.map((change) => {
    const place = records.find(change.key);
    const before = place < 0 || records.printAt(place) === GONE || change.print === GONE ? undefined : labels[place];
    return before === undefined ? change : { ...change, label: unitedLabel(before, change.label) };
  });
}

const JOB_DELETED =
  'An import of the run was deleted before it was counted in. What was not applied is sent with the next delivery.';

/**
 * Counts in the rows of the import that a sync was made of, with what the other imports of the same file have done by now.
 * What was undone doesn't count.
 */
export async function prime(sync: Sync, jobId: string): Promise<void> {
  const head = (await readHead(jobId))?.value;
  if (head !== undefined && !isUndone(head)) {
    const { done } = await appliedByJob(sync.id, jobId, await doneBeside(await jobsBeside(head)));
    await writeChanges(sync, await readApplied(sync.id, sync.applied), done);
  }
  await changeSync(sync.id, (now) => ({ ...now, primedBy: null }));
}

/** Whether somebody has asked for its undo, however far that came: a row that is sent once too often changes nothing. */
const isUndone = ({ undoneBy }: JobHead): boolean => undoneBy.length > 0;

/** The imports that a file has made beside that of its rows, which are there still. */
async function jobsBeside({ beside }: JobHead): Promise<Record<keyof Beside, string | null>> {
  const heads = (await Promise.all(beside.map(readHead))).flatMap((head) => head?.value ?? []);
  const idOf = (kind: string): string | null => heads.find((head) => head.kind === kind && !isUndone(head))?.id ?? null;
  return { organizations: idOf(ORGANIZATION_DETAILS), entitlements: idOf(ENTITLEMENTS) };
}

/** Writes what is known anew, and counts it from then on. */
export async function writeChanges(
  sync: Sync,
  records: AppliedRecords,
  changes: readonly AppliedChange[],
): Promise<void> {
  const applied = await writeApplied(sync.id, sync.applied, records, changes);
  if (applied === sync.applied) return;
  const isSame = (now: Applied): boolean => JSON.stringify(now) === JSON.stringify(sync.applied);
  // Where somebody has made the sync forget meanwhile, that counts.
  await changeSync(sync.id, (now) => (isSame(now.applied) ? { ...now, applied } : null));
  if (applied.generation !== sync.applied.generation) await deleteGeneration(sync.id, sync.applied);
}
