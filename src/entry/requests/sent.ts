import * as v from 'valibot';
import { MAX_LISTED_REQUESTS } from '../../contract/requests';
import { changeRecord } from '../../platform/change-record';
import type { Clock } from '../../platform/clock';
import { factsOf, log } from '../../platform/log';
import { readRecord } from '../../platform/records';
import { isReportDue, reportAccounts } from '../../platform/account-reports';

const KEY = 'requests-sent';
const DAY_MS = 24 * 60 * 60_000;
/** The list helps to find what was sent lately. It is no archive: docs/privacy.md says how long it is kept. */
const KEPT_MS = 30 * DAY_MS;

/** No text of a request and nothing about its customer: the site keeps those, and shows them to who may see them. */
const sentSchema = v.object({
  key: v.string(),
  helpCenterId: v.string(),
  /** The account ID of who sent it. */
  by: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
});
type Sent = v.InferOutput<typeof sentSchema>;

/**
 * The latest first. `reportedAt` is when the accounts were last reported to Atlassian, 0 for never. What this version cannot
 * read is as if nothing had been sent.
 */
const recordSchema = v.object({ sent: v.fallback(v.array(sentSchema), []), reportedAt: v.fallback(v.number(), 0) });
type SentRecord = v.InferOutput<typeof recordSchema>;

const nothing: SentRecord = { sent: [], reportedAt: 0 };

const recent = (sent: readonly Sent[], now: number): Sent[] => sent.filter(({ at }) => now - at < KEPT_MS);

/** The requests that were sent through the console in the last 30 days, at most MAX_LISTED_REQUESTS, the latest first. */
export async function readSent(clock: Clock): Promise<Sent[]> {
  const found = await readRecord(KEY, recordSchema);
  return recent(found?.value.sent ?? [], clock.now());
}

/**
 * Puts a request on the list. Never rejects: the site has taken the request, and who sends it must not be led to send it
 * again because the list lacks it.
 */
export async function noteSent(one: Sent): Promise<void> {
  try {
    await changeRecord(KEY, recordSchema, ({ sent, reportedAt } = nothing) => ({
      sent: [one, ...recent(sent, one.at)].slice(0, MAX_LISTED_REQUESTS),
      reportedAt,
    }));
  } catch (error) {
    log('request-not-listed', factsOf(error));
  }
}

/**
 * Once a day: deletes what is older than 30 days. Once a week it also reports the accounts of those who sent requests, and
 * deletes what people have sent whose accounts were closed.
 */
export async function tidySent(clock: Clock): Promise<void> {
  const found = await readRecord(KEY, recordSchema);
  if (found === undefined || found.value.sent.length === 0) return;
  const now = clock.now();
  const kept = recent(found.value.sent, now);
  const isDue = isReportDue(found.value.reportedAt, now);
  if (kept.length < found.value.sent.length) await keepOnly((one) => now - one.at < KEPT_MS);
  if (!isDue || kept.length === 0) return;
  const closed = new Set((await reportAccounts(accountsOf(kept))).closed);
  await keepOnly(({ by }) => !closed.has(by), now);
}

/** Each account once, with the time of what was sent last. */
function accountsOf(sent: readonly Sent[]): { accountId: string; readAt: number }[] {
  const latest = new Map([...sent].reverse().map(({ by, at }) => [by, at]));
  return [...latest].map(([accountId, readAt]) => ({ accountId, readAt }));
}

async function keepOnly(isKept: (one: Sent) => boolean, reportedAt?: number): Promise<void> {
  await changeRecord(KEY, recordSchema, (value = nothing) => ({
    sent: value.sent.filter(isKept),
    reportedAt: reportedAt ?? value.reportedAt,
  }));
}
