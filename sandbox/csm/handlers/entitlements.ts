import { entitle, entitlementsOf, entitlementsOfCustomer } from '../associations';
import type { Call, Emulation, Handlers } from '../call';
import type { Entitlement } from '../model';
import { badRequest, Refusal } from '../refusal';
import type { Caller } from '../users';
import { entitlementView } from '../views';
import { customerOf, entitlementOf, organizationOf } from './lookup';

function listView(
  site: Emulation,
  caller: Caller,
  entitlements: Iterable<Entitlement>,
  product: string | null,
): object[] {
  return [...entitlements]
    .filter((entitlement) => product === null || entitlement.productId === product)
    .map((entitlement) => entitlementView(site.state, entitlement, caller));
}

/** @throws Refusal 404 for an unknown product, 400 where the entity has the product already. */
function grant(
  { site, body, caller }: Call<'create-customer-entitlement' | 'create-organization-entitlement'>,
  entity: Entitlement['entity'],
): object {
  const { productId } = body();
  for (const { productId: granted } of entitlementsOf(site.state, entity.id)) {
    if (granted === productId && !site.faults.doublesTaken)
      throw badRequest('There is an entitlement to this product already.');
  }
  const entitlement = entitle(site.state, entity, productId);
  if (entitlement instanceof Refusal) throw entitlement;
  return entitlementView(site.state, entitlement, caller);
}

export const entitlementHandlers: Handlers<
  | 'get-customer-entitlements'
  | 'create-customer-entitlement'
  | 'get-organization-entitlements'
  | 'create-organization-entitlement'
  | 'get-entitlement'
  | 'delete-entitlement'
> = {
  'get-customer-entitlements': ({ site, param, query, caller }) => {
    const customer = customerOf(site, param('customerId'));
    return listView(site, caller, entitlementsOfCustomer(site.state, customer), query.get('product'));
  },
  'create-customer-entitlement': (call) =>
    grant(call, { id: customerOf(call.site, call.param('customerId')).id, type: 'CUSTOMER' }),
  'get-organization-entitlements': ({ site, param, query, caller }) => {
    const organization = organizationOf(site, param('organizationId'));
    return listView(site, caller, entitlementsOf(site.state, organization.id), query.get('product'));
  },
  'create-organization-entitlement': (call) =>
    grant(call, { id: organizationOf(call.site, call.param('organizationId')).id, type: 'ORGANIZATION' }),
  'get-entitlement': ({ site, param, caller }) =>
    entitlementView(site.state, entitlementOf(site, param('entitlementId')), caller),
  /** The contract has no 404 here. */
  'delete-entitlement': ({ site: { state }, param }) => {
    const id = param('entitlementId');
    if (!state.entitlements.delete(id)) throw badRequest(`There is no entitlement ${id}.`);
    return undefined;
  },
};
