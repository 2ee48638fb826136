import type { ProfileSettings } from '../../contract/profile/settings';
import {
  MAX_OTHER_ISSUES,
  type OtherIssues,
  type ProfileEntitlement,
  type ProfileOrganization,
} from '../../contract/profile/views';
import { detailValuesOf } from '../../csm/detail-values';
import { profileDetailValues } from '../../csm/profile-details';
import { arrange } from '../../domain/profile/arrange';
import { openIssuesOf, otherOpenIssuesOf } from '../../domain/profile/other-issues';
import type { Visit } from '../define';
import { part } from '../part';
import type { ProfileHandler } from './handler';
import { PATIENCE } from './patience';
import { readProfileSettings } from './settings';
import { type Proof, Statements } from './statements';

const NAME = 'profile.rest';

/** Three calls of the site at once, as the user. What one of them is refused does not cost the others. */
export const rest: ProfileHandler<'profile.rest'> = async ({ proof: sealed }, visit) => {
  const [{ settings }, statements] = await Promise.all([readProfileSettings(), Statements.of(visit)]);
  const proof = statements.readProof(sealed);
  const [customer, issues] = await Promise.all([
    proof.isCustomer ? customerParts(proof, visit, settings) : null,
    part(NAME, readOtherIssues(proof, visit)),
  ]);
  return { customer, issues };
};

async function customerParts(proof: Proof, { csm }: Visit, settings: ProfileSettings) {
  const [entitlements, organizations] = await Promise.all([
    part(NAME, readEntitlements(csm, proof.personId, settings)),
    part(NAME, readOrganizations(csm, proof.organizationIds, settings)),
  ]);
  return { entitlements, organizations };
}

/** In the order of the site. Rejects with SiteError. */
async function readEntitlements(
  csm: Visit['csm'],
  customerId: string,
  { entitlement: rules, entitlementEnd }: ProfileSettings,
): Promise<ProfileEntitlement[]> {
  const entitlements = await csm.call('get-customer-entitlements', { path: { customerId }, ...PATIENCE });
  return entitlements.map(({ id, product, entitledEntity, details }) => {
    const values = detailValuesOf(details);
    const end = values.find(({ name, type }) => name === entitlementEnd && type === 'DATE');
    return {
      id,
      product: product.name,
      organizationId: entitledEntity.type === 'ORGANIZATION' ? entitledEntity.id : null,
      fields: arrange(values, rules),
      endsOn: end?.values[0] ?? null,
    };
  });
}

/** In one request, those that the site leaves out left out; none where there is nothing to ask. Rejects with SiteError. */
async function readOrganizations(
  csm: Visit['csm'],
  organizationIds: string[],
  { organization: rules }: ProfileSettings,
): Promise<ProfileOrganization[]> {
  if (organizationIds.length === 0) return [];
  const { profiles } = await csm.call('get-multiple-organization-profiles', { body: { organizationIds }, ...PATIENCE });
  return profiles.map(({ id, name, details }) => {
    const { details: shown } = arrange(profileDetailValues(details), rules);
    // The site sends fields with values alone: of one that is not there nothing can be said.
    return { id, name, fields: { details: shown, absent: [] } };
  });
}

/** Rejects with SiteError. */
async function readOtherIssues({ personId, issueKey }: Proof, { jira }: Visit): Promise<OtherIssues> {
  const found = await jira.searchIssues(otherOpenIssuesOf(personId, issueKey), MAX_OTHER_ISSUES, PATIENCE);
  return { ...found, jql: openIssuesOf(personId) };
}
