import type { SiteState } from '../../sandbox/csm/state';
import { writeSample } from './csv';

const ROWS = 12;

/**
 * Writes a small file for each kind beside customers with their profiles. They name what the site has; the last row
 * of each that needs something there names what it has not.
 */
export function writeKindSamples(state: SiteState): void {
  const customers = [...state.customers.values()];
  const organizations = [...state.organizations.values()];
  const emails = (from: number): string[] => customers.slice(from, from + ROWS).map(({ email }) => email);
  const names = (from: number): string[] => organizations.slice(from, from + ROWS).map(({ name }) => name);
  const numbers = Array.from({ length: ROWS }, (_, index) => index + 1);
  const [nobody, nowhere] = ['nobody@customers.example', 'Nowhere Holdings'];

  writeSample(
    'customer-accounts.csv',
    ['Email', 'Display name'],
    numbers.map((number) => [`new.customer.${number}@import.example`, `New Customer ${number}`]),
  );
  writeSeveral(names(40));
  writeSample(
    'organization-profiles.csv',
    ['Organization', 'Industry', 'Regions', 'Customers', 'Product'],
    numbers.map((number, at) => [`Sample Company ${number}`, 'Health', 'EU;US', emails(20)[at] ?? '', 'Field Service']),
  );
  writeSample(
    'organization-names.csv',
    ['Organization'],
    numbers.map((number) => [`Sample Branch ${number}`]),
  );
  writeSample(
    'customer-details.csv',
    ['Email', 'Tier', 'Interests'],
    [...emails(40), nobody].map((email, at) => [email, at % 2 === 0 ? 'Gold' : 'Platinum', 'Webinars;Events']),
  );
  writeSample(
    'organization-details.csv',
    ['Organization', 'Industry', 'Employees'],
    [...names(10), nowhere].map((name, at) => [name, 'Finance', String(100 + at)]),
  );
  writeSample(
    'products.csv',
    ['Product'],
    numbers.map((number) => [`Sample Product ${number}`]),
  );
  writeSample(
    'entitlements.csv',
    ['Email', 'Product', 'Plan', 'Valid until', 'Licenses'],
    [...emails(60), nobody].map((email, at) => [email, 'Data Residency', 'Standard', '2027-12-31', String(5 + at)]),
  );
  writeSample('customer-removals.csv', ['Email'], [...emails(80), nobody].map((email) => [email]));
  writeSample('organization-removals.csv', ['Organization'], [...names(30), nowhere].map((name) => [name]));
  writeSample(
    'membership-removals.csv',
    ['Email', 'Organization'],
    organizations.slice(50, 50 + ROWS).flatMap(({ name, customers: members }) => {
      const [first] = members;
      const member = first === undefined ? undefined : state.customers.get(first);
      return member === undefined ? [] : [[member.email, name]];
    }),
  );
}

/** Customers with values of their organizations and entitlements; the last row says something else of its organization. */
function writeSeveral(organizations: readonly string[]): void {
  writeSample(
    'customers-and-organizations.csv',
    ['Email', 'Name', 'Company', 'Industry', 'Company address', 'Product', 'Plan', 'Valid until', 'Licenses'],
    Array.from({ length: ROWS }, (_, at) => [
      ...[`person.${at + 1}@import.example`, `Sample Person ${at + 1}`, organizations[Math.floor(at / 3)] ?? ''],
      ...[at === ROWS - 1 ? 'Retail' : 'Education', at % 3 === 0 ? `${at + 1} Main Street` : ''],
      ...(at % 4 === 3 ? ['Field Service', '', '', ''] : ['Data Residency', 'Gold', '31.12.2027', String(5 + at)]),
    ]),
  );
}
