import type { DirectoryFilter, DirectoryStatus, DirectoryView, Gap, ListedEntity } from '../../../contract/directory';
import { HORIZONS } from '../../../contract/directory-report';
import { fieldColumn, fieldOf } from '../../../domain/directory/values';
import { byName } from '../../../domain/directory/sort';
import { countOf, formatCount } from '../../shared/format';

/** What a list shows before anybody has chosen something. */
export const defaultViews: Readonly<Record<ListedEntity, DirectoryView>> = {
  customer: { filters: [], sort: byName, columns: ['name', 'email', 'organizations', 'products', 'ends'] },
  organization: { filters: [], sort: byName, columns: ['name', 'customers', 'products', 'ends'] },
  entitlement: { filters: [], sort: byName, columns: ['name', 'products', 'ends', 'holder'] },
};

const entitlements = (...filters: DirectoryFilter[]): DirectoryView => ({ ...defaultViews.entitlement, filters });

/** Entitlements that end within so many days, those that end first before the others. */
export const endingView = (days: number): DirectoryView => ({
  ...entitlements({ by: 'ends', days }),
  sort: { column: 'ends', isDescending: false },
});

/** Entitlements that have ended, the latest first. */
export const endedView: DirectoryView = {
  ...entitlements({ by: 'ended' }),
  sort: { column: 'ends', isDescending: true },
};

/** Views that every site has, beside the default. */
export const givenViews: Readonly<Record<ListedEntity, readonly { name: string; view: DirectoryView }[]>> = {
  customer: [
    { name: 'All customers', view: defaultViews.customer },
    {
      name: 'Entitlement ends in 30 days',
      view: {
        ...defaultViews.customer,
        filters: [{ by: 'ends', days: 30 }],
        sort: { column: 'ends', isDescending: false },
      },
    },
    { name: 'Entitlement has ended', view: { ...defaultViews.customer, filters: [{ by: 'ended' }] } },
    { name: 'Without organization', view: { ...defaultViews.customer, filters: [{ by: 'no-organization' }] } },
  ],
  organization: [
    { name: 'All organizations', view: defaultViews.organization },
    {
      name: 'Entitlement ends in 30 days',
      view: {
        ...defaultViews.organization,
        filters: [{ by: 'ends', days: 30 }],
        sort: { column: 'ends', isDescending: false },
      },
    },
  ],
  entitlement: [
    { name: 'All entitlements', view: defaultViews.entitlement },
    ...HORIZONS.map((days) => ({ name: `Ends in ${days} days`, view: endingView(days) })),
    { name: 'Has ended', view: endedView },
    { name: 'Held by customers', view: entitlements({ by: 'holder', holder: 'customer' }) },
    { name: 'Held by organizations', view: entitlements({ by: 'holder', holder: 'organization' }) },
  ],
};

const titles: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email',
  id: 'ID',
  organizations: 'Organizations',
  products: 'Entitled to',
  ends: 'Entitled until',
  customers: 'Customers',
};

/** Of a list of entitlements, whose names and IDs are those of their holders. */
const entitlementTitles: Readonly<Record<string, string>> = {
  ...titles,
  name: 'Holder',
  holder: 'Held by',
  id: 'Holder ID',
  products: 'Product',
  ends: 'Ends',
};

export const columnTitle = (entity: ListedEntity, column: string): string =>
  fieldOf(column) ?? (entity === 'entitlement' ? entitlementTitles : titles)[column] ?? column;

/** Columns that a list can show, beside the name and those of detail fields. */
const ownColumns: Readonly<Record<ListedEntity, readonly string[]>> = {
  customer: ['email', 'organizations', 'products', 'ends', 'id'],
  organization: ['customers', 'products', 'ends', 'id'],
  entitlement: ['holder', 'email', 'products', 'ends', 'id'],
};

/** The columns that a list can show, beside the name, which it always shows. */
export const columnsFor = (entity: ListedEntity, fields: readonly string[]): string[] => [
  ...ownColumns[entity],
  ...fields.map(fieldColumn),
];

export const holderNames = { customer: 'Customer', organization: 'Organization' } as const;

/** What a text is looked for in. */
export const searchWords: Readonly<Record<ListedEntity, string>> = {
  customer: 'Name or email has',
  organization: 'Name has',
  entitlement: 'Name or email has',
};

/** A filter as a person says it. */
export function filterWords(entity: ListedEntity, filter: DirectoryFilter): string {
  switch (filter.by) {
    case 'text':
      return `${searchWords[entity]} “${filter.text}”`;
    case 'field':
      return `${filter.field} ${filter.how === 'is' ? 'is' : 'begins with'} ${filter.value}`;
    case 'empty':
      return `${filter.field} is empty`;
    case 'organization':
      return `In ${filter.organization.name}`;
    case 'no-organization':
      return 'Without organization';
    case 'product':
      return `Entitled to ${filter.product.name}`;
    case 'ends':
      return `Entitlement ends in ${countOf(filter.days, 'day')}`;
    case 'ended':
      return 'Entitlement has ended';
    case 'holder':
      return `Held by ${filter.holder}s`;
  }
}

/** What a reading does just now, and how far it is. */
export function scanWords({ phase, done, of }: NonNullable<DirectoryStatus['scan']>): string {
  const progress =
    of === 0 ? (done === 0 ? '' : ` (${formatCount(done)})`) : ` (${formatCount(done)} of ${formatCount(of)})`;
  switch (phase) {
    case 'organizations':
      return `Reading organizations${progress}`;
    case 'accounts':
      return `Listing accounts${progress}`;
    case 'customers':
      return `Reading customers${progress}`;
    case 'finishing':
      return 'Finishing';
  }
}

/** "4 organizations couldn’t be read: “…”" */
export function gapWords({ of, count, reason }: Gap): string {
  if (of === 'accounts') return reason;
  return `${countOf(count, of.slice(0, -1))} couldn’t be read: “${reason}”`;
}
