import type { JobInNeed, JobSummary, ListedJob, UnreadableJob } from '../../../contract/jobs';
import type { RuleInNeed } from '../../../contract/rules';
import type { SyncInNeed } from '../../../contract/syncs';
import { failedRows } from '../../../domain/jobs/attention';
import { countOf } from '../../shared/format';
import { isUnderWay } from '../imports/job/job-words';

/** How many of the latest jobs the overview shows. */
const RECENT = 5;

/** Jobs that move by themselves: before those that wait for their turn the one that has it, then the oldest first. */
export function runningOf(jobs: readonly ListedJob[]): JobSummary[] {
  const moving = jobs.filter(isUnderWay).reverse();
  const waits = ({ state }: JobSummary): boolean => state === 'queued' || state === 'uploading';
  return [...moving.filter((job) => !waits(job)), ...moving.filter(waits)];
}

export const recentOf = (jobs: readonly ListedJob[]): ListedJob[] => jobs.slice(0, RECENT);

/** What is said where no job moves, as far as is known. */
export const idleWords = (latest: readonly ListedJob[]): string =>
  latest.some(({ state }) => state === 'unreadable')
    ? 'Nothing is running, as far as this version of the app can tell.'
    : 'Nothing is running.';

/** Why somebody has to look at a job, after its name. */
export function attentionWords(job: JobInNeed | UnreadableJob): string {
  if (job.state === 'unreadable') return 'can’t be read by this version of the app';
  const { state, tally, attention } = job;
  if (state === 'needs-attention') return attention === null ? 'has stopped' : `has stopped: “${attention.message}”`;
  return `${countOf(failedRows(tally), 'row')} didn’t succeed`;
}

/** Why somebody has to look at a sync, after its name. */
export function syncWords({ why, reason }: SyncInNeed): string {
  if (why === 'approval') return 'has a large change that waits for approval';
  return why === 'stopped' ? `has stopped: ${reason}` : `held its last delivery: ${reason}`;
}

/** Why somebody has to look at an entitlement rule, after its name. */
export function ruleNeedWords({ why, reason }: RuleInNeed): string {
  if (why === 'approval') return 'has a large change that waits for approval';
  return why === 'stopped' ? `has stopped: ${reason}` : `held its last run: ${reason}`;
}
