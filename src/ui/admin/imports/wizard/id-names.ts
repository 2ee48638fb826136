import type { ColumnIds } from '../../../../contract/file-frame';
import { ROWS_PER_SHOWN } from '../../../../contract/imports';
import { MAX_PRODUCTS_LISTED } from '../../../../contract/resolvers/products';
import { call } from '../../../shared/call';
import { toCallError } from '../../../shared/call-error';
import { countOf, formatCount } from '../../../shared/format';

type Entity = ColumnIds['entity'];

/** What IDs stand for on the site: a name, or null where it shows nothing with the ID. Keyed by {@link idKey}. */
export type IdNames = ReadonlyMap<string, string | null>;

export const idKey = (entity: Entity, id: string): string => `${entity} ${id}`;

const entities: readonly Entity[] = ['organization', 'product', 'customer'];

/** The names of a few IDs, named by their keys: a call for each 25, and one for a product that is not found at once. */
export async function namesOfIds(keys: readonly string[]): Promise<IdNames> {
  const found = new Map<string, string | null>();
  for (const entity of entities) {
    const prefix = idKey(entity, '');
    const ids = keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    if (ids.length === 0) continue;
    const names = entity === 'product' ? await namesOfProducts(ids) : await namesShown(entity, ids);
    for (const id of ids) found.set(idKey(entity, id), names.get(id) ?? null);
  }
  return found;
}

async function namesShown(entity: 'organization' | 'customer', ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const kind = entity === 'organization' ? 'organization-profiles' : 'customer-profiles';
  for (let from = 0; from < ids.length; from += ROWS_PER_SHOWN) {
    const rows = ids.slice(from, from + ROWS_PER_SHOWN).map((id) => ({ named: { id }, joins: [] }));
    const { entities } = await call('imports.shown', { kind, fields: [], rows });
    for (const one of entities) if (one !== null && one !== 'unknown') names.set(one.id, labelOf(one));
  }
  return names;
}

const labelOf = ({ name, email }: { name: string; email?: string | undefined }): string =>
  email === undefined ? name : `${name} (${email})`;

/** Most sites have fewer products than one call lists; those behind are asked for one by one. */
async function namesOfProducts(ids: readonly string[]): Promise<Map<string, string>> {
  const { products, next } = await call('products.list', { cursor: null, limit: MAX_PRODUCTS_LISTED });
  const names = new Map(products.map(({ id, name }) => [id, name]));
  if (next === null) return names;
  for (const id of ids) {
    if (names.has(id)) continue;
    const name = await nameOfProduct(id);
    if (name !== null) names.set(id, name);
  }
  return names;
}

async function nameOfProduct(id: string): Promise<string | null> {
  try {
    return (await call('products.get', { id })).name;
  } catch (error) {
    if (toCallError(error).code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** The keys of all that columns list, each once: in an order that stays the same while the IDs do. */
export const listedKeys = (columns: readonly ColumnIds[]): string[] =>
  [...new Set(columns.flatMap(({ entity, ids }) => ids.map(({ id }) => idKey(entity, id))))].sort();

/** "And 10 other IDs." Empty where all are listed. */
export function othersWords({ others, hasMore }: Pick<ColumnIds, 'others' | 'hasMore'>): string {
  if (others === 0) return '';
  const words = hasMore === true ? `more than ${formatCount(others)} other IDs` : countOf(others, 'other ID');
  return `And ${words}, not looked up here.`;
}
