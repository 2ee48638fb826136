import type { DetailEntity } from '../../../contract/details';
import type { ShownEntity, ShownRequest } from '../../../contract/imports';
import { kindOf } from '../../../domain/kinds';
import type { Named, NamedEntitlement, Shown } from '../../../domain/kinds/written';
import type { SiteApi } from '../site-api';
import { eachAlone } from './each-alone';
import { type FoundEntity, showEntities } from './shown';

/**
 * What the site shows of what rows are about, of the fields that they change alone; `unknown` where it refuses what a row
 * names. @throws SiteError where it is down or throttles
 */
export async function showRows(site: SiteApi, { kind, fields, rows }: ShownRequest): Promise<ShownEntity[]> {
  const { entity: of } = kindOf(kind);
  const named = rows.map((row) => row.named);
  const show = of === 'entitlement' ? showHeld : showOf(of);
  const answers = await eachAlone(named, async (some) => (await show(site, some)).map((entity) => ({ entity })));
  return answers.map((answer, at) => {
    const entity = answer === null ? 'unknown' : answer.entity;
    if (entity === null || typeof entity === 'string') return entity;
    const joined: ReadonlySet<string> = entity.joined;
    const joins = rows[at]?.joins ?? [];
    return {
      id: entity.id,
      name: entity.name,
      ...(entity.email !== undefined && { email: entity.email }),
      values: fields.map((field): [string, string[]] => [field, [...(entity.values.get(field) ?? [])]]),
      joined: joins.flatMap((join, index) => (joined.has(join) ? [index] : [])),
    };
  });
}

type Show = (site: SiteApi, named: readonly Named[]) => Promise<(FoundEntity | 'no holder')[]>;

const showOf =
  (of: DetailEntity | null): Show =>
  (site, named) =>
    showEntities(site, of, named);

/**
 * What the site shows of entitlements, by the profiles of their holders. Where a holder has several to the product, and the
 * row doesn't say which, or says one that isn't there, the import refuses the row: nothing is told of it here.
 */
const showHeld: Show = async (site, named) => {
  const holders = new Map<Named, FoundEntity>();
  for (const entity of ['customer', 'organization'] as const) {
    const some = named.filter(({ entitlement }) => entitlement?.of === entity);
    const shown = await showEntities(site, entity, some);
    for (const [at, one] of some.entries()) holders.set(one, shown[at] ?? null);
  }
  return named.map((one): FoundEntity | 'no holder' => {
    const holder = holders.get(one) ?? null;
    if (holder === null) return 'no holder';
    return holder === 'unknown' || one.entitlement === undefined ? 'unknown' : entitlementOf(holder, one.entitlement);
  });
};

function entitlementOf(holder: Shown, { productId, id }: NamedEntitlement): FoundEntity {
  const own = holder.entitlements.filter((one) => one.productId === productId);
  const [there, ...others] = id === undefined ? own : own.filter((one) => one.id === id);
  if (there === undefined) return id === undefined ? null : 'unknown';
  if (others.length > 0) return 'unknown';
  return { ...there, name: holder.name, joined: new Set(), entitlements: [] };
}
