import { isPortalOnly, type Customer } from '../csm/model';
import { integerParameter, requiredParameter } from '../csm/query';
import { forbidden, notFound } from '../csm/refusal';
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

type Named = Pick<Customer, 'displayName' | 'email'>;

/** What the search compares, kept for each name: a search looks at every customer of the site. */
const foldedNames = new WeakMap<Named, { of: string; email: string; words: string }>();

function foldedName(account: Named): { email: string; words: string } {
  const known = foldedNames.get(account);
  if (known?.of === account.displayName) return known;
  const { displayName, email } = account;
  const folded = { of: displayName, email: fold(email), words: ` ${fold(displayName)}` };
  foldedNames.set(account, folded);
  return folded;
}

/** Whether a word of the name, or the e-mail, starts with what is looked for. */
function matches(account: Named, wanted: string): boolean {
  const { email, words } = foldedName(account);
  return email.startsWith(wanted) || words.includes(` ${wanted}`);
}

/** GET /rest/api/3/user/search. Without the right to browse users nothing is found; accounts can be too new to be found. */
export function searchUsers({ site, caller, query }: JiraCall): object {
  const wanted = fold(requiredParameter(query, 'query'));
  const start = integerParameter(query, 'startAt', { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
  const count = integerParameter(query, 'maxResults', { otherwise: PAGE, least: 1, most: PAGE_MAX });
  if (!caller.rights.includes('user')) return [];
  const settledBefore = site.now() - site.faults.userSearchDelayMs;
  const found: Account[] = siteUsers.filter((user) => matches(user, wanted));
  for (const customer of site.state.customers.values())
    if (customer.createdAt <= settledBefore && matches(customer, wanted)) found.push(customerAccount(customer));
  return found.slice(start, start + count).map(userView);
}

/**
 * GET /rest/api/3/users/search: every account of the site, at most 1,000 a page.
 * @throws Refusal 403 without the right to browse users
 */
export function listUsers({ site, caller, query }: JiraCall): object {
  const start = integerParameter(query, 'startAt', { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
  const count = integerParameter(query, 'maxResults', { otherwise: PAGE, least: 1, most: Number.MAX_SAFE_INTEGER });
  if (!caller.rights.includes('user')) throw forbidden('You do not have permission to browse users.');
  const settledBefore = site.now() - site.faults.userSearchDelayMs;
  const customers = [...site.state.customers.values()].filter(({ createdAt }) => createdAt <= settledBefore);
  const accounts: Account[] = [...siteUsers, ...customers.map(customerAccount)];
  return accounts.slice(start, start + Math.min(count, PAGE_MAX)).map(userView);
}
