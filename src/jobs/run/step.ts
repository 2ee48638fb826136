import type { ImportPlan } from '../../contract/imports';
import { type BatchRecord, countIn } from '../../domain/jobs/account';
import { type InFlight, type JobHead } from '../../domain/jobs/head';
import { watched, withTaskTime } from '../../domain/jobs/pace';
import { giveUpIntent, intend } from './intent';
import { readPlan, rowReader } from '../store/ledger';
import { kinds } from '../kinds';
import { type Bench, type Look, look } from './poll';
import type { Shop } from './services';
import { troubleOf } from './failure';
import { isWorthWaiting, settleUnfollowed, troubled, untroubled } from './retry-policy';

/** Time without a step that still counts as moving: longer gaps are parked or stalled, and say nothing about speed. */
const LONGEST_GAP_MS = 15 * 60_000;

/**
 * The first half of a step: looks at the tasks that are due, settles what has ended, and writes down which batches are
 * to be sent. It changes nothing on the site; what it settles goes into `records`. Until it is committed, the same can
 * be done again by anyone.
 */
export async function lookAround(bench: Bench, records: Map<number, BatchRecord>): Promise<JobHead> {
  const { head, shop } = bench;
  const given = giveUpIntent(begin(head, shop.clock.now()), shop.clock.now());
  return intend(await lookAtDue({ ...bench, head: given }, records), shop);
}

/** What a step works with: the job's batches are read from the ledger when they are asked for. */
export function setUp(head: JobHead, shop: Shop): Bench {
  const rows = rowReader(head);
  let plan: Promise<ImportPlan> | undefined;
  return {
    head,
    shop,
    async open(batch) {
      plan ??= readPlan(head.id);
      return kinds[head.kind].batch(...(await Promise.all([rows(batch), plan])));
    },
  };
}

function begin(head: JobHead, now: number): JobHead {
  const stoodStill = head.startedAt === null || head.state === 'queued' || head.state === 'needs-attention';
  const gap = stoodStill ? 0 : Math.max(0, now - head.steppedAt);
  return {
    ...head,
    state: head.state === 'queued' ? 'running' : head.state,
    startedAt: head.startedAt ?? now,
    activeMs: head.activeMs + Math.min(gap, LONGEST_GAP_MS),
    steppedAt: now,
  };
}

async function lookAtDue(bench: Bench, records: Map<number, BatchRecord>): Promise<JobHead> {
  const { head, shop } = bench;
  if (head.wait?.for === 'retry-after' && (head.wait.until ?? 0) > shop.clock.now()) return head;
  const due = watched(head).filter(({ lookAt }) => lookAt <= shop.clock.now());
  // Looking for the rows of a batch in doubt takes many requests: one batch a step, so that little is lost with it.
  const doubtful = due.find(({ doubt }) => doubt !== null);
  const now = due.filter((batch) => batch.doubt === null || batch === doubtful);
  const looks = await Promise.all(now.map((batch) => look(bench, batch)));
  // What the site got in the way of comes last: that it has answered other questions does not end the wait it asks for.
  const inOrder = [
    ...looks.filter(({ found }) => found !== 'trouble'),
    ...looks.filter(({ found }) => found === 'trouble'),
  ];
  return inOrder.reduce((after, one) => takeIn(after, one, shop, records), head);
}

function takeIn(head: JobHead, one: Look, shop: Shop, records: Map<number, BatchRecord>): JobHead {
  if (one.found === 'trouble') {
    const trouble = troubleOf(one.error);
    if (head.state === 'cancelling' && !isWorthWaiting(head, trouble, shop))
      return settleUnfollowed(head, one.batch, trouble, records, shop);
    const met = withInFlight(head, one.batch, { ...one.batch, lookAt: shop.clock.now() });
    const after = one.isFurther ? { ...untroubled(met), faults: 0 } : met;
    // What stopped a parked job may keep its tasks from being read, too: it is parked already.
    return head.state === 'needs-attention' ? after : troubled(after, trouble, shop);
  }
  if (one.found === 'still-running') return untroubled(withInFlight(head, one.batch, one.batch));
  records.set(one.batch.batch, one.record);
  const taskTimes = one.taskMs === null ? head.taskTimes : withTaskTime(head, one.batch.batch, one.taskMs);
  return untroubled(countIn({ ...withInFlight(head, one.batch, null), taskTimes, faults: 0 }, one.record));
}

function withInFlight(head: JobHead, old: InFlight, now: InFlight | null): JobHead {
  const others = head.inFlight.filter(({ batch }) => batch !== old.batch);
  const inFlight = now === null ? others : [...others, now].sort((a, b) => a.batch - b.batch);
  return { ...head, inFlight };
}
