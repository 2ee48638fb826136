import { isPortalOnly, type Customer } from '../csm/model';
import { integerParameter, requiredParameter } from '../csm/query';
import { notFound } from '../csm/refusal';
import { fold } from '../csm/registry';
import { siteUsers, type Caller } from '../csm/users';
import type { JiraCall } from './call';

const PAGE = 50;
const PAGE_MAX = 1_000;

interface Account {
  accountId: string;
  displayName: string;
  email: string;
}

const customerAccount = ({ id, displayName, email }: Customer): Account => ({ accountId: id, displayName, email });

/** A user as Jira prints it. */
export function userView({ accountId, displayName, email }: Account): object {
  return {
    self: `https://sandbox.example/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: isPortalOnly(accountId) ? 'customer' : 'atlassian',
    emailAddress: email,
    displayName,
    active: true,
    timeZone: 'UTC',
    locale: 'en_US',
  };
}

export function myself({ caller }: { caller: Caller }): object {
  return userView(caller);
}

/** @throws Refusal 404 where there is none. */
export function userByAccountId({ site, query }: JiraCall): object {
  const accountId = requiredParameter(query, 'accountId');
  const user = siteUsers.find((each) => each.accountId === accountId);
  if (user !== undefined) return userView(user);
  const customer = site.state.customers.get(accountId);
  if (customer === undefined) throw notFound('The user does not exist.');
  return userView(customerAccount(customer));
}

/** Whether a word of the name, or the e-mail, starts with what is looked for. */
function matches({ displayName, email }: Account, wanted: string): boolean {
  return fold(email).startsWith(wanted) || ` ${fold(displayName)}`.includes(` ${wanted}`);
}

/** GET /rest/api/3/user/search. Without the right to browse users nothing is found; accounts can be too new to be found. */
export function searchUsers({ site, caller, query }: JiraCall): object {
  const wanted = fold(requiredParameter(query, 'query'));
  const start = integerParameter(query, 'startAt', { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
  const count = integerParameter(query, 'maxResults', { otherwise: PAGE, least: 1, most: PAGE_MAX });
  if (!caller.rights.includes('user')) return [];
  const settledBefore = site.now() - site.faults.userSearchDelayMs;
  const found = [
    ...siteUsers.filter((user) => matches(user, wanted)),
    ...[...site.state.customers.values()]
      .filter((customer) => customer.createdAt <= settledBefore)
      .map(customerAccount)
      .filter((account) => matches(account, wanted)),
  ];
  return found.slice(start, start + count).map(userView);
}
