import type { organizationResolvers } from '../../../contract/resolvers/organizations';
import type { HandlersOf } from '../../define';
import { noting, notingUntold } from '../../directory/noting';
import { addCustomers } from './add-customers';
import { create, remove, rename } from './change';
import { find, list, search } from './find';
import { get } from './view';

const touched = ({ id }: { id: string }) => ({ entity: 'organization', id }) as const;

export const organizationHandlers: HandlersOf<typeof organizationResolvers> = {
  'organizations.list': list,
  'organizations.find': find,
  'organizations.search': search,
  'organizations.get': noting(get, touched),
  'organizations.create': noting(create, (_, created) => touched(created)),
  'organizations.addCustomers': noting(addCustomers, touched),
  'organizations.rename': noting(rename, ({ id, seen }) => ({ ...touched({ id }), was: seen })),
  // Nobody tells who was in it.
  'organizations.delete': notingUntold(
    noting(remove, ({ id, seen }) => ({ ...touched({ id }), was: seen, isGone: true })),
  ),
};
