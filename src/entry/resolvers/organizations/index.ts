import type { organizationResolvers } from '../../../contract/resolvers/organizations';
import type { HandlersOf } from '../../define';
import { addCustomers } from './add-customers';
import { create, remove, rename } from './change';
import { find, list, search } from './find';
import { get } from './view';

export const organizationHandlers: HandlersOf<typeof organizationResolvers> = {
  'organizations.list': list,
  'organizations.find': find,
  'organizations.search': search,
  'organizations.get': get,
  'organizations.create': create,
  'organizations.addCustomers': addCustomers,
  'organizations.rename': rename,
  'organizations.delete': remove,
};
