import * as v from 'valibot';
import type { OrganizationName } from '../../src/contract/customers';
import { profileResolvers } from '../../src/contract/profile';
import type { ProfileEntitlement } from '../../src/contract/profile/views';
import type { ResolverError } from '../../src/contract/result';

/** What the site says that is down. */
export const outage: { ok: false; error: ResolverError } = {
  ok: false,
  error: { code: 'SITE_UNAVAILABLE', message: 'Your site says: Service Unavailable' },
};

const openedSchema = v.looseObject({ reporter: v.looseObject({}) });

/** Of what `profile.open` answers, all but the customer's own call. */
export function lackingCustomer(data: unknown): object {
  const opened = v.parse(openedSchema, data);
  return { ...opened, reporter: { ...opened.reporter, customer: outage } };
}

/** Of what `profile.menu` answers, all but who takes part in the issue beside its reporter. */
export const lackingParticipants = (menu: object): object => ({ ...menu, participants: outage });

/** Of what `profile.rest` answers, the other issues alone. */
export const lackingCustomerParts = (rest: object): object => ({
  ...rest,
  customer: { entitlements: outage, organizations: outage },
});

const DAY_MS = 86_400_000;

/** The date so many days from now, negative before, as `2026-03-04`. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** An entitlement to a product of that name: the customer's own, without an end, unless `rest` says otherwise. */
export const entitlement = (product: string, rest: Partial<ProfileEntitlement> = {}): ProfileEntitlement => ({
  id: product,
  product,
  organizationId: null,
  fields: { details: [], absent: [] },
  endsOn: null,
  ...rest,
});

/** Entitlements to `Product 1` and so on. */
export const products = (count: number): ProfileEntitlement[] =>
  Array.from({ length: count }, (_, index) => entitlement(`Product ${index + 1}`));

/** Of what `profile.rest` answers makes one of a customer who is entitled to these. */
export const entitledTo =
  (entitlements: ProfileEntitlement[]) =>
  (data: unknown): object => {
    const rest = v.parse(profileResolvers['profile.rest'].response, data);
    return { ...rest, customer: { ...rest.customer, entitlements: { ok: true, data: entitlements } } };
  };

/** Of what `profile.open` answers makes one of a customer who is in these. @throws Error where it has no customer */
export const memberOf =
  (organizations: OrganizationName[]) =>
  (data: unknown): object => {
    const opened = v.parse(profileResolvers['profile.open'].response, data);
    const { reporter } = opened;
    if (reporter?.customer.ok !== true) throw new Error('The issue has no customer.');
    const customer = { ...reporter.customer, data: { ...reporter.customer.data, organizations } };
    return { ...opened, reporter: { ...reporter, customer } };
  };
