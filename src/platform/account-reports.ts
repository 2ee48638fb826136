import { privacy } from '@forge/api';
import * as v from 'valibot';

/** Accounts of one report. Forge, user privacy guidelines. */
export const ACCOUNTS_PER_REPORT = 90;

export interface StoredAccount {
  accountId: string;
  /** When what is stored of it was read, in milliseconds since 1970. */
  readAt: number;
}

const updatesSchema = v.array(v.object({ accountId: v.string(), status: v.string() }));

/**
 * Tells Atlassian of which accounts the app keeps personal data, and answers with the ids of those that were closed: what
 * is kept of them has to be erased. Rejects with what the platform answers where it does not take the report.
 * @param accounts at most ACCOUNTS_PER_REPORT
 */
export async function reportAccounts(accounts: readonly StoredAccount[]): Promise<string[]> {
  const report = accounts.map(({ accountId, readAt }) => ({ accountId, updatedAt: new Date(readAt).toISOString() }));
  const updates = v.parse(updatesSchema, await privacy.reportPersonalData(report));
  return updates.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
}
