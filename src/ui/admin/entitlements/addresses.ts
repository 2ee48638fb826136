import type { EntitlementHolder } from '../../../contract/entitlements';
import { type Listing, listingOf } from '../directory/address';

/** Whose entitlements are looked for, and by what: an e-mail address, a name, a part of one, or an id. */
export interface HolderFinding {
  entity: EntitlementHolder['entity'];
  text: string;
  /** From 0; organizations have one page. */
  page: number;
}

/** What follows `entitlements` in an address. */
export type EntitlementsPlace =
  | { place: 'list'; listing: Listing }
  | { place: 'find'; finding: HolderFinding | null }
  | { place: 'holder'; holder: EntitlementHolder; productId: string | null }
  | { place: 'entitlement'; id: string };

export const findingPath = ({ entity, text, page }: HolderFinding): readonly string[] => [
  'entitlements',
  'find',
  entity,
  text,
  ...(page === 0 ? [] : [String(page + 1)]),
];

export const holderPath = ({ entity, id }: EntitlementHolder, productId: string | null = null): readonly string[] => [
  'entitlements',
  entity,
  id,
  ...(productId === null ? [] : ['product', productId]),
];

const isEntity = (text: string): text is EntitlementHolder['entity'] => text === 'customer' || text === 'organization';

/** What an address asks for; `path` is what follows `entitlements`. Null where it makes no sense. */
export function placeOf([first, ...rest]: readonly string[]): EntitlementsPlace | null {
  if (first === undefined || first === 'list') return listOf(rest);
  if (first === 'find') return rest.length === 0 ? { place: 'find', finding: null } : findingOf(rest);
  if (isEntity(first)) return holderOf(first, rest);
  return rest.length === 0 ? { place: 'entitlement', id: first } : null;
}

function listOf(path: readonly string[]): EntitlementsPlace | null {
  const listing = listingOf('entitlement', path);
  return listing && { place: 'list', listing };
}

function findingOf([entity = '', text, number = '1', ...more]: readonly string[]): EntitlementsPlace | null {
  if (!isEntity(entity) || text === undefined || more.length > 0 || !/^[1-9]\d{0,5}$/.test(number)) return null;
  return { place: 'find', finding: { entity, text, page: Number(number) - 1 } };
}

function holderOf(
  entity: EntitlementHolder['entity'],
  [id, word, productId, ...more]: readonly string[],
): EntitlementsPlace | null {
  if (id === undefined || more.length > 0) return null;
  const holder = { entity, id };
  if (word === undefined) return { place: 'holder', holder, productId: null };
  return word === 'product' && productId !== undefined ? { place: 'holder', holder, productId } : null;
}
