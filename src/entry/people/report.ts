import * as v from 'valibot';
import { directoryPeople } from '../../directory/people';
import type { Person } from '../../contract/person';
import { type PeopleNow, formerUser } from '../../domain/people';
import { listJobPeople } from '../../jobs/upkeep/people';
import {
  ACCOUNTS_PER_REPORT,
  type AccountUpdates,
  type StoredAccount,
  isReportDue,
  reportAccounts,
} from '../../platform/account-reports';
import type { Clock } from '../../platform/clock';
import { factsOf, log } from '../../platform/log';
import type { PeopleRecord } from '../../platform/people-records';
import { readValue, writeValue } from '../../platform/values';
import { listRulePeople } from '../../rules/store';
import { listSyncPeople } from '../../syncs/store';
import { profileSettingsPeople } from '../profile/settings';
import { nameOf } from './name';

const KEY = 'people-report';

/** Records that are read at once. */
const RECORDS_PER_STEP = 20;

/**
 * How far the report of this week is: `after` is the key of the last record whose people were reported, null where none
 * were.
 */
const stateSchema = v.object({ doneAt: v.number(), after: v.nullable(v.string()) });
const noState = { doneAt: 0, after: null };

/**
 * Once a week: reports the accounts of those who started jobs, own syncs and rules, had the site read or changed settings.
 * Closed ones are replaced by `formerUser`, and names that are out of date by those of today. Anyone may call it at any
 * time; what there is no time for is left to the next call. Rejects with what the platform answers where it does not take
 * the report: the next call goes on there.
 */
export async function reportPeople(clock: Clock, deadline: number): Promise<void> {
  const stored = v.safeParse(stateSchema, await readValue(KEY));
  const { doneAt, after } = stored.success ? stored.output : noState;
  if (!isReportDue(doneAt, clock.now())) return;
  const records = await listRecords();
  // Where that record is gone, the report begins anew.
  let at = records.findIndex(({ key }) => key === after) + 1;
  for (; at < records.length; at += RECORDS_PER_STEP) {
    if (clock.now() > deadline) return;
    const step = records.slice(at, at + RECORDS_PER_STEP);
    await reportStep(step, clock);
    await writeValue(KEY, { doneAt, after: step.at(-1)?.key ?? null });
  }
  await writeValue(KEY, { doneAt: clock.now(), after: null });
}

/** Jobs come last: there are many of them, and the list begins with those that were reported before. */
async function listRecords(): Promise<PeopleRecord[]> {
  const some = await Promise.all([listSyncPeople(), listRulePeople(), listJobPeople()]);
  return [profileSettingsPeople, ...directoryPeople, ...some.flat()];
}

async function reportStep(records: readonly PeopleRecord[], clock: Clock): Promise<void> {
  const found = await Promise.all(records.map((record) => record.accounts(clock.now())));
  const accounts = oldest(found.flat());
  if (accounts.length === 0) return;
  const { closed, updated } = await reportAll(accounts);
  const names = await Promise.all(updated.map((accountId) => personNow(accountId, clock)));
  const changed = names.filter((person) => person !== null);
  const now: PeopleNow = new Map([
    ...closed.map((accountId) => [accountId, formerUser] as const),
    ...changed.map((person) => [person.accountId, person] as const),
  ]);
  const naming = records.filter((_, index) => found[index]?.some(({ accountId }) => now.has(accountId)));
  for (const record of naming) await record.change(now, clock.now());
  if (closed.length > 0) log('people-erased', { count: closed.length });
}

/** Reports accounts, as many at a time as a report may have. */
async function reportAll(accounts: readonly StoredAccount[]): Promise<AccountUpdates> {
  const all: AccountUpdates = { closed: [], updated: [] };
  for (let from = 0; from < accounts.length; from += ACCOUNTS_PER_REPORT) {
    const { closed, updated } = await reportAccounts(accounts.slice(from, from + ACCOUNTS_PER_REPORT));
    all.closed.push(...closed);
    all.updated.push(...updated);
  }
  return all;
}

/** Each account once, with the oldest of what is kept of it. */
function oldest(accounts: readonly StoredAccount[]): StoredAccount[] {
  const latestFirst = accounts.toSorted((a, b) => b.readAt - a.readAt);
  return [...new Map(latestFirst.map((account) => [account.accountId, account])).values()];
}

/** A person by the name they have today; null where the site does not tell: the next report asks again. */
async function personNow(accountId: string, clock: Clock): Promise<Person | null> {
  try {
    return { accountId, name: await nameOf(accountId, clock), nameAt: clock.now() };
  } catch (error) {
    log('name-not-renewed', factsOf(error));
    return null;
  }
}
