import type { ImportColumn, ImportPlan } from '../../../contract/imports';
import { PRODUCT_ID_COLUMN } from '../../csv/console-file';
import type { NamedValues } from '../cells/readers';
import { nameCellReader, productReader } from '../cells/readers';
import { detailPlace } from '../detail-place';
import { CUSTOMER_TARGETS, type NamedCustomer, customerIdOf, lookedUpCustomerPlaces } from '../identities/customer';
import { ORGANIZATION_SYNONYMS, organizationIdPlace, organizationNamePlace } from '../identities/organization';
import { type SetupProblem, defineKind } from '../kind';
import { headerKey } from '../header-key';
import type { ReadPlace } from '../place';
import { ofWholeRow } from '../problem';
import type { IdOf } from '../reference';

/** Whoever holds an entitlement. */
export interface Holder {
  entity: 'customer' | 'organization';
  id: string;
}

/** What is done to the entitlement of one holder to one product, by calls of its own. */
export interface EntitlementOperation {
  type: (typeof types)[number];
  holder: Holder;
  productId: string;
  /** The one that is changed or revoked: another one of the holder to the product stays as it is. */
  entitlementId?: string;
  details: NamedValues[];
}

const types = ['GRANT', 'UPSERT', 'UPDATE', 'REVOKE'] as const;

interface Gathered extends NamedCustomer {
  /** The organization's. */
  id?: string;
  name?: string;
  productId?: string;
  entitlementId?: string;
  details: NamedValues[];
}

/** By id it is proposed for exports alone: other systems have ids, too. */
const productPlace = (by: 'name' | 'id'): ReadPlace<Gathered> => ({
  target: { to: 'product', by },
  label: by === 'name' ? 'Product, by name' : 'Product, by ID',
  group: 'Entitlement',
  fills: 'product',
  synonyms:
    by === 'name'
      ? ['product', 'productname', 'entitlement', 'plan', 'produkt', 'produit', 'producto']
      : [headerKey(PRODUCT_ID_COLUMN)],
  ...(by === 'id' && { idsOf: 'product' }),
  ...(by === 'name' && { lookup: 'product', template: { header: 'Product', example: 'Support Plus' } }),
  reader: (reading) =>
    productReader(reading, (payload, id) => {
      payload.productId = id;
    }),
});

/** Never proposed: other systems have ids, too. What is granted gets another one: there it tells rows apart. */
const entitlementIdPlace: ReadPlace<Gathered> = {
  target: { to: 'entitlementId' },
  label: 'Entitlement ID, when changing or revoking',
  group: 'Entitlement',
  fills: 'entitlementId',
  synonyms: [],
  reader: () =>
    nameCellReader((payload, value) => {
      payload.entitlementId = value;
    }),
};

export const ENTITLEMENTS = 'entitlements';

