import type { JobHead } from './head';
import { endStates } from '../../contract/jobs';
import { UPLOAD_KEPT_MS } from './settings';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Until when a job is left alone, in milliseconds since 1970; null for one that moves by itself. After that one that has
 * ended is deleted, one that stands still is cancelled, and an upload that nobody started is closed.
 */
export function leftAloneUntil(
  {
    state,
    createdAt,
    endedAt,
    steppedAt,
    syncId,
    ruleId,
  }: Pick<JobHead, 'state' | 'createdAt' | 'endedAt' | 'steppedAt' | 'syncId' | 'ruleId'>,
  retentionDays: number,
): number | null {
  // It may wait for somebody to approve it.
  const waits = state === 'uploading' && (syncId !== null || ruleId !== null);
  if (waits) return createdAt + retentionDays * DAY_MS;
  if (state === 'uploading' || state === 'not-started') return createdAt + UPLOAD_KEPT_MS;
  if (state === 'needs-attention' || state === 'paused') return steppedAt + retentionDays * DAY_MS;
  return endStates.includes(state) ? (endedAt ?? createdAt) + retentionDays * DAY_MS : null;
}
