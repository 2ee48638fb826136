import type { Site } from '../../sandbox/site';
import { NO_FAULTS } from '../../sandbox/csm/faults';
import { type JobView, noUndoJobs, undoLists } from '../../src/contract/jobs';
import { takenAway } from '../../src/domain/undo/taken-away';
import { type Console, hasEnded } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';
import type { Account, SimulatedCase } from './case';

const MINUTE_MS = 60_000;

/**
 * Undoes a job that has ended, in calm weather: what the site held before is there again, whatever the job went through. Rows
 * that failed, or of which something was left alone, are not held against it.
 */
export async function checkUndone(
  sandbox: VirtualSandbox<Site>,
  console: Console,
  file: SimulatedCase,
  job: JobView,
  account: Account,
): Promise<string[]> {
  if (job.undo !== 'yes') return [];
  Object.assign(sandbox.site.faults, NO_FAULTS);
  // By then the search finds whom the job has created.
  await sandbox.run(30 * MINUTE_MS);
  const jobs = await undo(sandbox, console, job.id);
  // Each row of an undo has the number of the row that it undoes.
  const open = new Set<number>();
  for (const jobId of jobs) {
    if (!(await ends(sandbox, console, jobId))) return ['the undo does not end'];
    for (const { row } of await sandbox.settle(console.unsuccessful(jobId))) open.add(row);
  }
  return file.rows.flatMap((stored) => {
    const [row] = stored;
    if (account.get(row)?.outcome === 'failed' || open.has(row)) return [];
    return file.isAsBefore?.(sandbox.site, stored) === true
      ? []
      : [`row ${row} was undone, and is not as it was before`];
  });
}

/** Makes and starts the jobs that undo one; none where there is nothing to undo. */
async function undo(sandbox: VirtualSandbox<Site>, console: Console, jobId: string): Promise<string[]> {
  let [removes, all] = [0, 0];
  for (let from: number | null = 0; from !== null;) {
    const found: Awaited<ReturnType<typeof plan>> = await sandbox.settle(plan(console, jobId, from));
    removes += takenAway(found);
    all += takenAway(found) + found.back + found.grant;
    from = found.next;
  }
  let jobs = noUndoJobs;
  for (let isStarted = all === 0; !isStarted;)
    ({ jobs, isStarted } = await sandbox.settle(console.call('jobs.undo', { jobId, removes, jobs })));
  return undoLists.flatMap((list) => jobs[list] ?? []);
}

const plan = (console: Console, jobId: string, from: number) => console.call('jobs.planUndo', { jobId, from });

async function ends(sandbox: VirtualSandbox<Site>, console: Console, jobId: string): Promise<boolean> {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    if (hasEnded(await sandbox.settle(console.job(jobId)))) return true;
    await sandbox.run(MINUTE_MS);
  }
  return false;
}
