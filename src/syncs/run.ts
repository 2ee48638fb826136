import type { ImportPlan } from '../contract/imports';
import type { Person } from '../contract/person';
import type { EndedRun, SyncCounts, Touched } from '../contract/syncs';
import { fillableFields } from '../csm/fillable-fields';
import { UNDECODED } from '../domain/file/check/row-check';
import { kindOf } from '../domain/kinds';
import { lookWords } from '../domain/syncs/look';
import {
  type RunningSync,
  type Sync,
  type SyncRun,
  afterRun,
  isAt,
  needsApproval,
  noJobs,
  roleOf,
  withEnded,
} from '../domain/syncs/sync';
import { hasEnded } from '../domain/jobs/head';
import { cancelJob, startJob } from '../jobs/intake/lifecycle';
import type { Services } from '../jobs/run/services';
import { readHead } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { pack } from '../platform/gzip';
import { readApplied } from './applied';
import { type Comparison, compareDelivery } from './compare';
import { countIn, forgetTouched, writeChanges } from './count-in';
import { deletePieces } from './deliveries';
import { jobOfVanished, jobsOfChanges } from './make-jobs';
import { changeSync, keys, syncOf } from './store';
import { type VanishedRows, takesMarks, vanishedPlan, vanishedRows } from './vanished';

/**
 * Compares what was delivered, and makes the jobs of it. They start at once, or when somebody has approved them. Nothing of a
 * test is made. Throws RefusedFile where the delivery does not fit, SiteError, and JobRefusal.
 */
export async function compareRun(sync: RunningSync, services: Services): Promise<void> {
  const { run } = sync;
  const found = await compareDelivery(sync, run.delivery, services.site.csm);
  const { counts, touched } = found;
  const sends = found.checked.summary.ready > found.unchanged.size;
  const foundLeaving = run.delivery.isTest ? null : await leavingOf(sync, found, services);
  const leaving = foundLeaving === 'no field' ? null : foundLeaving;
  const touchesVanished = leaving !== null && leaving.rows.length > 0;
  const reason = [reasonOf(found), leavingWords(foundLeaving), lookWords(sync.look, run.no)].filter(
    (words) => words !== '',
  );
  const remark = reason.join(' ');
  const isPartial = leaving === null ? foundLeaving !== null : leaving.later > 0;
  if (run.delivery.isTest || (!sends && !touchesVanished)) {
    await endRun(sync, { outcome: outcomeOf(sync, found), counts, reason: remark, touched, isPartial }, services.clock);
    return;
  }
  const { clock } = services;
  const { checked, unchanged } = found;
  const changes = sends ? await jobsOfChanges(sync, { checked, unchanged, called: sync.name }, clock) : noJobs;
  const vanished = touchesVanished ? await jobOfVanished(sync, leaving.plan, leaving.rows, clock) : null;
  const jobs = vanished === null ? changes.jobs : [...changes.jobs, vanished];
  const waits = needsApproval(counts, touchesVanished, found.known, sync.limits);
  const phase = waits ? 'approval' : 'running';
  const ready: SyncRun = { ...run, counts, ...changes, jobs, vanishedJob: vanished, remark, phase, isPartial };
  await changeSync(
    sync.id,
    (now) => (isAt(now, run) ? { ...now, run: ready, parked: null } : null),
    new Map([[keys.touched(sync.id), pack(JSON.stringify(touched))]]),
  );
}

type Leaving = VanishedRows & { plan: ImportPlan };

/**
 * What is done about records that have vanished; null where nothing is. What needs nothing is dealt with already. Where the
 * site has lost a field that they are set in, none is touched.
 */
async function leavingOf(
  sync: RunningSync,
  found: Comparison,
  services: Services,
): Promise<Leaving | 'no field' | null> {
  const { vanished, names } = found;
  const { site } = services;
  const { entity } = kindOf(sync.mapping.kind);
  const { then } = sync.vanished;
  if (vanished.length === 0 || then === 'nothing' || then === 'list') return null;
  const fields = entity === null ? [] : await fillableFields(site.csm, entity);
  const plan = vanishedPlan(sync, fields);
  if (plan === null || !takesMarks(sync, fields)) return 'no field';
  const leaving = await vanishedRows(sync, plan, vanished, names, services);
  await writeChanges(sync, await readApplied(sync.id, sync.applied), leaving.gone);
  return { ...leaving, plan };
}

function leavingWords(leaving: Leaving | 'no field' | null): string {
  if (leaving === null) return '';
  if (leaving === 'no field')
    return 'Vanished records are left alone: your site no longer has a field or an option that they’re set to. Choose others in the sync’s settings.';
  const words: string[] = [];
  if (leaving.unknown > 0)
    words.push(`Vanished records that the sync knows too little of: ${leaving.unknown}. They’re left alone.`);
  if (leaving.named > 0)
    words.push(`Vanished records that another row of the export names: ${leaving.named}. They’re left alone.`);
  if (leaving.later > 0) words.push(`Vanished records that are left for the next delivery: ${leaving.later}.`);
  return words.join(' ');
}

