import * as v from 'valibot';
import { systemClock } from '../../platform/clock';
import { log } from '../../platform/log';
import { driveRule } from '../../rules/drive';
import { siteAs } from '../../rules/site';

/** As in manifest.yml: many customers are read in one go. */
const TIMEOUT_SECONDS = 900;
/** Kept for committing what was found, in milliseconds. */
const RESERVE_MS = 30_000;

const eventSchema = v.object({ body: v.object({ ruleId: v.string() }) });

/** Takes an entitlement rule further, for each event of the queue. A fault is thrown on: the event is delivered again. */
export async function runRules(event: unknown): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  if (!parsed.success) {
    log('event-unreadable');
    return;
  }
  const deadline = systemClock.now() + TIMEOUT_SECONDS * 1000 - RESERVE_MS;
  await driveRule(
    parsed.output.body.ruleId,
    ({ owner }) => siteAs(owner.accountId, deadline, systemClock),
    systemClock,
  );
}
