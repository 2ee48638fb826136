import type { Call, Handlers } from '../call';
import { detailsFieldConfigurations, fieldDefinitionView } from '../field-views';
import { checkFieldName, checkOptions } from '../field-rules';
import { FIELDS_PER_ENTITY } from '../limits';
import type { FieldEntity } from '../model';
import { badRequest, notFound } from '../refusal';

type CreateId = 'create-customer-detail' | 'create-organization-detail' | 'create-entitlement-detail';
type EditId = 'update-field-for-customers' | 'update-field-for-organizations' | 'update-field-for-entitlements';
type ListId = 'get-all-customer-details' | 'get-all-organization-details' | 'get-all-entitlement-details';
type DeleteId = 'delete-customer-detail' | 'delete-organization-detail' | 'delete-entitlement-detail';

const list =
  (entity: FieldEntity) =>
  ({ site }: Call<ListId>): object => ({ results: detailsFieldConfigurations(site.state.fields[entity]) });

const create =
  (entity: FieldEntity) =>
  ({ site, body }: Call<CreateId>): object => {
    const { name: rawName, type } = body();
    const name = rawName.trim();
    const fields = site.state.fields[entity];
    checkFieldName(name);
    checkOptions(type.name, type.options ?? [], site.settings.optionsPerField);
    if (fields.find(name) !== undefined) throw badRequest(`A detail field named "${name}" exists already.`);
    if (fields.size >= FIELDS_PER_ENTITY) throw badRequest(`There are at most ${FIELDS_PER_ENTITY} fields per entity.`);
    const field = fields.add({
      id: site.state.ids.uuid(),
      name,
      type: type.name,
      options: type.options ?? [],
      view: 'everyone',
      edit: 'everyone',
    });
    return fieldDefinitionView(field);
  };

const edit =
  (entity: FieldEntity) =>
  ({ site, body, param }: Call<EditId>): object => {
    const { name: rawName, options } = body();
    const fields = site.state.fields[entity];
    const field = fields.find(param('fieldName'));
    if (field === undefined) throw notFound(`There is no detail field "${param('fieldName')}".`);
    const name = rawName.trim();
    checkFieldName(name);
    const taken = fields.find(name);
    if (taken !== undefined && taken !== field) throw badRequest(`A detail field named "${name}" exists already.`);
    if (options !== undefined) checkOptions(field.type, options, site.settings.optionsPerField);
    fields.change(field, () => {
      field.name = name;
      if (options !== undefined) field.options = options;
    });
    return fieldDefinitionView(field);
  };

/** With the field go its values. The contract has no 404 here. */
const remove =
  (entity: FieldEntity) =>
  ({ site: { state }, param }: Call<DeleteId>): undefined => {
    const field = state.fields[entity].find(param('fieldName'));
    if (field === undefined) throw badRequest(`There is no detail field "${param('fieldName')}".`);
    state.fields[entity].remove(field);
    const holders = {
      customer: state.customers.values(),
      organization: state.organizations.values(),
      entitlement: state.entitlements.values(),
    }[entity];
    for (const holder of holders) holder.details.delete(field.id);
  };

export const fieldHandlers: Handlers<CreateId | EditId | ListId | DeleteId> = {
  'get-all-customer-details': list('customer'),
  'get-all-organization-details': list('organization'),
  'get-all-entitlement-details': list('entitlement'),
  'create-customer-detail': create('customer'),
  'create-organization-detail': create('organization'),
  'create-entitlement-detail': create('entitlement'),
  'update-field-for-customers': edit('customer'),
  'update-field-for-organizations': edit('organization'),
  'update-field-for-entitlements': edit('entitlement'),
  'delete-customer-detail': remove('customer'),
  'delete-organization-detail': remove('organization'),
  'delete-entitlement-detail': remove('entitlement'),
};
