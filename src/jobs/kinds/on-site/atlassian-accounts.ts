import type { CustomerProfileOperation } from '../../../domain/kinds/customer-profiles/operation';
import type { SeenProfile } from '../../../domain/kinds/customer-profiles/seen';
import { productsLacking, strictly, valuesLacking } from '../../../domain/kinds/seen-values';
import { fold } from '../../../domain/fold';
import type { ByCalls } from '../half';
import type { SiteApi } from '../site-api';
import { fetchProfiles } from './customers-seen';
import { callForEach } from './field-calls';

/** Ids of portal-only customers begin so; all others are those of Atlassian accounts. CSM reference, customers. */
const PORTAL_ONLY = 'qm:';

const NO_PRODUCTS =
  'Products: the customer has an Atlassian account, which a bulk import can’t grant products. Import them as entitlements.';

interface Change {
  label: string;
  call: () => Promise<unknown>;
}

/**
 * Updates customers with an Atlassian account, whom bulk requests refuse by their email. Nothing updates a profile in one
 * call: each value, each organization and the name has one of its own. What the profile shows already is not written, so
 * that a try after one that was cut short goes on. Products are not granted: a call for one that is made twice can grant twice.
 */
export const atlassianAccounts: ByCalls<CustomerProfileOperation> = {
  // The words of the site; how a live one says it is not stated.
  mayHelp: ({ operationType }, refusal) => operationType !== 'CREATE' && /atlassian account/i.test(refusal),
  async perform(site, { payload }, mayWrite) {
    const profile = await findAccount(site, payload);
    if (profile === null) return 'other';
    const changes = changesOf(site, profile, payload);
    if (changes.length > 0 && !mayWrite) return 'open';
    const refused = await callForEach(
      changes,
      ({ label }) => label,
      ({ call }) => call(),
    );
    const products = productsLacking(payload.associateProducts?.productIds ?? [], 'CUSTOMER', profile.entitlements);
    const words = [...(refused === null ? [] : [refused]), ...(products.length === 0 ? [] : [NO_PRODUCTS])];
    return { refused: words.length === 0 ? null : words.join(' '), id: profile.customerId };
  },
};

async function findAccount(
  site: SiteApi,
  { customerId, email }: CustomerProfileOperation['payload'],
): Promise<SeenProfile | null> {
  const id = customerId ?? (email === undefined ? undefined : await site.findCustomerByEmail(email));
  if (id === undefined || id.startsWith(PORTAL_ONLY)) return null;
  const profile = (await fetchProfiles(site, [id])).get(id);
  if (profile === undefined) return null;
  // The search may find a namesake whose email is hidden.
  const isMeant = customerId !== undefined || fold(profile.email ?? '') === fold(email ?? '');
  return isMeant ? profile : null;
}

function changesOf(
  site: SiteApi,
  profile: SeenProfile,
  { displayName, details = [], associateOrganizations }: CustomerProfileOperation['payload'],
): Change[] {
  const { customerId } = profile;
  const path = { customerId };
  const lacking = new Set(valuesLacking(details, profile.details, strictly).map(({ part }) => part));
  const joined = new Set(profile.organizations?.map(({ id }) => id));
  const organizations = (associateOrganizations?.organizationIds ?? []).map(String).filter((id) => !joined.has(id));
  return [
    ...details
      .filter(({ name }) => lacking.has(name))
      .map(({ name, values }) => ({
        label: `Detail field ${name}`,
        call: () =>
          site.csm.call('update-field-value-for-customer', { path, query: { fieldName: name }, body: { values } }),
      })),
    ...organizations.map((id) => ({ label: `Organization ${id}`, call: () => site.addMembers(id, [customerId]) })),
    ...(displayName === undefined || displayName === profile.displayName
      ? []
      : [
          {
            label: 'Display name',
            call: () => site.csm.call('update-customer-account', { path, body: { displayName } }),
          },
        ]),
  ];
}
