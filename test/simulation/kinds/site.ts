import type { SiteState } from '../../../sandbox/csm/state';

export const emailOf = (index: number): string => `customer${index}@example.com`;
export const customerId = (index: number): string => `qm:simulated:${index}`;
export const organizationId = (index: number): string => String(1_000 + index);
export const organizationName = (index: number): string => `Organization ${index}`;

export function addCustomer(state: SiteState, index: number): void {
  state.customers.add({
    id: customerId(index),
    email: emailOf(index),
    displayName: 'Before',
    createdAt: 0,
    details: new Map([['Tags', ['c']]]),
    organizations: new Set(),
  });
}

export function addOrganization(state: SiteState, index: number): void {
  const details = new Map([['Tags', ['c']]]);
  state.organizations.add({ id: organizationId(index), name: organizationName(index), details, customers: new Set() });
}

export function join(state: SiteState, customer: number, organization: number): void {
  state.customers.get(customerId(customer))?.organizations.add(organizationId(organization));
  state.organizations.get(organizationId(organization))?.customers.add(customerId(customer));
}

export function entitle(
  state: SiteState,
  entity: { id: string; type: 'CUSTOMER' | 'ORGANIZATION' },
  productId: string,
) {
  const id = `entitlement-${entity.id}-${productId}`;
  state.entitlements.set(id, { id, productId, entity, details: new Map() });
}

export const isEntitled = (state: SiteState, entityId: string, productId: string) =>
  [...state.entitlements.values()].find((one) => one.entity.id === entityId && one.productId === productId);
