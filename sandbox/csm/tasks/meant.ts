import type { Emulation } from '../call';
import { createCustomer } from '../customers';
import type { Customer, Organization } from '../model';
import { createOrganization } from '../organizations';
import { badRequest, notFound, type Refusal } from '../refusal';

/**
 * Whom a row of a bulk request means. Where it gives an id beside an e-mail or a name, the id decides. Ids are the
 * site's to give: a row with one never creates. CSM reference, bulk operations.
 */
interface CustomerNames {
  customerId?: string | undefined;
  email?: string | undefined;
  displayName?: string | undefined;
}

interface OrganizationNames {
  id?: string | undefined;
  name?: string | undefined;
}

export function meantCustomer({ state }: Emulation, { customerId, email }: CustomerNames): Customer | undefined {
  return customerId === undefined ? state.customers.find(email ?? '') : state.customers.get(customerId);
}

export function createMeantCustomer(site: Emulation, names: CustomerNames): Customer | Refusal {
  const { customerId, email = '', displayName } = names;
  if (customerId === undefined) return createCustomer(site.state, { email, displayName }, site.now());
  return meantCustomer(site, names) === undefined
    ? notFound(`There is no customer ${customerId}.`)
    : badRequest(`The customer ${customerId} exists already.`);
}

export function meantOrganization({ state }: Emulation, { id, name }: OrganizationNames): Organization | undefined {
  return id === undefined ? state.organizations.find(name ?? '') : state.organizations.get(id);
}

export function createMeantOrganization(site: Emulation, names: OrganizationNames): Organization | Refusal {
  const { id, name = '' } = names;
  if (id === undefined) return createOrganization(site.state, name);
  return meantOrganization(site, names) === undefined
    ? notFound(`There is no organization ${id}.`)
    : badRequest(`The organization ${id} exists already.`);
}
