import { log } from '../../platform/log';
import type { Clock } from '../../platform/clock';
import { MAX_CHAIN_LENGTH } from '../run/chain';
import { drive } from '../run/drive';
import { isUnreadable, readHeadOrRemains, readSite } from '../store/ledger';
import type { ServicesFor } from '../run/services';
import { passOverUnreadable } from './unreadable';

/** A step this late has lost its event, or its chain was cut: the queue is seconds late, not a minute. */
const LATE_MS = 60_000;

/** A fresh chain follows one this long, well before the app has to stop it and the job to wait. */
const LONG_CHAIN = MAX_CHAIN_LENGTH / 2;

/**
 * Checks the job that has the turn, every five minutes. Where its step is overdue, or its chain of events long, this runs
 * a step, which also starts a fresh chain. So nothing stalls longer than one tick, whatever became of its events.
 */
export async function reviveStalled(clock: Clock, servicesFor: ServicesFor): Promise<void> {
  await passOverUnreadable(clock);
  const { value: site } = await readSite();
  const head = site.turn === null ? undefined : await readHeadOrRemains(site.turn);
  if (head === undefined || isUnreadable(head) || head.dueAt === null) return;
  const lateMs = clock.now() - head.dueAt;
  if (lateMs < LATE_MS && head.link < LONG_CHAIN) return;
  log('revived', { jobId: head.id, lateMs, link: head.link });
  await drive(head.id, 0, servicesFor);
}
