import * as v from 'valibot';
import { type Speeds, speedsSchema } from '../../contract/jobs';

const noSpeeds: Speeds = { batchMs: null, callMs: null };

const unreadableSchema = v.object({
  id: v.string(),
  /** When that was found. */
  since: v.number(),
  /** Whether it had the turn, or waited for it: once it can be read, it does again. */
  isActive: v.boolean(),
});

/**
 * Which jobs there are, and whose turn it is. One job at a time has the site's task slots: they are what limits the
 * speed, so two jobs side by side would not be faster, and the same customer could be in two unfinished tasks. It grows as
 * the head of a job does: with defaults.
 */
export const siteJobsSchema = v.object({
  turn: v.nullable(v.string()),
  /** Started jobs that wait for their turn, first come first. */
  queue: v.array(v.string()),
  /** All jobs, newest first. */
  jobs: v.array(v.string()),
  /** How long the last tasks of full batches took, in milliseconds: what the next job goes by until it knows better. */
  taskTimes: v.array(v.number()),
  speeds: v.optional(speedsSchema, noSpeeds),
  /** Jobs whose head cannot be read by the version of the app that looked last. */
  unreadable: v.optional(v.array(unreadableSchema), []),
  /** When the last of those ended that are deleted by now; 0 where none is. */
  deletedEndedAt: v.optional(v.number(), 0),
});

export type SiteJobs = v.InferOutput<typeof siteJobsSchema>;

export const noJobs: SiteJobs = {
  ...{ turn: null, queue: [], jobs: [], taskTimes: [], speeds: noSpeeds, unreadable: [] },
  deletedEndedAt: 0,
};

/** Gives a job the turn, or a place in the queue for it: the last, or the first for one that had been running. */
export function enqueue(site: SiteJobs, jobId: string, place: 'last' | 'first'): SiteJobs {
  if (site.turn === jobId || site.queue.includes(jobId)) return site;
  if (site.turn === null) return { ...site, turn: jobId };
  return { ...site, queue: place === 'last' ? [...site.queue, jobId] : [jobId, ...site.queue] };
}

/** Lets a job that waits go before the one ahead of it, or before all others. One that does not wait stays as it is. */
export function moveUp(site: SiteJobs, jobId: string, to: 'up' | 'front'): SiteJobs {
  const at = site.queue.indexOf(jobId);
  if (at <= 0) return site;
  const others = site.queue.filter((id) => id !== jobId);
  const place = to === 'front' ? 0 : at - 1;
  return { ...site, queue: [...others.slice(0, place), jobId, ...others.slice(place)] };
}

/** Takes a job out of the running: the next in the queue gets the turn if it was this job's. */
export function release(site: SiteJobs, jobId: string): SiteJobs {
  const queue = site.queue.filter((id) => id !== jobId);
  if (site.turn !== jobId) return { ...site, queue };
  return { ...site, turn: queue[0] ?? null, queue: queue.slice(1) };
}

/** Writes down that the head of a job cannot be read, and when that was found first. */
export function noteUnreadable(site: SiteJobs, id: string, now: number): SiteJobs {
  const isActive = site.turn === id || site.queue.includes(id);
  const known = site.unreadable.find((one) => one.id === id);
  // One that was found while it was not active has been read since, or it would not be active now.
  if (known !== undefined && (known.isActive || !isActive)) return site;
  return { ...site, unreadable: [...readAgain(site, id).unreadable, { id, since: now, isActive }] };
}

/** When it was found that the head of a job cannot be read; null as long as it was not. */
export const sinceUnreadable = ({ unreadable }: SiteJobs, jobId: string): number | null =>
  unreadable.find(({ id }) => id === jobId)?.since ?? null;

/** Takes back what was written down of it. */
export const readAgain = (site: SiteJobs, jobId: string): SiteJobs => ({
  ...site,
  unreadable: site.unreadable.filter(({ id }) => id !== jobId),
});
