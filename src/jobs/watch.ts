import type { JobHead } from '../domain/jobs/head';
import { log } from '../platform/log';
import type { Clock } from '../platform/clock';
import { drive } from './drive';
import { readHead, readSite } from './ledger';
import type { Shop } from './shop';

/** A step this late has lost its event, or its chain was cut: queue deliveries are seconds late, not a minute. */
const LATE_MS = 60_000;

/**
 * The five-minute look at the job whose turn it is: one whose step is overdue is stepped, which also starts a fresh
 * chain of events. With this nothing stalls longer than one tick, whatever became of its events.
 */
export async function reviveStalled(clock: Clock, openFor: (head: JobHead) => Shop): Promise<void> {
  const { value: site } = await readSite();
  const head = site.turn === null ? undefined : (await readHead(site.turn))?.value;
  if (head?.dueAt == null || clock.now() - head.dueAt < LATE_MS) return;
  log('revived', { jobId: head.id, lateMs: clock.now() - head.dueAt });
  await drive(head.id, 0, openFor);
}
