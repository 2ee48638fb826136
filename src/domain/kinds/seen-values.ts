import type { DetailFieldType } from '../../contract/fields';
import type { NamedValues } from './cells/readers';
import type { Lack } from './kind';
import type { OwnEntitlement } from './written';

/** How two values are compared. */
export type Same = (wanted: string, seen: string) => boolean;

/** Types whose values a site may write back in another notation than they were sent in. */
const NOTED_OTHERWISE: readonly DetailFieldType[] = ['DATE', 'NUMBER', 'PHONE', 'BOOLEAN'];

/** How values of a field are told to be the same. */
export const sameForType = (type: DetailFieldType | undefined): Same =>
  type !== undefined && NOTED_OTHERWISE.includes(type) ? isAlike : strictly;

export const strictly: Same = (wanted, seen) => wanted === seen;

/** The detail values of an entity as the site shows them. */
export type SeenDetails = readonly { name: string; value: { text: string[] } }[];
export type SeenEntitlements = readonly {
  id?: string | undefined;
  product?: { id: string; name?: string | undefined } | undefined;
  entitledEntity?: { id?: string | undefined; type: string } | undefined;
  details?: SeenDetails | undefined;
}[];

/** The fields that do not hold just the values that were asked for. */
export function valuesLacking(wanted: readonly NamedValues[], details: SeenDetails = [], same: Same): Lack[] {
  const seen = valuesByName(details);
  return wanted
    .filter(({ name, values }) => !sameValues(values, seen.get(name) ?? [], same))
    .map(({ name }) => ({ part: name, what: name }));
}

/** The products that the entity itself is not entitled to: what it has through an organization does not count. */
export function productsLacking(
  wanted: readonly string[],
  type: 'CUSTOMER' | 'ORGANIZATION',
  entitlements: SeenEntitlements = [],
): Lack[] {
  const products = new Set(ownProductIds(type, entitlements));
  return wanted.filter((id) => !products.has(id)).map((id) => ({ part: 'products', what: `Product ${id}` }));
}

/** The products that an entity itself is entitled to. */
export const ownProductIds = (type: 'CUSTOMER' | 'ORGANIZATION', entitlements: SeenEntitlements = []): string[] =>
  entitlements.flatMap(({ entitledEntity, product }) => (entitledEntity?.type === type ? (product?.id ?? []) : []));

/** The entitlements that an entity itself has, those that the site tells the IDs of. */
export const ownEntitlements = (
  type: 'CUSTOMER' | 'ORGANIZATION',
  entitlements: SeenEntitlements = [],
): OwnEntitlement[] =>
  entitlements.flatMap(({ id, product, entitledEntity, details = [] }) => {
    if (id === undefined || product === undefined || entitledEntity?.type !== type) return [];
    return [{ id, productId: product.id, values: valuesByName(details) }];
  });

export const valuesByName = (details: SeenDetails): ReadonlyMap<string, string[]> =>
  new Map(details.map(({ name, value }) => [name, value.text]));

export function sameValues(wanted: readonly string[], seen: readonly string[], same: Same): boolean {
  const there = [...new Set(seen)];
  return wanted.length === there.length && wanted.every((value) => there.some((one) => same(value, one)));
}

/** Equal as numbers, or in their letters and digits where one of them is no number: 1.5 has the digits of 15. */
export function isAlike(wanted: string, seen: string): boolean {
  if (wanted === seen) return true;
  if (isNumber(wanted) && isNumber(seen)) return Number(wanted) === Number(seen);
  return lettersOf(wanted) === lettersOf(seen);
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function lettersOf(text: string): string {
  const letters = text.normalize('NFKC').toLowerCase();
  return letters.replaceAll(/[^\p{Letter}\p{Number}]/gu, '') || letters;
}
