import type { JobHead } from '../../domain/jobs/head';
import { log } from '../../platform/log';
import type { Clock } from '../../platform/clock';
import { LAST_LINK, drive } from '../run/drive';
import { isUnreadable, readHeadOrRemains, readSite } from '../store/ledger';
import type { Shop } from '../run/services';
import { passOverUnreadable } from './unreadable';

/** A step this late has lost its event, or its chain was cut: queue deliveries are seconds late, not a minute. */
const LATE_MS = 60_000;

/** A chain of events this long is followed by a fresh one, well before the driver has to cut it and the job to wait. */
const LONG_CHAIN = LAST_LINK / 2;

/**
 * The five-minute look at the job whose turn it is: one whose step is overdue, or whose chain of events is long, is
 * stepped, which also starts a fresh chain. With this nothing stalls longer than one tick, whatever became of its
 * events.
 */
export async function reviveStalled(clock: Clock, openFor: (head: JobHead) => Shop): Promise<void> {
  await passOverUnreadable(clock);
  const { value: site } = await readSite();
  const head = site.turn === null ? undefined : await readHeadOrRemains(site.turn);
  if (head === undefined || isUnreadable(head) || head.dueAt === null) return;
  const lateMs = clock.now() - head.dueAt;
  if (lateMs < LATE_MS && head.link < LONG_CHAIN) return;
  log('revived', { jobId: head.id, lateMs, link: head.link });
  await drive(head.id, 0, openFor);
}
