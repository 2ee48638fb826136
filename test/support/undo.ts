import { type JobView, type UndoCounts, type UndoJobs, noUndoJobs, undoLists } from '../../src/contract/jobs';
import type { ResponseOf } from '../../src/contract/resolvers';
import { takenAway } from '../../src/domain/undo/taken-away';
import type { ImportSite } from './import-site';

/** What undoing a job comes to, as its page adds it up. */
export async function planUndo(
  { sandbox, ada }: Pick<ImportSite, 'sandbox' | 'ada'>,
  jobId: string,
): Promise<UndoCounts> {
  const sum: UndoCounts = { back: 0, grant: 0, leave: 0, revoke: 0, remove: 0, left: 0, reasons: [] };
  let from: number | null = 0;
  while (from !== null) {
    const found: ResponseOf<'jobs.planUndo'> = await sandbox.settle(ada.call('jobs.planUndo', { jobId, from }));
    for (const count of [...undoLists, 'left'] as const) sum[count] += found[count];
    sum.reasons.push(...found.reasons);
    from = found.next;
  }
  return sum;
}

/** Makes and starts the jobs of an undo, where so many were confirmed to be taken away. */
export async function startUndo({ sandbox, ada }: ImportSite, jobId: string, removes: number): Promise<UndoJobs> {
  let jobs = noUndoJobs;
  for (;;) {
    const made = await sandbox.settle(ada.call('jobs.undo', { jobId, removes, jobs }));
    jobs = made.jobs;
    if (made.isStarted) return jobs;
  }
}

/** Undoes a job, and waits for the end of what does. */
export async function undo(world: ImportSite, jobId: string) {
  const counts = await planUndo(world, jobId);
  const jobs = await startUndo(world, jobId, takenAway(counts));
  const ended = async (id: string | null): Promise<JobView | null> => (id === null ? null : world.finish(id));
  return {
    counts,
    back: await ended(jobs.back),
    grant: await ended(jobs.grant),
    leave: await ended(jobs.leave),
    revoke: await ended(jobs.revoke),
    remove: await ended(jobs.remove),
  };
}

/** What the emulated site holds, without what nobody can bring back: ids that were made since, and empty values. */
export function holdings({ sandbox }: ImportSite) {
  const { customers, organizations, entitlements } = sandbox.site.state();
  const valuesOf = (details: ReadonlyMap<string, readonly string[]>) =>
    [...details].filter(([, values]) => values.length > 0).sort(([a], [b]) => a.localeCompare(b));
  return {
    customers: [...customers.values()].map(({ email, displayName, details, organizations: its }) => ({
      ...{ email, displayName },
      values: valuesOf(details),
      organizations: [...its],
    })),
    organizations: [...organizations.values()].map(({ id, name, details }) => ({
      ...{ id, name },
      values: valuesOf(details),
    })),
    entitlements: [...entitlements.values()].map(({ entity, productId, details }) => ({
      ...{ entity, productId },
      values: valuesOf(details),
    })),
  };
}
