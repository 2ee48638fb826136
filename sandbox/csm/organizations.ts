import { leaveOrganization, revokeWhere } from './associations';
import { ORGANIZATION_NAME_MAX } from './limits';
import type { Organization } from './model';
import { badRequest, type Refusal } from './refusal';
import type { SiteState } from './state';

function nameProblem(state: SiteState, name: string, own?: Organization): Refusal | null {
  if (name === '') return badRequest('The name of an organization is not empty.');
  if (name.length > ORGANIZATION_NAME_MAX) {
    return badRequest(`The name of an organization has at most ${ORGANIZATION_NAME_MAX} characters.`);
  }
  const taken = state.organizations.find(name);
  return taken === undefined || taken === own ? null : badRequest(`An organization named "${name}" exists already.`);
}

/** @returns why not: 400 for a name that is empty, too long or taken. */
export function createOrganization(state: SiteState, rawName: string): Organization | Refusal {
  const name = rawName.trim();
  const problem = nameProblem(state, name);
  if (problem !== null) return problem;
  return state.organizations.add({ id: state.ids.number(), name, details: new Map(), customers: new Set() });
}

/** @returns why not: 400 for a name that is empty, too long or taken. */
export function renameOrganization(state: SiteState, organization: Organization, rawName: string): Refusal | null {
  const name = rawName.trim();
  const problem = nameProblem(state, name, organization);
  if (problem === null) state.organizations.change(organization, () => (organization.name = name));
  return problem;
}

/** Deletes an organization with its memberships and entitlements. Its customers stay. */
export function deleteOrganization(state: SiteState, organization: Organization): void {
  for (const id of organization.customers) {
    const customer = state.customers.get(id);
    if (customer !== undefined) leaveOrganization(customer, organization);
  }
  revokeWhere(state, (entitlement) => entitlement.entity.id === organization.id);
  state.organizations.remove(organization);
}
