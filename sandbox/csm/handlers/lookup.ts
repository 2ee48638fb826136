import type { Emulation } from '../call';
import type { Customer, Entitlement, Organization } from '../model';
import { notFound } from '../refusal';

/** Each throws Refusal 404 where there is none. */
export function customerOf({ state }: Emulation, id: string): Customer {
  const customer = state.customers.get(id);
  if (customer === undefined) throw notFound(`There is no customer ${id}.`);
  return customer;
}

export function organizationOf({ state }: Emulation, id: string): Organization {
  const organization = state.organizations.get(id);
  if (organization === undefined) throw notFound(`There is no organization ${id}.`);
  return organization;
}

export function entitlementOf({ state }: Emulation, id: string): Entitlement {
  const entitlement = state.entitlements.get(id);
  if (entitlement === undefined) throw notFound(`There is no entitlement ${id}.`);
  return entitlement;
}
