import type { JobHead } from '../../domain/jobs/head';
import type { SiteJobs } from '../../domain/jobs/site';
import { ConflictError, type Versioned, commit } from '../../platform/records';
import { headChange, readHead, readSite, siteChange } from './ledger';
import { JobRefusal } from './refusal';

/** Steps run at any time beside what administrators do: a change is decided anew until it meets nobody. */
const TRIES = 8;

export const jobNotFound = (): JobRefusal =>
  new JobRefusal(
    'NOT_FOUND',
    'This import can’t be found.',
    'It may have been deleted. Settings show how long ended imports are kept.',
  );

/** @throws JobRefusal NOT_FOUND */
export async function headOf(jobId: string): Promise<Versioned<JobHead>> {
  const found = await readHead(jobId);
  if (found === undefined) throw jobNotFound();
  return found;
}

/**
 * Changes a job's head, and the jobs of the site with it when `decide` returns them. `decide` is called again when
 * somebody else was faster. Returning null leaves everything as it is.
 * @throws JobRefusal as `decide` does; NOT_FOUND when there is no such job
 */
export async function changeJob(
  jobId: string,
  decide: (head: JobHead, site: SiteJobs) => { head: JobHead; site?: SiteJobs } | null,
): Promise<JobHead> {
  const [changed] = await changeJobs([jobId], ([head], site) => {
    const decided = head === undefined ? null : decide(head, site);
    return decided && { heads: [decided.head], ...(decided.site && { site: decided.site }) };
  });
  if (changed === undefined) throw jobNotFound();
  return changed;
}

/** Changes the heads of several jobs as {@link changeJob} does one, all or none. They come in the order of their ids. */
export async function changeJobs(
  jobIds: readonly string[],
  decide: (heads: JobHead[], site: SiteJobs) => { heads: JobHead[]; site?: SiteJobs } | null,
): Promise<JobHead[]> {
  for (let attempt = 1; ; attempt += 1) {
    const [site, ...found] = await Promise.all([readSite(), ...jobIds.map(headOf)]);
    const heads = found.map(({ value }) => value);
    const decided = decide(heads, site.value);
    if (decided === null) return heads;
    const changes = decided.heads.map((head, at) => headChange(head, found[at]?.revision ?? 0));
    if (decided.site !== undefined && decided.site !== site.value)
      changes.push(siteChange(decided.site, site.revision));
    try {
      await commit(changes);
      return decided.heads;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}

/** Changes the jobs of the site. `decide` is called again when somebody else was faster. */
export async function changeSite(decide: (site: SiteJobs) => SiteJobs): Promise<SiteJobs> {
  for (let attempt = 1; ; attempt += 1) {
    const site = await readSite();
    const decided = decide(site.value);
    if (decided === site.value) return decided;
    try {
      await commit([siteChange(decided, site.revision)]);
      return decided;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
