import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import { type Changed, isAsItWas } from '../../domain/directory/catch-up';
import { type PartPlace, partAt } from '../../domain/directory/overlay';
import { nameKeyOf } from '../../domain/directory/sort';
import type { CatchUp, Scan } from '../../domain/directory/state';
import { fold } from '../../domain/fold';
import { GoneError } from '../store/packed';
import { readParts } from '../store/parts';
import { readHead, unpackIndex } from '../store/state';
import { type Listed, readAllIds } from './stage';

/** Parts of the reading before that one step looks at: some seconds of work. */
export const PARTS_PER_STEP = 200;
/** Parts that are held at once. */
const PARTS_AT_ONCE = 16;

/** The parts of the reading that another one goes on from. @throws GoneError where it isn't kept any more */
async function placesBefore({ generation }: CatchUp, entity: DirectoryEntity): Promise<readonly PartPlace[]> {
  const { kept } = (await readHead()).value;
  if (kept?.generation !== generation) throw new GoneError('The reading that is gone on from is not kept any more.');
  return unpackIndex(kept.index)[entity];
}

export const partsBefore = async (catchUp: CatchUp, entity: DirectoryEntity): Promise<number> =>
  (await placesBefore(catchUp, entity)).length;

/** Goes through the records of some parts of the reading before. @throws GoneError */
export async function readBefore(
  { generation }: CatchUp,
  entity: DirectoryEntity,
  from: number,
  to: number,
  take: (record: DirectoryRecord) => void,
): Promise<void> {
  for (let at = from; at < to; at += PARTS_AT_ONCE)
    for (const records of await readParts(generation, entity, at, Math.min(PARTS_AT_ONCE, to - at)))
      for (const record of records) take(record);
}

/** What is put aside of what jobs have named. */
export async function readChanged(scan: Scan): Promise<Changed> {
  const own = await readAllIds(scan, 'touched');
  const namesByEmail = [...own].some((text) => text.includes('@'));
  return { own, reaching: await readAllIds(scan, 'reaching'), namesByEmail };
}

/**
 * The records of a chunk that are taken from the reading before: those that nothing has changed since. Whoever has another
 * name now is read anew. @throws GoneError
 */
export async function unchangedIn(
  chunk: readonly Listed[],
  entity: DirectoryEntity,
  scan: Scan,
  catchUp: CatchUp,
): Promise<DirectoryRecord[]> {
  const places = await placesBefore(catchUp, entity);
  const [first, last] = [chunk[0], chunk.at(-1)];
  if (first === undefined || last === undefined || places.length === 0) return [];
  const placeOf = ([id, name]: Listed): number => partAt(places, nameKeyOf({ id, name }));
  const changed = await readChanged(scan);
  const names = new Map(chunk);
  const found: DirectoryRecord[] = [];
  await readBefore(catchUp, entity, placeOf(first), placeOf(last) + 1, (record) => {
    const name = names.get(record.id);
    if (name !== undefined && fold(name) === fold(record.name) && isAsItWas(entity, record, changed))
      found.push(record);
  });
  return found;
}
