import * as v from 'valibot';

/**
 * Which jobs there are, and whose turn it is. One job at a time has the site's task slots: they are what limits the
 * speed, so two jobs side by side would not be faster, and the same customer could be in two unfinished tasks.
 */
export const siteJobsSchema = v.object({
  turn: v.nullable(v.string()),
  /** Started jobs that wait for their turn, first come first. */
  queue: v.array(v.string()),
  /** All jobs, newest first. */
  jobs: v.array(v.string()),
  /** How long the last tasks of full batches took, in milliseconds: what the next job goes by until it knows better. */
  taskTimes: v.array(v.number()),
});

export type SiteJobs = v.InferOutput<typeof siteJobsSchema>;

export const noJobs: SiteJobs = { turn: null, queue: [], jobs: [], taskTimes: [] };

/** Gives a job the turn, or a place in the queue for it: the last, or the first for one that had been running. */
export function enqueue(site: SiteJobs, jobId: string, place: 'last' | 'first'): SiteJobs {
  if (site.turn === jobId || site.queue.includes(jobId)) return site;
  if (site.turn === null) return { ...site, turn: jobId };
  return { ...site, queue: place === 'last' ? [...site.queue, jobId] : [jobId, ...site.queue] };
}

/** Takes a job out of the running: the next in the queue gets the turn if it was this job's. */
export function release(site: SiteJobs, jobId: string): SiteJobs {
  const queue = site.queue.filter((id) => id !== jobId);
  if (site.turn !== jobId) return { ...site, queue };
  return { ...site, turn: queue[0] ?? null, queue: queue.slice(1) };
}
