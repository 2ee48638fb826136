import * as v from 'valibot';
import type { Scan } from '../../domain/directory/state';
import { compareNames, nameKeyOf } from '../../domain/directory/sort';
import { RECORDS_PER_PART } from '../store/parts';
import { keys } from '../store/keys';
import { readAllPacked, readPacked, writePacked } from '../store/packed';

/** An entity of a list: its id, and what it is called there. */
export type Listed = [id: string, name: string];

const listedSchema = v.array(v.tuple([v.string(), v.string()]));
const idsSchema = v.array(v.string());

type Chunked = keyof Scan['chunks'];

/** Puts a chunk aside. It counts once the scan that is returned is committed: until then the step may do it again. */
export async function stage(scan: Scan, list: Chunked, chunk: readonly unknown[]): Promise<Scan> {
  const number = scan.chunks[list];
  await writePacked(keys.stage(scan.generation, list, number), chunk);
  return { ...scan, chunks: { ...scan.chunks, [list]: number + 1 } };
}

export const readListed = (scan: Scan, list: Chunked, chunk: number): Promise<Listed[]> =>
  readPacked(keys.stage(scan.generation, list, chunk), listedSchema);

export const readIds = (scan: Scan, list: Chunked, chunk: number): Promise<string[]> =>
  readPacked(keys.stage(scan.generation, list, chunk), idsSchema);

const chunkKeys = ({ generation, chunks }: Scan, list: Chunked): string[] =>
  Array.from({ length: chunks[list] }, (_, chunk) => keys.stage(generation, list, chunk));

/** Every entity of a list, each once: a list that moves while it is read can name one twice. */
export async function readWhole(scan: Scan, list: Chunked): Promise<Map<string, string>> {
  const chunks = await readAllPacked(chunkKeys(scan, list), listedSchema);
  return new Map(chunks.flat());
}

export async function readAllIds(scan: Scan, list: Chunked): Promise<Set<string>> {
  return new Set((await readAllPacked(chunkKeys(scan, list), idsSchema)).flat());
}

/** Puts a whole list aside. The chunks of an attempt that was cut off are written over. */
export const stageAll = (scan: Scan, list: Chunked, all: readonly unknown[]): Promise<Scan> =>
  stageMore({ ...scan, chunks: { ...scan.chunks, [list]: 0 } }, list, all);

/** Puts more of a list aside, in chunks that the store takes. */
export async function stageMore(scan: Scan, list: Chunked, all: readonly unknown[]): Promise<Scan> {
  let staged = scan;
  for (let from = 0; from < all.length; from += RECORDS_PER_PART)
    staged = await stage(staged, list, all.slice(from, from + RECORDS_PER_PART));
  return staged;
}

/** In the order of names, which is that of the parts. */
export function inOrder(listed: ReadonlyMap<string, string>): Listed[] {
  return [...listed]
    .map(([id, name]) => ({ listed: [id, name] satisfies Listed, key: nameKeyOf({ id, name }) }))
    .sort((a, b) => compareNames(a.key, b.key))
    .map((each): Listed => each.listed);
}
