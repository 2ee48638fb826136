import type { JobHead } from '../../domain/jobs/head';
import { type SiteJobs, enqueue, release } from '../../domain/jobs/site';
import { speedsAfter } from '../../domain/jobs/speeds';
import { log } from '../../platform/log';
import { ConflictError, type RecordChange, commit } from '../../platform/records';
import {
  headChange,
  keys,
  packAccount,
  packBefore,
  packIds,
  packLookUp,
  readHead,
  readSite,
  siteChange,
} from '../store/ledger';
import { pushNextStep, wake } from './chain';
import { conclude, keepsTurn } from './conclude';
import { type Progress, noProgress } from './progress';
import type { Services } from './services';

/*
 * The order of push and commit. A commit swaps the head over the revision that the step has read; each function here is
 * false when somebody else was faster.
 *
 * | What ends            | Order             | Because                                                            |
 * | -------------------- | ----------------- | ------------------------------------------------------------------ |
 * | half a step          | commit            | the step goes on, and pushes at its end                            |
 * | a step               | push, then commit | a crash between leaves an event too many, never one too few        |
 * | a step that broke off | commit, then push | the queue repeats its event: each repeat must not push another one |
 */

/** Commits what a step has found out before it goes on, over the revision of its last commit: which batches it sends, for one. */
export const commitHalf = (progress: Progress, revision: number): Promise<boolean> =>
  commitStep(progress, revision, []);

/** Ends a step: decides when the next one is due, asks the queue for it, and commits. */
export async function endStep(
  { head: stepped, ...found }: Progress,
  revision: number,
  services: Services,
  link: number,
): Promise<boolean> {
  const head = { ...concluded(stepped, services, link), calls: stepped.calls + services.calls() };
  await pushNextStep(head, services.clock);
  const handover = await handOver(head, services);
  if (handover.next !== null) await wake(handover.next, link + 1);
  const isCommitted = await commitStep({ head, ...found }, revision, handover.changes);
  // The end of a job may lose against the start of another one. Nothing was pushed for it yet.
  if (!isCommitted && handover.changes.length > 0) await wake(head.id, link + 1);
  return isCommitted;
}

/** Ends a step that broke off, with a head that says why. */
export async function endFailedStep(
  failed: JobHead,
  revision: number,
  services: Services,
  link: number,
): Promise<boolean> {
  const head = concluded(failed, services, link);
  const handover = await handOver(head, services);
  if (!(await commitStep(noProgress(head), revision, handover.changes))) return false;
  await pushNextStep(head, services.clock);
  if (handover.next !== null) await wake(handover.next, link + 1);
  return true;
}

const concluded = (head: JobHead, services: Services, link: number): JobHead => ({
  ...conclude(head, services),
  link: link + 1,
});

/** What changes in the record of the site when the job gives up the turn, and which job has it next. */
async function handOver(head: JobHead, { clock }: Services): Promise<{ changes: RecordChange[]; next: string | null }> {
  if (keepsTurn(head, clock.now())) return { changes: [], next: null };
  const site = await readSite();
  const taskTimes = head.taskTimes.length > 0 ? head.taskTimes : site.value.taskTimes;
  const speeds = speedsAfter(site.value.speeds, head, clock.now());
  const released = { ...release(site.value, head.id), taskTimes, speeds };
  const { after, followers } = await withFollowers(head, released, clock.now());
  return { changes: [siteChange(after, site.revision), ...followers], next: after.turn };
}

/**
 * The jobs of the site with those in the queue that were held until this one has finished, in the transaction that ends it.
 * One that was resumed or cancelled meanwhile goes its own way, and those of a cancelled job wait for a person.
 */
async function withFollowers(
  { state, followers }: JobHead,
  site: SiteJobs,
  now: number,
): Promise<{ after: SiteJobs; followers: RecordChange[] }> {
  if (state !== 'finished' || followers.length === 0) return { after: site, followers: [] };
  const heads = await Promise.all(followers.map(({ id }) => readHead(id)));
  const held = heads.filter((found) => found?.value.state === 'paused' && found.value.isHeld);
  let after = site;
  const changes = held.flatMap((found): RecordChange[] => {
    if (found === undefined) return [];
    after = enqueue(after, found.value.id, 'last');
    const begun = after.turn === found.value.id ? ('running' as const) : ('queued' as const);
    return [headChange({ ...found.value, state: begun, isHeld: false, steppedAt: now, dueAt: now }, found.revision)];
  });
  return { after, followers: changes };
}

/** Commits the head, the accounts, the look-ups, the ids found, what was there before and the changes of the site in one transaction. */
async function commitStep(
  { head, records, lookUps, idsFound, befores }: Progress,
  revision: number,
  siteChanges: readonly RecordChange[],
): Promise<boolean> {
  const { id: jobId, state, ticket } = head;
  const values = new Map<string, unknown>([
    ...[...records].map(([batch, record]) => [keys.batch(jobId, batch), packAccount(record)] as const),
    ...[...lookUps].map(([lookUp, rows]) => [keys.lookUp(jobId, lookUp), packLookUp(rows)] as const),
    ...[...idsFound].map(([batch, ids]) => [keys.idsFound(jobId, batch), packIds(ids)] as const),
    ...[...befores].map(([batch, rows]) => [keys.before(jobId, batch), packBefore(rows)] as const),
  ]);
  try {
    await commit([headChange(head, revision), ...siteChanges], values);
    log('step', { jobId, state, ticket, settled: records.size, inFlight: head.inFlight.length });
    return true;
  } catch (error) {
    // Another driver made this step, or an administrator changed the job: the stored job has moved on without it.
    if (!(error instanceof ConflictError)) throw error;
    log('step-superseded', { jobId, ticket });
    return false;
  }
}
