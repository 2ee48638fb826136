import type { Call, Handlers } from '../call';
import { fieldTypeView, writeDetail } from '../details';
import type { DetailValues, FieldEntity } from '../model';
import { requiredParameter } from '../query';
import { Refusal } from '../refusal';
import { customerOf, entitlementOf, organizationOf } from './lookup';

type Id =
  'update-field-value-for-customer' | 'update-field-value-for-organizations' | 'update-field-value-for-entitlement';

/** Replaces the values of one field; no values clear it. */
function setValues({ site, query, body, caller }: Call<Id>, type: FieldEntity, details: DetailValues): object {
  const name = requiredParameter(query, 'fieldName');
  const { values = [] } = body();
  const field = writeDetail(site.state, { type, details }, { name, values, change: 'UPDATE' }, caller);
  if (field instanceof Refusal) throw field;
  return { id: field.id, name: field.name, type: fieldTypeView(field), values: details.get(field.id) ?? [] };
}

export const detailValueHandlers: Handlers<Id> = {
  'update-field-value-for-customer': (call) =>
    setValues(call, 'customer', customerOf(call.site, call.param('customerId')).details),
  'update-field-value-for-organizations': (call) =>
    setValues(call, 'organization', organizationOf(call.site, call.param('organizationId')).details),
  'update-field-value-for-entitlement': (call) =>
    setValues(call, 'entitlement', entitlementOf(call.site, call.param('entitlementId')).details),
};
