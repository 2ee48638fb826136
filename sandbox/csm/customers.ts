import { leaveOrganization, revokeWhere } from './associations';
import { DISPLAY_NAME_MAX } from './limits';
import type { Customer } from './model';
import { badRequest, type Refusal } from './refusal';
import { newCustomerId, type SiteState } from './state';
import { isEmail } from './value-rules';

/** Creates a portal-only account. @returns why not: 400 no e-mail address, or one that is taken. */
export function createCustomer(
  state: SiteState,
  from: { email: string; displayName?: string | undefined },
  now: number,
): Customer | Refusal {
  const email = from.email.trim();
  if (!isEmail(email)) return badRequest(`"${from.email}" is not an e-mail address.`);
  if (state.customers.find(email) !== undefined)
    return badRequest(`A customer with the e-mail ${email} exists already.`);
  const displayName = from.displayName?.trim() ?? '';
  const problem = displayNameProblem(displayName);
  if (problem !== null) return problem;
  return state.customers.add({
    id: newCustomerId(state),
    email,
    displayName: displayName === '' ? email : displayName,
    createdAt: now,
    details: new Map(),
    organizations: new Set(),
  });
}

function displayNameProblem(displayName: string): Refusal | null {
  return displayName.length > DISPLAY_NAME_MAX
    ? badRequest(`A display name has at most ${DISPLAY_NAME_MAX} characters.`)
    : null;
}

/** Changes the display name; an empty one is refused with 400. */
export function renameCustomer(customer: Customer, displayName: string): Refusal | null {
  const name = displayName.trim();
  if (name === '') return badRequest('A display name is not empty.');
  const problem = displayNameProblem(name);
  if (problem === null) customer.displayName = name;
  return problem;
}

/** Deletes a customer with its memberships and its own entitlements. */
export function deleteCustomer(state: SiteState, customer: Customer): void {
  for (const id of customer.organizations) {
    const organization = state.organizations.get(id);
    if (organization !== undefined) leaveOrganization(customer, organization);
  }
  revokeWhere(state, (entitlement) => entitlement.entity.id === customer.id);
  state.customers.remove(customer);
}
