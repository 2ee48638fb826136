import type { organizationResolvers } from '../../../contract/resolvers/organizations';
import type { Touched } from '../../../directory/changes';
import type { HandlersOf } from '../../define';
import { noting, notingUntold } from '../../directory/noting';
import { addCustomers } from './add-customers';
import { create, remove, rename } from './change';
import { find, list, search } from './find';
import { get } from './view';

const touched = ({ id }: { id: string }) => [{ entity: 'organization', id }] as const;

/** With customers who are in it now. */
const withCustomers = (id: string, customerIds: readonly string[]): Touched[] => [
  ...touched({ id }),
  ...customerIds.map((customerId) => ({ entity: 'customer' as const, id: customerId })),
];

export const organizationHandlers: HandlersOf<typeof organizationResolvers> = {
  'organizations.list': list,
  'organizations.find': find,
  'organizations.search': search,
  'organizations.get': noting(get, ({ id }) => [{ entity: 'organization', id, isOnlySeen: true }]),
  'organizations.create': noting(create, ({ customerIds }, { id }) => withCustomers(id, customerIds)),
  'organizations.addCustomers': noting(addCustomers, ({ id, customerIds }) => withCustomers(id, customerIds)),
  'organizations.rename': noting(rename, ({ id, seen }) => [{ entity: 'organization', id, was: seen }]),
  // Nobody tells who was in it.
  'organizations.delete': notingUntold(
    noting(remove, ({ id, seen }) => [{ entity: 'organization', id, was: seen, isGone: true }]),
  ),
};
