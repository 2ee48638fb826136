import type { DirectoryFilter, ListedEntity } from '../../contract/directory';
import type { CsmClient } from '../../csm/client';
import { definitionsOf } from '../../csm/definitions';
import { readHead } from '../../directory/store/state';
import { Refusal } from '../refusal';

/**
 * Refuses filters by fields of which the directory can know nothing: to "is empty" everybody would pass, and an action on
 * all that it finds would change everybody.
 * @throws Refusal INVALID where the directory keeps no values, or the site has no such field
 */
export async function refuseBlindFilters(
  entity: ListedEntity,
  filters: readonly DirectoryFilter[],
  csm: CsmClient,
): Promise<void> {
  const wanted = filters.flatMap((filter) => (filter.by === 'field' || filter.by === 'empty' ? [filter.field] : []));
  const [first] = wanted;
  const { kept } = (await readHead()).value;
  if (first === undefined || kept === null) return;
  if (!kept.hasValues)
    throw new Refusal(
      'INVALID',
      `The list can’t be filtered by “${first}”: the directory keeps no values.`,
      'Remove the filter, or change in Settings what the directory keeps.',
    );
  const defined = new Set((await definitionsOf[entity].list(csm)).map(({ name }) => name));
  const gone = wanted.find((field) => !defined.has(field));
  if (gone === undefined) return;
  throw new Refusal(
    'INVALID',
    `The detail field “${gone}” is not on your site.`,
    'It may have been renamed or deleted. Remove the filter, or filter by another field.',
  );
}
