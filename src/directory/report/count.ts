import * as v from 'valibot';
import { type DirectoryEntity, type DirectoryRecord, directoryEntities } from '../../contract/directory';
import {
  type DirectoryReport,
  type Duplicates,
  type EntityReport,
  type LikeCustomer,
  type Likeness,
  likenesses,
} from '../../contract/directory-report';
import type { CsmClient } from '../../csm/client';
import { groupsOf, likenessOf, markOf } from '../../domain/directory/report/likeness';
import { reportOf, tallyOf, tallySchema } from '../../domain/directory/report/tally';
import type { PartPlace } from '../../domain/directory/overlay';
import type { Scan } from '../../domain/directory/state';
import { readValues, writeValue } from '../../platform/values';
import { keys } from '../store/keys';
import { readAllPacked, writePacked } from '../store/packed';
import { readParts } from '../store/parts';
import { readFields, stageFields } from './fields';

/** Parts of one step: their marks fit a value of the store, 8 bytes of each record as base64. */
const PARTS_PER_STEP = 20;

interface Chunk {
  entity: DirectoryEntity;
  from: number;
  count: number;
}

/** What the steps count, one after the other. */
const chunksOf = ({ parts }: Scan): Chunk[] =>
  directoryEntities.flatMap((entity) =>
    Array.from({ length: Math.ceil(parts[entity].length / PARTS_PER_STEP) }, (_, at) => {
      const from = at * PARTS_PER_STEP;
      return { entity, from, count: Math.min(PARTS_PER_STEP, parts[entity].length - from) };
    }),
  );

/** The day of a report: that on which its reading began, in UTC. */
export const dayOfScan = ({ startedAt }: Pick<Scan, 'startedAt'>): string =>
  new Date(startedAt).toISOString().slice(0, 10);

/** One step: asks for the fields of the site, or counts some parts and puts the counts aside under their own number. */
export async function countSome(scan: Scan, csm: CsmClient): Promise<Scan> {
  const chunks = chunksOf(scan);
  if (scan.at === 0) await stageFields(scan, csm);
  else {
    const chunk = chunks[scan.at - 1];
    if (chunk === undefined) return { ...scan, phase: 'finish-report', at: 0, within: 0 };
    await countChunk(scan, chunk, scan.at - 1);
  }
  return { ...scan, at: scan.at + 1 };
}

async function countChunk(scan: Scan, { entity, from, count }: Chunk, number: number): Promise<void> {
  const records = (await readParts(scan.generation, entity, from, count)).flat();
  const fields = scan.keepsValues ? ((await readFields(scan))[entity] ?? []) : [];
  await writePacked(keys.stage(scan.generation, 'report-tally', number), tallyOf(records, fields, dayOfScan(scan)));
  if (entity !== 'customer') return;
  for (const by of likenesses) {
    const marks = Float64Array.from(records, (record) => markOf(likenessOf(record, by)));
    await writeValue(marksKey(scan, by, number), Buffer.from(marks.buffer).toString('base64'));
  }
}

const marksKey = ({ generation }: Scan, by: Likeness, number: number): string =>
  keys.stage(generation, `report-${by}`, number);

/** Makes the report of what the steps have counted, and stores it with the generation. */
export async function writeReport(scan: Scan): Promise<Scan> {
  const report: DirectoryReport = {
    day: dayOfScan(scan),
    customer: await entityReport(scan, 'customer'),
    organization: await entityReport(scan, 'organization'),
    duplicates: [],
  };
  for (const by of likenesses) report.duplicates.push(await duplicatesBy(scan, by));
  await writePacked(keys.report(scan.generation), report);
  return { ...scan, phase: 'finish', at: 0, within: 0 };
}

const numbersOf = (scan: Scan, entity: DirectoryEntity): number[] =>
  chunksOf(scan).flatMap((chunk, number) => (chunk.entity === entity ? [number] : []));

async function entityReport(scan: Scan, entity: DirectoryEntity): Promise<EntityReport> {
  const stored = numbersOf(scan, entity).map((number) => keys.stage(scan.generation, 'report-tally', number));
  const fields = scan.keepsValues ? ((await readFields(scan))[entity] ?? []) : [];
  return reportOf(await readAllPacked(stored, tallySchema), fields);
}

async function duplicatesBy(scan: Scan, by: Likeness): Promise<Duplicates> {
  const { groups, customers, shown } = groupsOf(await allMarks(scan, by));
  const people = await customersAt(scan, new Set(shown.flatMap(({ places }) => places)));
  const whoOf = (places: readonly number[]): LikeCustomer[] => places.flatMap((place) => people.get(place) ?? []);
  return { by, groups, customers, shown: shown.map(({ count, places }) => ({ count, who: whoOf(places) })) };
}

/** The marks of all customers, in the order of the directory. */
async function allMarks(scan: Scan, by: Likeness): Promise<Float64Array> {
  const stored = numbersOf(scan, 'customer').map((number) => marksKey(scan, by, number));
  const found = await readValues(stored);
  const bytes = stored.map((key) => Buffer.from(v.parse(v.string(), found.get(key)), 'base64'));
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of bytes) {
    all.set(some, at);
    at += some.length;
  }
  return new Float64Array(all.buffer);
}

/** The customers at some places of the directory: only the parts that hold them are read, one at a time. */
async function customersAt(scan: Scan, places: ReadonlySet<number>): Promise<Map<number, LikeCustomer>> {
  const found = new Map<number, LikeCustomer>();
  let first = 0;
  for (const [part, { count }] of scan.parts.customer.entries()) {
    const here = placesIn(places, first, count);
    if (here.length > 0) {
      const [records = []] = await readParts(scan.generation, 'customer', part, 1);
      for (const place of here) setIfThere(found, place, records[place - first]);
    }
    first += count;
  }
  return found;
}

const placesIn = (places: ReadonlySet<number>, first: number, count: PartPlace['count']): number[] =>
  [...places].filter((place) => place >= first && place < first + count);

function setIfThere(found: Map<number, LikeCustomer>, place: number, record: DirectoryRecord | undefined): void {
  if (record !== undefined) found.set(place, { id: record.id, name: record.name, email: record.email });
}
