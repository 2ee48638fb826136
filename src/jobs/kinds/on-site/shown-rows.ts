import type { ShownEntity, ShownRequest } from '../../../contract/imports';
import { kindOf } from '../../../domain/kinds';
import type { SiteApi } from '../site-api';
import { eachAlone } from './each-alone';
import { showEntities } from './shown';

/**
 * What the site shows of what rows are about, of the fields that they change alone; `unknown` where it refuses what a row
 * names. @throws SiteError where it is down or throttles
 */
export async function showRows(site: SiteApi, { kind, fields, rows }: ShownRequest): Promise<ShownEntity[]> {
  const { entity: of } = kindOf(kind);
  const named = rows.map((row) => row.named);
  const answers = await eachAlone(named, async (some) =>
    (await showEntities(site, of, some)).map((entity) => ({ entity })),
  );
  return answers.map((answer, at) => {
    const entity = answer === null ? 'unknown' : answer.entity;
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