/** Entitlements of customers and organizations, by single calls: the API has no bulk request for them. */
export const entitlements = defineKind<Gathered, EntitlementOperation>({
  id: ENTITLEMENTS,
  words: {
    one: 'entitlement',
    many: 'entitlements',
    title: 'Entitlements',
    purpose: 'Grant products to customers or organizations, change the values of entitlements, or revoke them.',
    row: 'Each row is one product of one customer or organization.',
    identity:
      'A row names a customer by email, External ID or ID, or an organization by name or ID, and a product. Each email takes a search on your site.',
    partly: 'The entitlement was granted, but some of its values were refused.',
    lasting: 'Revoking an entitlement deletes its values. The console can’t restore them, or values that are replaced.',
  },
  group: 'products',
  entity: 'entitlement',
  undo: { created: null },
  reach: 'its customers',
  operations: [
    {
      id: 'GRANT',
      name: 'Grant',
      meaning: 'Every row grants a product, with its values. Rows fail if it’s granted already.',
      effect: 'granted',
      again: 'is refused if the product is granted already',
      verb: 'Grant',
    },
    {
      id: 'UPSERT',
      calls: 2,
      name: 'Grant or change values',
      meaning: 'Grants products that aren’t granted yet, and changes the values of entitlements that are there.',
      effect: 'granted, or updated if they are there already',
      done: 'granted or updated',
      again: 'writes the same values again',
    },
    {
      id: 'UPDATE',
      name: 'Change values',
      meaning: 'Every row changes the values of an entitlement. Rows fail if there isn’t one.',
      effect: 'updated',
      again: 'writes the same values again',
      verb: 'Update',
    },
    {
      id: 'REVOKE',
      calls: 2,
      name: 'Revoke',
      meaning: 'Every row revokes a product. What a customer has through an organization stays.',
      effect: 'revoked, with their values',
      done: 'revoked',
      again: 'revokes the product if it’s granted again by then',
      verb: 'Revoke',
      removes: true,
      undone: 'Undoing it grants the products again with the values they had, as entitlements with new IDs.',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  knownBy: [
    { to: [...CUSTOMER_TARGETS, 'organizationId', 'name'] },
    { to: ['product'] },
    { to: ['entitlementId'], isOptional: true },
  ],
  permission: 'Agent',
  places: [
    ...lookedUpCustomerPlaces<Gathered>(),
    {
      ...organizationNamePlace<Gathered>(true),
      synonyms: ORGANIZATION_SYNONYMS,
      // A row has one holder: the customer, in the example.
      template: { header: 'Organization', example: '' },
    },
    organizationIdPlace<Gathered>(),
    productPlace('name'),
    productPlace('id'),
    entitlementIdPlace,
  ].map(({ identifies: _, ...place }) => ({ ...place, isNeeded: true })),
  detail: (field) => detailPlace(field, ({ details }, value) => details.push(value)),
  setupProblems,
  newPayload: () => ({ details: [] }),
  compares: ({ holder, productId, entitlementId, details }) => ({
    named: {
      ...(holder.id !== '' && { id: holder.id }),
      entitlement: { of: holder.entity, productId, ...(entitlementId !== undefined && { id: entitlementId }) },
    },
    changes: details.map(({ name, values }) => ({ field: name, adds: false, values })),
    joins: [],
  }),
  finish,
  fieldsKept: ({ details }) => details.map(({ name }) => name),
});

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const has = (...places: string[]) => columns.some(({ target }) => places.includes(target.to));
  if (!has(...CUSTOMER_TARGETS, 'name', 'organizationId'))
    return [{ column: null, message: 'Map a column to a customer or an organization.' }];
  if (!has('product')) return [{ column: null, message: 'Map a column to the product.' }];
  return operation === 'UPDATE' && !has('detail')
    ? [{ column: null, message: 'Map at least one column to a detail field of entitlements.' }]
    : [];
}

function finish(payload: Gathered, { operation }: ImportPlan, idOf: IdOf) {
  const { productId, entitlementId, details } = payload;
  const named = holderOf(payload, idOf);
  if (typeof named === 'string') return ofWholeRow(named);
  if (productId === undefined) return ofWholeRow('The row has no product.');
  if (operation === 'UPDATE' && details.length === 0)
    return ofWholeRow('The row changes nothing: it has no detail values.');
  const type = types.find((one) => one === operation) ?? 'GRANT';
  const { holder, given, place } = named;
  // Two of a holder to one product are two.
  const which = type === 'GRANT' ? undefined : entitlementId;
  return {
    operation: {
      ...{ type, holder, productId, details: valuesFor(type, details) },
      ...(which !== undefined && { entitlementId: which }),
    },
    identities: [
      { place, value: `${given}, product ${productId}${which === undefined ? '' : `, entitlement ${which}`}` },
    ],
  };
}

/** What is granted anew has nothing to clear, and what is revoked has no values. */
function valuesFor(type: EntitlementOperation['type'], details: NamedValues[]): NamedValues[] {
  if (type === 'REVOKE') return [];
  return type === 'GRANT' ? details.filter(({ values }) => values.length > 0) : details;
}

/** Whom the row names, by what it does, and the place of that; or why that is nobody, or more than one. */
function holderOf(
  { id, name, ...customer }: Gathered,
  idOf: IdOf,
): { holder: Holder; given: string; place: string } | string {
  const given = customer.customerId ?? customer.email ?? customer.externalId;
  const organization = id ?? name;
  if (given !== undefined && organization !== undefined)
    return 'The row names a customer and an organization. Split it into two rows, one for each.';
  if (organization !== undefined) {
    const organizationId = id ?? idOf({ entity: 'organization', by: 'name', value: organization });
    return { holder: { entity: 'organization', id: organizationId }, given: organization, place: 'name' };
  }
  const customerId = customerIdOf(customer, idOf);
  if (customerId === null || given === undefined) return 'The row names no customer and no organization.';
  const isByExternalId = customer.customerId === undefined && customer.email === undefined;
  // External IDs can differ in letter case alone.
  return { holder: { entity: 'customer', id: customerId }, given, place: isByExternalId ? 'externalId' : 'email' };
}
