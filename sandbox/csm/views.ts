import { entitlementsOf, entitlementsOfCustomer } from './associations';
import { detailsView, profileDetailsView } from './details';
import type { Customer, Entitlement, Organization } from './model';
import type { SiteState } from './state';
import type { Caller } from './users';

/** The contract's CustomerOrganization. */
export const organizationView = ({ id, name }: Organization): object => ({ id, name });

export function organizationsOfView(state: SiteState, customer: Customer): object[] {
  return [...customer.organizations].flatMap((id) => {
    const organization = state.organizations.get(id);
    return organization === undefined ? [] : [organizationView(organization)];
  });
}

/** The contract's Entitlement. */
export function entitlementView(state: SiteState, entitlement: Entitlement, caller: Caller): object {
  return {
    id: entitlement.id,
    product: state.products.get(entitlement.productId),
    entitledEntity: entitlement.entity,
    details: detailsView(state, 'entitlement', entitlement.details, caller),
  };
}

function profileEntitlementView(state: SiteState, entitlement: Entitlement, caller: Caller): object {
  return {
    id: entitlement.id,
    product: state.products.get(entitlement.productId),
    entitledEntity: entitlement.entity,
    details: profileDetailsView(state, 'entitlement', entitlement.details, caller),
  };
}

/** The contract's CustomerAccountProfile. Entitlements, with the inherited ones, where they are asked for. */
export function customerProfileView(
  state: SiteState,
  customer: Customer,
  caller: Caller,
  withEntitlements: boolean,
): object {
  return {
    customerId: customer.id,
    displayName: customer.displayName,
    email: customer.email,
    organizations: organizationsOfView(state, customer),
    details: profileDetailsView(state, 'customer', customer.details, caller),
    ...(withEntitlements && {
      entitlements: [...entitlementsOfCustomer(state, customer)].map((each) =>
        profileEntitlementView(state, each, caller),
      ),
    }),
  };
}

/** The contract's OrganizationProfile. Entitlements where they are asked for. */
export function organizationProfileView(
  state: SiteState,
  organization: Organization,
  caller: Caller,
  withEntitlements: boolean,
): object {
  return {
    id: organization.id,
    name: organization.name,
    details: profileDetailsView(state, 'organization', organization.details, caller),
    customers: [...organization.customers].map((id) => ({ id })),
    ...(withEntitlements && {
      entitlements: [...entitlementsOf(state, organization.id)].map((each) =>
        profileEntitlementView(state, each, caller),
      ),
    }),
  };
}
