import { ORGANIZATIONS_PER_CUSTOMER, PRODUCTS_PER_ENTITY } from './limits';
import type { Customer, Entitlement, Organization } from './model';
import { badRequest, notFound, type Refusal } from './refusal';
import type { SiteState } from './state';

/** Puts a customer into an organization; nothing happens where it is in already. */
export function joinOrganization(state: SiteState, customer: Customer, organizationId: string): Refusal | null {
  const organization = state.organizations.get(organizationId);
  if (organization === undefined) return notFound(`There is no organization ${organizationId}.`);
  if (customer.organizations.has(organization.id)) return null;
  if (customer.organizations.size >= ORGANIZATIONS_PER_CUSTOMER) {
    return badRequest(`A customer is in at most ${ORGANIZATIONS_PER_CUSTOMER} organizations.`);
  }
  customer.organizations.add(organization.id);
  organization.customers.add(customer.id);
  return null;
}

export function leaveOrganization(customer: Customer, organization: Organization): void {
  customer.organizations.delete(organization.id);
  organization.customers.delete(customer.id);
}

export function* entitlementsOf(state: SiteState, entityId: string): Generator<Entitlement> {
  for (const entitlement of state.entitlements.values()) if (entitlement.entity.id === entityId) yield entitlement;
}

/** Those of the customer, then those inherited from its organizations. */
export function* entitlementsOfCustomer(state: SiteState, customer: Customer): Generator<Entitlement> {
  for (const entitlement of state.entitlements.values()) {
    const { entity } = entitlement;
    if (entity.id === customer.id || customer.organizations.has(entity.id)) yield entitlement;
  }
}

/** @returns the entitlement, or why there is none: 404 unknown product. */
export function entitle(state: SiteState, entity: Entitlement['entity'], productId: string): Entitlement | Refusal {
  if (state.products.get(productId) === undefined) return notFound(`There is no product ${productId}.`);
  const entitlement: Entitlement = { id: state.ids.uuid(), productId, entity, details: new Map() };
  state.entitlements.set(entitlement.id, entitlement);
  return entitlement;
}

/** Associates a product: an entitlement of its own, unless there is one. */
export function associateProduct(state: SiteState, entity: Entitlement['entity'], productId: string): Refusal | null {
  const products = new Set([...entitlementsOf(state, entity.id)].map((entitlement) => entitlement.productId));
  if (products.has(productId)) return null;
  if (products.size >= PRODUCTS_PER_ENTITY) {
    return badRequest(`At most ${PRODUCTS_PER_ENTITY} products can be associated.`);
  }
  const result = entitle(state, entity, productId);
  return result instanceof Error ? result : null;
}

/** Takes away every entitlement for which the test holds. */
export function revokeWhere(state: SiteState, test: (entitlement: Entitlement) => boolean): void {
  for (const [id, entitlement] of state.entitlements) if (test(entitlement)) state.entitlements.delete(id);
}
