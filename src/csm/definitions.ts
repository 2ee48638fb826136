import type { DetailEntity } from '../contract/details';
import type { FieldView } from '../contract/fields';
import type { CsmClient } from './client';
import type {
  CreateDetailFieldRequest,
  DetailFieldDefinition,
  DetailFieldWithConfiguration,
  EditDetailFieldRequest,
} from './contract/schemas.gen';

/** The operations on the definitions of detail fields, which the API has three times over. */
interface Definitions {
  list: (csm: CsmClient) => Promise<FieldView[]>;
  create: (csm: CsmClient, body: CreateDetailFieldRequest) => Promise<DetailFieldDefinition>;
  edit: (csm: CsmClient, fieldName: string, body: EditDetailFieldRequest) => Promise<DetailFieldDefinition>;
  remove: (csm: CsmClient, fieldName: string) => Promise<null>;
}

export const definitionsOf: Readonly<Record<DetailEntity, Definitions>> = {
  customer: {
    list: async (csm) => inOrder((await csm.call('get-all-customer-details')).results),
    create: (csm, body) => csm.call('create-customer-detail', { body }),
    edit: (csm, fieldName, body) => csm.call('update-field-for-customers', { path: { fieldName }, body }),
    remove: (csm, fieldName) => csm.call('delete-customer-detail', { path: { fieldName } }),
  },
  organization: {
    list: async (csm) => inOrder((await csm.call('get-all-organization-details')).results),
    create: (csm, body) => csm.call('create-organization-detail', { body }),
    edit: (csm, fieldName, body) => csm.call('update-field-for-organizations', { path: { fieldName }, body }),
    remove: (csm, fieldName) => csm.call('delete-organization-detail', { path: { fieldName } }),
  },
  entitlement: {
    list: async (csm) => inOrder((await csm.call('get-all-entitlement-details')).results),
    create: (csm, body) => csm.call('create-entitlement-detail', { body }),
    edit: (csm, fieldName, body) => csm.call('update-field-for-entitlements', { path: { fieldName }, body }),
    remove: (csm, fieldName) => csm.call('delete-entitlement-detail', { path: { fieldName } }),
  },
};

/** Fields without a position come last, as the site sent them. */
function inOrder(fields: readonly DetailFieldWithConfiguration[]): FieldView[] {
  const views = fields.map(({ configuration, ...definition }) => fieldView(definition, configuration.position ?? null));
  return views.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
}

export function fieldView({ name, type }: DetailFieldDefinition, position: number | null): FieldView {
  return { name, type: type.name, options: type.options ?? [], position };
}
