import type { Site } from '../../sandbox/site';
import type { FieldDefinition } from '../../src/contract/fields';
import type { ImportPlan, StoredRow, Target } from '../../src/contract/imports';
import { customerIdOf, emailOf, furnishCustomers } from './furnish';
import type { BenchedKind } from './import-run';

const region: FieldDefinition = { name: 'Region', type: 'SELECT', options: ['EU', 'US'] };
function furnishOrganizations(site: Site, count: number): void {
  const { organizations, fields } = site.state();
  fields.organization.add({ id: 'region', ...region, view: 'everyone', edit: 'everyone' });
  for (let index = 0; index < count; index += 1)
    organizations.add({
      id: String(index + 1),
      name: `Company ${index}`,
      customers: new Set(),
      details: new Map(),
    });
}

function furnishWithRegion(site: Site, count: number): void {
  site.state().fields.customer.add({ id: 'region', ...region, view: 'everyone', edit: 'everyone' });
  furnishCustomers(site, count);
}

interface Declared extends Pick<ImportPlan, 'kind' | 'operation'> {
  columns: readonly [header: string, target: Target][];
  cells: (index: number) => string[];
  furnish: BenchedKind['furnish'];
}

/** All of its rows change something that the site has, so that the same rows can be sent once more. */
const benched = ({ kind, operation, columns, cells, furnish }: Declared): BenchedKind => ({
  plan: {
    ...{ kind, operation, route: 'bulk' },
    columns: columns.map(([header, target]) => ({ header, target })),
    fields: columns.some(([, { to }]) => to === 'detail') ? [region] : [],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  },
  rows: (count) => Array.from({ length: count }, (_, index): StoredRow => [index + 2, cells(index)]),
  furnish,
});

const regionOf = (index: number): string => (index % 2 === 0 ? 'EU' : 'US');
const toRegion: [string, Target] = ['Region', { to: 'detail', field: 'Region' }];

/** The kinds that go by bulk requests, beside customer profiles. None of them has to search for anything. */
export const bulkKinds: readonly (readonly [name: string, kind: BenchedKind])[] = [
  [
    'customer accounts',
    benched({
      kind: 'customer-accounts',
      operation: 'UPDATE',
      columns: [
        ['Email', { to: 'email' }],
        ['Name', { to: 'displayName' }],
      ],
      cells: (index) => [emailOf(index), `Customer ${index}`],
      furnish: furnishWithRegion,
    }),
  ],
  [
    'customer detail values',
    benched({
      kind: 'customer-details',
      operation: 'UPDATE',
      columns: [['ID', { to: 'customerId' }], toRegion],
      cells: (index) => [customerIdOf(index), regionOf(index)],
      furnish: furnishWithRegion,
    }),
  ],
  [
    'organization profiles',
    benched({
      kind: 'organization-profiles',
      operation: 'UPSERT',
      columns: [['Name', { to: 'name' }], toRegion],
      cells: (index) => [`Company ${index}`, regionOf(index)],
      furnish: furnishOrganizations,
    }),
  ],
  [
    'organization names',
    benched({
      kind: 'organization-names',
      operation: 'UPDATE',
      columns: [
        ['ID', { to: 'organizationId' }],
        ['Name', { to: 'name' }],
      ],
      cells: (index) => [String(index + 1), `Renamed ${index}`],
      furnish: furnishOrganizations,
    }),
  ],
  [
    'organization detail values',
    benched({
      kind: 'organization-details',
      operation: 'UPDATE',
      columns: [['ID', { to: 'organizationId' }], toRegion],
      cells: (index) => [String(index + 1), regionOf(index)],
      furnish: furnishOrganizations,
    }),
  ],
];
