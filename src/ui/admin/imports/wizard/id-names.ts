import { type ColumnIds, LISTED_IDS } from '../../../../contract/file-frame';
import { ROWS_PER_SHOWN } from '../../../../contract/imports';
import { MAX_PRODUCTS_LISTED } from '../../../../contract/resolvers/products';
import { call } from '../../../shared/call';
import { countOf, formatCount } from '../../../shared/format';

type Entity = ColumnIds['entity'];

/** What IDs stand for on the site: a name, or null where it shows nothing with the ID. Keyed by {@link idKey}. */
export type IdNames = ReadonlyMap<string, string | null>;

export const idKey = (entity: Entity, id: string): string => `${entity} ${id}`;

/** IDs of one entity that are asked for together. */
interface Step {
  entity: Entity;
  ids: readonly string[];
}

/** In what steps the IDs of columns are asked for, each ID once, those first that the table shows first. */
export function stepsFor(columns: readonly ColumnIds[]): Step[] {
  const asked = new Set<string>();
  return columns.flatMap(({ entity, ids }): Step[] => {
    const open = ids.map(({ id }) => id).filter((id) => !asked.has(idKey(entity, id)));
    for (const id of open) asked.add(idKey(entity, id));
    if (entity === 'product') return open.length === 0 ? [] : [{ entity, ids: open }];
    const steps: Step[] = [];
    for (let from = 0; from < open.length; from += ROWS_PER_SHOWN)
      steps.push({ entity, ids: open.slice(from, from + ROWS_PER_SHOWN) });
    return steps;
  });
}

/** What the IDs of a step are called. */
export async function namesOf({ entity, ids }: Step): Promise<IdNames> {
  const names = entity === 'product' ? await namesOfProducts(ids) : await namesShown(entity, ids);
  return new Map(ids.map((id) => [idKey(entity, id), names.get(id) ?? null]));
}

async function namesShown(entity: 'organization' | 'customer', ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const kind = entity === 'organization' ? 'organization-profiles' : 'customer-profiles';
  const rows = ids.map((id) => ({ named: { id }, joins: [] }));
  const { entities } = await call('imports.shown', { kind, fields: [], rows });
  for (const one of entities) if (one !== null && typeof one !== 'string') names.set(one.id, labelOf(one));
  return names;
}

const labelOf = ({ name, email }: { name: string; email?: string | undefined }): string =>
  email === undefined ? name : `${name} (${email})`;

/** Nothing shows several products by their IDs: they are listed until all are found. */
async function namesOfProducts(ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<'products.list'>>> = await call('products.list', {
      cursor,
      limit: MAX_PRODUCTS_LISTED,
    });
    for (const { id, name } of page.products) names.set(id, name);
    cursor = page.next;
  } while (cursor !== null && !ids.every((id) => names.has(id)));
  return names;
}

/** IDs of a column that its table shows. */
const SHOWN_IDS = 20;

/** The IDs of a column as far as its table shows them: once all are looked up, those first that the site doesn't have. */
export function shownOf({ entity, ids }: Pick<ColumnIds, 'entity' | 'ids'>, names: IdNames): ColumnIds['ids'] {
  const isMissing = ({ id }: { id: string }): boolean => names.get(idKey(entity, id)) === null;
  if (!ids.every(({ id }) => names.has(idKey(entity, id)))) return ids.slice(0, SHOWN_IDS);
  return [...ids.filter(isMissing), ...ids.filter((one) => !isMissing(one))].slice(0, SHOWN_IDS);
}

/** What is to be said of the IDs of a column that its table doesn't show; empty where it shows all. */
export function restWords(column: ColumnIds, names: IdNames): string[] {
  const { entity, ids, others, hasMore } = column;
  const rest = ids.filter((one) => !shownOf(column, names).includes(one));
  const isOpen = rest.some(({ id }) => !names.has(idKey(entity, id)));
  const missing = rest.filter(({ id }) => names.get(idKey(entity, id)) === null).length;
  const more = countOf(rest.length, 'more ID', 'more IDs');
  const many = hasMore === true ? `More than ${formatCount(others)} other IDs` : countOf(others, 'other ID');
  return [
    ...(rest.length === 0 ? [] : [`And ${more}: ${isOpen ? 'being looked up.' : onSite(rest.length, missing)}`]),
    ...(others === 0
      ? []
      : [`${many} ${others === 1 ? 'isn’t' : 'aren’t'} looked up: only the first ${LISTED_IDS} of a column are.`]),
  ];
}

function onSite(all: number, missing: number): string {
  if (missing === 0) return all === 1 ? 'your site has it.' : 'your site has them all.';
  return `your site shows nothing for ${missing === all ? 'any of them' : `${formatCount(missing)} of them`}.`;
}
