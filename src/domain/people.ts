import type { Person } from '../contract/person';

/**
 * Stands in records for everybody whose account was closed: nothing tells any more who it was. Jira calls them so.
 * No Atlassian account has this ID.
 */
export const formerUser: Person = { accountId: 'former-user', name: 'Former user' };

export const isFormer = (accountId: string): boolean => accountId === formerUser.accountId;

/** Who has changed, by the account ID that records know them by: closed accounts become `formerUser`. */
export type PeopleNow = ReadonlyMap<string, Person>;

/** A person as they are by now. */
export const asNow = <P extends Person>(person: P, now: PeopleNow): P => ({
  ...person,
  ...now.get(person.accountId),
});

export const idNow = (accountId: string, now: PeopleNow): string => now.get(accountId)?.accountId ?? accountId;
