import type { DirectoryRecord } from '../../contract/directory';
import type { Change } from '../../domain/directory/overlay';
import { readParts } from '../store/parts';

/** Those of the changes beside a generation that the customers of an organization show as well. */
export async function reachingOf(changes: readonly Change[], generation: string): Promise<Change[]> {
  const found: Change[] = [];
  for (const change of changes) if (await isReaching(change, generation)) found.push(change);
  return found;
}

/** An organization that was only opened is as it was. */
async function isReaching({ entity, id, record, was }: Change, generation: string): Promise<boolean> {
  if (entity !== 'organization' || was === null) return false;
  const [records = []] = await readParts(generation, entity, was, 1);
  const before = records.find((one) => one.id === id);
  const shown = (one: DirectoryRecord | null | undefined): string =>
    JSON.stringify([one?.name, one?.entitlements.map(({ product, endsOn }) => [product.id, product.name, endsOn])]);
  return shown(before) !== shown(record);
}
