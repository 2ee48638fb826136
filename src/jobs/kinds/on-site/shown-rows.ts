import type { ShownEntity, ShownRequest } from '../../../contract/imports';
import { kindOf } from '../../../domain/kinds';
import type { SiteApi } from '../site-api';
import { showEntities } from './shown';

/** What the site shows of what rows are about, of the fields that they change alone. @throws SiteError */
export async function showRows(site: SiteApi, { kind, fields, rows }: ShownRequest): Promise<ShownEntity[]> {
  const found = await showEntities(
    site,
    kindOf(kind).entity,
    rows.map(({ named }) => named),
  );
  return found.map((entity, at) => {
    if (entity === null || entity === 'unknown') return entity;
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
