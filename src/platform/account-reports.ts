import { privacy } from '@forge/api';
import * as v from 'valibot';

/** Accounts of one report. Forge, user privacy guidelines. */
export const ACCOUNTS_PER_REPORT = 90;

/** From one report to the next, in milliseconds. Forge, user privacy guidelines: the cycle is a week. */
const REPORT_CYCLE_MS = 7 * 24 * 60 * 60_000;
/** A report is due so much earlier: what is called once a day would come a day late for some seconds that it took. */
const EARLY_MS = 12 * 60 * 60_000;

/** Whether a report is due of which the last one was done then, in milliseconds since 1970. Once a day is often enough to ask. */
export const isReportDue = (doneAt: number, now: number): boolean => now - doneAt >= REPORT_CYCLE_MS - EARLY_MS;

export interface StoredAccount {
  accountId: string;
  /** When what is stored of it was read, in milliseconds since 1970. */
  readAt: number;
}

/** What Atlassian answers of the accounts of a report, by their ids; those that are as they were are left out. */
export interface AccountUpdates {
  /** What is kept of them has to be erased. */
  closed: string[];
  /** What is kept of them, such as their names, is out of date. */
  updated: string[];
}

const updatesSchema = v.array(v.object({ accountId: v.string(), status: v.string() }));

/**
 * Tells Atlassian of which accounts the app keeps personal data. Rejects with what the platform answers where it does not
 * take the report.
 * @param accounts at most ACCOUNTS_PER_REPORT
 */
export async function reportAccounts(accounts: readonly StoredAccount[]): Promise<AccountUpdates> {
  const report = accounts.map(({ accountId, readAt }) => ({ accountId, updatedAt: new Date(readAt).toISOString() }));
  const updates = v.parse(updatesSchema, await privacy.reportPersonalData(report));
  const having = (wanted: string): string[] =>
    updates.filter(({ status }) => status === wanted).map(({ accountId }) => accountId);
  return { closed: having('closed'), updated: having('updated') };
}
