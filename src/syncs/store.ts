import * as v from 'valibot';
import { MAX_SYNCS } from '../contract/syncs';
import { type Sync, syncSchema } from '../domain/syncs/sync';
import { ownedRecord } from '../jobs/store/owned-records';
import { listedRecords } from '../jobs/store/listed-records';
import type { PeopleRecord } from '../platform/people-records';
import { readValue } from '../platform/values';

/** The keys under which syncs are kept. Everything of one begins with its id. */
export const keys = {
  list: 'syncs',
  sync: (id: string) => `sync:${id}`,
  allOf: (id: string) => `sync:${id}:`,
  piece: (id: string, part: string, piece: number) => `sync:${id}:delivery:${part}:${piece}`,
  prints: (id: string, generation: number, chunk: number) => `sync:${id}:prints:${generation}:${chunk}`,
  labels: (id: string, generation: number, chunk: number) => `sync:${id}:labels:${generation}:${chunk}`,
  delta: (id: string, generation: number, delta: number) => `sync:${id}:delta:${generation}:${delta}`,
  edited: (id: string) => `sync:${id}:edited`,
  touched: (id: string) => `sync:${id}:touched`,
};

/** The syncs of the site. */
export const {
  ids: readSyncIds,
  read: readSync,
  get: syncOf,
  change: changeSync,
  add: addSync,
  drop: dropSync,
} = listedRecords<Sync>({ list: keys.list, keyOf: keys.sync, schema: syncSchema, most: MAX_SYNCS, noun: 'sync' });

/** A stored text; null where there is none. */
export async function readText(key: string): Promise<string | null> {
  const stored = await readValue(key);
  return stored === undefined ? null : v.parse(v.string(), stored);
}

/** Who owns the syncs. */
export const listSyncPeople = async (): Promise<PeopleRecord[]> =>
  (await readSyncIds()).map((id) => ownedRecord(keys.sync(id), 'sync'));
