import type {
  DirectoryEntity,
  DirectoryFilter,
  DirectoryStatus,
  DirectoryView,
  Gap,
} from '../../../contract/directory';
import { fieldColumn, fieldOf } from '../../../domain/directory/values';
import { byName } from '../../../domain/directory/sort';
import { countOf, formatCount } from '../../shared/format';

/** What a list shows before anybody has chosen something. */
export const defaultViews: Readonly<Record<DirectoryEntity, DirectoryView>> = {
  customer: { filters: [], sort: byName, columns: ['name', 'email', 'organizations', 'products', 'ends'] },
  organization: { filters: [], sort: byName, columns: ['name', 'customers', 'products', 'ends'] },
};

/** Views that every site has, beside the default. */
export const givenViews: Readonly<Record<DirectoryEntity, readonly { name: string; view: DirectoryView }[]>> = {
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

export const columnTitle = (column: string): string => fieldOf(column) ?? titles[column] ?? column;

/** The columns that a list can show, beside the name, which it always shows. */
export function columnsFor(entity: DirectoryEntity, fields: readonly string[]): string[] {
  const own =
    entity === 'customer'
      ? ['email', 'organizations', 'products', 'ends', 'id']
      : ['customers', 'products', 'ends', 'id'];
  return [...own, ...fields.map(fieldColumn)];
}

/** A filter as a person says it. */
export function filterWords(filter: DirectoryFilter): string {
  switch (filter.by) {
    case 'text':
      return `Name or email has “${filter.text}”`;
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
