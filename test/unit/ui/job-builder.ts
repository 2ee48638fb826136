import type { JobView } from '../../../src/contract/jobs';

/** A running import of 100 rows, half done, changed where a test needs it otherwise. */
export function aJob(part: Partial<JobView> = {}): JobView {
  return {
    id: 'job-1',
    name: 'Q4 customers',
    kind: 'customer-profiles',
    operation: 'UPSERT',
    state: 'running',
    startedBy: { accountId: 'ada', name: 'Ada Admin' },
    createdAt: 0,
    startedAt: 1_000,
    endedAt: null,
    retryOf: null,
    undoOf: null,
    undoneBy: [],
    after: null,
    followers: [],
    isHeld: false,
    undo: 'nothing',
    syncId: null,
    ruleId: null,
    keptUntil: null,
    rows: { total: 105, leftOut: 5, accepted: 100 },
    tally: { succeeded: 40, partly: 3, failed: 5, unconfirmed: 2, cancelled: 0 },
    batches: { total: 10, settled: 5, inFlight: 2 },
    slots: { used: 2, of: 5 },
    rowsPerMinute: 410.4,
    secondsLeft: 1_140,
    waiting: null,
    attention: null,
    reasons: [],
    otherReasons: 0,
    otherLeftOut: 0,
    ...part,
  };
}
