import * as v from 'valibot';
import type { DirectoryEntity, DirectoryRecord } from '../../contract/directory';
import { ownCount } from '../../domain/directory/entitlement-list';
import { byName, nameKeyOf, sorted } from '../../domain/directory/sort';
import { type Scan, withGap, withHeldFields } from '../../domain/directory/state';
import { inParallel } from '../../platform/in-parallel';
import { keys } from '../store/keys';
import { readValue, writeValue } from '../../platform/values';
import { RECORDS_PER_PART, packParts, unpackPart, writePart } from '../store/parts';
import { unchangedIn } from './before';
import { PROFILES_PER_FETCH, type ProfilesRead, readProfiles } from './profiles';
import type { ScanServices } from './services';
import { type Listed, readListed, stageMore } from './stage';

/** Fetches at once: well under the burst limit of Jira Cloud's REST API, as people and imports use the site, too. */
const AT_ONCE = 4;
/** A step ends after this long, so that an import that has begun meanwhile gets the site. */
const STEP_MS = 20_000;
/** A fetch may take this long, with its retries: with less time left none is begun. */
const FETCH_MS = 20_000;

/**
 * Reads the profiles of one chunk, as far as a step has time for, and writes the part once all of them are there. Until
 * then those read so far are put aside under where the chunk goes on, which no other step writes.
 */
export async function profileChunk(
  entity: DirectoryEntity,
  list: 'sorted-organizations' | 'sorted-customers',
  scan: Scan,
  services: ScanServices,
): Promise<Scan> {
  const chunk = await readListed(scan, list, scan.at);
  const known = scan.catchUp === null ? [] : await unchangedIn(chunk, entity, scan, scan.catchUp);
  const listed = without(chunk, known);
  const before = scan.within === 0 ? known : await readPartial(scan);
  const { records, within, ...read } = await readSome(entity, listed, scan, services);
  const withMembers = await stageMore(scan, 'members', read.members);
  const told = read.unread.reduce((now, { reason }) => withGap(now, `${entity}s`, 1, reason), withMembers);
  const all = [...before, ...records, ...namesAlone(entity, listed, read.unread)];
  const count = told.read[`${entity}s`] + records.length + (scan.within === 0 ? known.length : 0);
  const counted = withHeldFields({ ...told, read: { ...told.read, [`${entity}s`]: count } }, records);
  if (within < listed.length) {
    const partial: Scan = { ...counted, within };
    await writePartial(partial, all);
    return partial;
  }
  return { ...(await writeParts(entity, counted, chunk, all)), at: scan.at + 1, within: 0 };
}

function without(chunk: readonly Listed[], known: readonly DirectoryRecord[]): readonly Listed[] {
  const ids = new Set(known.map(({ id }) => id));
  return chunk.filter(([id]) => !ids.has(id));
}

const partialKey = ({ generation, at, within }: Scan, piece: number): string =>
  `${keys.stage(generation, 'partial', at * RECORDS_PER_PART + within)}:${piece}`;

const piecesSchema = v.object({ pieces: v.number(), packed: v.string() });

/** Puts the records of a chunk aside, in as many pieces as the store takes them. */
async function writePartial(scan: Scan, records: readonly DirectoryRecord[]): Promise<void> {
  const parts = packParts(records);
  const values = parts.map(({ packed }) => ({ pieces: parts.length, packed }));
  for (const [piece, value] of values.entries()) await writeValue(partialKey(scan, piece), value);
}

/** @throws ValiError where they are not there */
async function readPartial(scan: Scan): Promise<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  for (let piece = 0, pieces = 1; piece < pieces; piece += 1) {
    const stored = v.parse(piecesSchema, await readValue(partialKey(scan, piece)));
    pieces = stored.pieces;
    records.push(...unpackPart(stored.packed));
  }
  return records;
}

/** An organization whose profile is refused is on the site all the same: its name is known. Of accounts nobody knows. */
function namesAlone(
  entity: DirectoryEntity,
  listed: readonly Listed[],
  unread: ProfilesRead['unread'],
): DirectoryRecord[] {
  if (entity === 'customer') return [];
  const names = new Map(listed);
  return unread.map(({ id }) => ({
    ...{ id, name: names.get(id) ?? id, email: null, organizations: [], values: [], entitlements: [] },
    ...{ customers: null, readAt: 0 },
  }));
}

async function readSome(
  entity: DirectoryEntity,
  listed: readonly Listed[],
  { within: start, keepsValues, endField }: Scan,
  services: ScanServices,
): Promise<ProfilesRead & { within: number }> {
  const { csm, clock } = services;
  const all: ProfilesRead = { records: [], members: [], unread: [] };
  const until = clock.now() + STEP_MS;
  let within = start;
  do {
    const fetches = Array.from({ length: AT_ONCE }, (_, at) => within + at * PROFILES_PER_FETCH).filter(
      (from) => from < listed.length,
    );
    await inParallel(AT_ONCE, fetches, async (from) => {
      const ids = listed.slice(from, from + PROFILES_PER_FETCH).map(([id]) => id);
      const read = await readProfiles(csm, entity, ids, { hasValues: keepsValues, endField }, clock.now());
      all.records.push(...read.records);
      // 25 organizations can have more customers than a call takes arguments.
      for (const id of read.members) all.members.push(id);
      all.unread.push(...read.unread);
    });
    within = Math.min(listed.length, within + AT_ONCE * PROFILES_PER_FETCH);
  } while (within < listed.length && clock.now() < until && services.timeLeft() > FETCH_MS);
  return { ...all, within };
}

/**
 * Writes a chunk as parts. They begin where the list says: whoever was renamed since it was made stands in the part of the
 * old name until the next reading, so that the parts stay in order.
 */
async function writeParts(
  entity: DirectoryEntity,
  scan: Scan,
  listed: readonly Listed[],
  records: readonly DirectoryRecord[],
): Promise<Scan> {
  const [first] = listed;
  if (records.length === 0 || first === undefined) return scan;
  const places = [...scan.parts[entity]];
  for (const [at, part] of packParts(sorted(records, byName, '')).entries()) {
    const [head] = part.records;
    const key = at === 0 || head === undefined ? nameKeyOf({ id: first[0], name: first[1] }) : nameKeyOf(head);
    await writePart(scan.generation, entity, places.length, part.packed);
    places.push({ first: [...key], count: part.records.length, entitlements: ownCount(part.records) });
  }
  return { ...scan, parts: { ...scan.parts, [entity]: places } };
}
