import type { Candidate, NamedPerson } from '../../../contract/customers';
import type { CustomerAccountProfile } from '../../../csm/contract/schemas.gen';
import { fold } from '../../../domain/fold';
import type { JiraUser } from '../../../jira/client';
import { inParallel } from '../../../platform/in-parallel';
import type { Handler, Visit } from '../../define';

/** Profiles of one fetch. CSM reference, customer/profile/fetch. */
const PROFILES_PER_FETCH = 25;
/** Searches, or fetches, at once. Well under the burst limit of Jira Cloud's REST API (about 100 reads a second). */
const AT_ONCE = 5;
/** Accounts that one person of a list can mean: more are nothing to choose from. */
const MAX_CANDIDATES = 10;

type Account = Pick<JiraUser, 'accountId' | 'email'>;

/** The accounts are searched for one by one; their profiles, which customers alone have, are fetched together. */
export const recognize: Handler<'customers.recognize'> = async ({ wanted, organizationId }, { csm, jira }) => {
  const accounts = new Map<NamedPerson, Account[]>();
  await inParallel(AT_ONCE, wanted, async (person) => {
    accounts.set(person, (await accountsOf(jira, person)).slice(0, MAX_CANDIDATES));
  });
  const ids = new Set([...accounts.values()].flat().map(({ accountId }) => accountId));
  const profiles = await fetchProfiles(csm, [...ids]);
  return {
    candidates: wanted.map((person) =>
      (accounts.get(person) ?? []).flatMap(({ accountId, email }): Candidate[] => {
        const profile = profiles.get(accountId);
        if (profile === undefined) return [];
        const isMember = profile.organizations?.some(({ id }) => id === organizationId) ?? false;
        return [{ id: accountId, name: profile.displayName, email: profile.email ?? email, isMember }];
      }),
    ),
  };
};

async function accountsOf(jira: Visit['jira'], { by, text }: NamedPerson): Promise<Account[]> {
  if (by === 'id') return [{ accountId: text, email: null }];
  if (by === 'email') {
    const found = await jira.findUsersByEmail(text);
    // Whoever shows the address has it; whoever hides theirs is found by the whole of it as well.
    const shown = found.filter(({ email }) => email !== null);
    return shown.length > 0 ? shown : found;
  }
  const found = await jira.searchUsers(text, { start: 0, limit: MAX_CANDIDATES });
  const named = found.filter(({ displayName }) => fold(displayName) === fold(text));
  return named.length > 0 ? named : found;
}

async function fetchProfiles(csm: Visit['csm'], ids: readonly string[]): Promise<Map<string, CustomerAccountProfile>> {
  const profiles = new Map<string, CustomerAccountProfile>();
  const fetches = Array.from({ length: Math.ceil(ids.length / PROFILES_PER_FETCH) }, (_, at) =>
    ids.slice(at * PROFILES_PER_FETCH, (at + 1) * PROFILES_PER_FETCH),
  );
  await inParallel(AT_ONCE, fetches, async (customerIds) => {
    const fetched = await csm.call('get-multiple-customer-profiles', { body: { customerIds } });
    for (const profile of fetched.profiles) profiles.set(profile.customerId, profile);
  });
  return profiles;
}