function outcomeOf({ run }: RunningSync, { counts }: Comparison): EndedRun['outcome'] {
  if (run.delivery.isTest) return 'test';
  return counts.leftOut > 0 && counts.unchanged === 0 ? 'held' : 'nothing';
}

/** A text is damaged before it arrives: nobody can choose its encoding here. */
const DAMAGED = 'A character can’t be read. Send files that aren’t in UTF-8 compressed, as the page of the sync shows.';

/** What keeps rows from being sent, most rows first, and what else is to be known. */
function reasonOf({ checked, remark }: Comparison): string {
  const { groups, leftOut } = checked.summary;
  if (leftOut === 0) return remark;
  const causes = groups
    .slice(0, 3)
    .map(
      ({ column, message, rows }) =>
        `${column === null ? '' : `${column}: `}${message === UNDECODED ? DAMAGED : message} (${rows})`,
    );
  return [`Rows left out: ${leftOut}. ${causes.join(' ')}`, remark].filter((words) => words !== '').join(' ');
}

interface End {
  outcome: EndedRun['outcome'];
  counts: SyncCounts | null;
  reason: string;
  touched?: readonly Touched[];
  /** Something is left for the next delivery, also where that is the same. */
  isPartial?: boolean;
}

/** Ends a run of which nothing is applied, or all was before. */
export async function endRun(
  sync: RunningSync,
  { outcome, counts, reason, touched, isPartial = false }: End,
  clock: Clock,
): Promise<void> {
  const { run } = sync;
  const ended: EndedRun = {
    no: run.no,
    at: run.startedAt,
    endedAt: clock.now(),
    outcome,
    counts,
    reason,
    jobs: run.jobs,
  };
  const isApplied = outcome === 'nothing' && counts?.leftOut === 0 && !isPartial;
  await changeSync(
    sync.id,
    (one) =>
      isAt(one, run)
        ? withEnded({ ...one, ...afterRun(run), ...(isApplied && { lastHash: run.delivery.hash }) }, ended)
        : null,
    touched === undefined ? undefined : new Map([[keys.touched(sync.id), pack(JSON.stringify(touched))]]),
  );
  await deletePieces(sync.id, run.delivery);
}

/**
 * Takes a running run as far as it gets: what is about to be sent is no longer known to be applied, then the jobs start one
 * after the other, and what they have done is taken over. False while a job is on its way.
 */
export async function followRun(sync: RunningSync, services: Services): Promise<boolean> {
  for (const [at, jobId] of sync.run.jobs.entries()) {
    const head = (await readHead(jobId))?.value;
    if (head?.state === 'uploading') {
      // Nothing more begins while somebody has paused the sync.
      if (sync.isPaused) return false;
      if (roleOf(sync.run, jobId) === 'entitlements' && !(await haveRowsFinished(sync.run))) {
        // Whose they are may not be there: their records are sent again.
        await cancelJob(jobId, null, services.clock);
        continue;
      }
      if (at === 0) await forgetTouched(sync);
      await startJob(jobId, services.clock);
      return false;
    }
    if (head !== undefined && !hasEnded(head)) return false;
  }
  await countIn(sync, services.clock);
  return true;
}

/** Whether the job of the rows themselves has come to its end. */
async function haveRowsFinished(run: SyncRun): Promise<boolean> {
  const own = run.jobs.find((jobId) => roleOf(run, jobId) === 'own');
  return own !== undefined && (await readHead(own))?.value.state === 'finished';
}

/** Lets a run that waits go on. @throws JobRefusal CONFLICT where it does not wait any more */
export async function approveRun(syncId: string, no: number): Promise<Sync> {
  return changeSync(syncId, (now) => {
    if (now.run?.no !== no || now.run.phase !== 'approval') throw decided();
    return { ...now, run: { ...now.run, phase: 'running' } };
  });
}

/** Ends a run that waits: nothing of it is applied. @throws JobRefusal CONFLICT where it does not wait any more */
export async function refuseRun(syncId: string, no: number, by: Person, clock: Clock): Promise<Sync> {
  const { run } = await syncOf(syncId);
  if (run === null) throw decided();
  const after = await changeSync(syncId, (now) => {
    if (now.run?.no !== no || now.run.phase !== 'approval') throw decided();
    const { counts, jobs, startedAt } = now.run;
    const facts = { no, at: startedAt, endedAt: clock.now(), counts, jobs: [] };
    return withEnded(
      { ...now, ...afterRun(now.run) },
      { ...facts, outcome: 'refused', by, reason: jobs.length === 0 ? '' : 'Nothing was sent.' },
    );
  });
  // One that has waited for longer than imports are kept is gone.
  for (const jobId of run.jobs) if ((await readHead(jobId)) !== undefined) await cancelJob(jobId, null, clock);
  await deletePieces(syncId, run.delivery);
  return after;
}

const decided = (): JobRefusal => new JobRefusal('CONFLICT', 'The changes don’t wait any more.', 'Reload the page.');
