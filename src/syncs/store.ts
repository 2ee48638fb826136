import * as v from 'valibot';
import { MAX_SYNCS } from '../contract/syncs';
import { type Sync, syncSchema } from '../domain/syncs/sync';
import { JobRefusal } from '../jobs/store/refusal';
import { ConflictError, type RecordChange, commit, deleteRecord, readRecord } from '../platform/records';
import { readValue } from '../platform/values';

/** The keys under which syncs are kept. Everything of one begins with its id. */
export const keys = {
  list: 'syncs',
  sync: (id: string) => `sync:${id}`,
  allOf: (id: string) => `sync:${id}:`,
  piece: (id: string, delivery: number, piece: number) => `sync:${id}:delivery:${delivery}:${piece}`,
  prints: (id: string, generation: number, chunk: number) => `sync:${id}:prints:${generation}:${chunk}`,
  labels: (id: string, generation: number, chunk: number) => `sync:${id}:labels:${generation}:${chunk}`,
  delta: (id: string, generation: number, delta: number) => `sync:${id}:delta:${generation}:${delta}`,
  touched: (id: string) => `sync:${id}:touched`,
};

/** Drivers, deliveries and administrators change a sync at any time: a change is decided anew until it meets nobody. */
const TRIES = 8;

const listSchema = v.object({ ids: v.array(v.string()) });

/** The ids of all syncs, in the order in which they were set up. */
export async function readSyncIds(): Promise<string[]> {
  return (await readRecord(keys.list, listSchema))?.value.ids ?? [];
}

/** Undefined where there is none. */
export async function readSync(id: string): Promise<Sync | undefined> {
  return (await readRecord(keys.sync(id), syncSchema))?.value;
}

/** @throws JobRefusal NOT_FOUND */
export async function syncOf(id: string): Promise<Sync> {
  const found = await readSync(id);
  if (found === undefined) throw notFound();
  return found;
}

const notFound = (): JobRefusal =>
  new JobRefusal('NOT_FOUND', 'This sync can’t be found.', 'It may have been deleted.');

/**
 * Changes a sync. `decide` is called again where somebody else was faster; null leaves everything as it is.
 * @throws JobRefusal NOT_FOUND, and as `decide` does
 */
export async function changeSync(
  id: string,
  decide: (sync: Sync) => Sync | null,
  values?: ReadonlyMap<string, unknown>,
): Promise<Sync> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readRecord(keys.sync(id), syncSchema);
    if (found === undefined) throw notFound();
    const value = decide(found.value);
    if (value === null) return found.value;
    try {
      await commit([{ key: keys.sync(id), value, over: found.revision }], values);
      return value;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}

/** Registers a sync. @throws JobRefusal CONFLICT where the site has MAX_SYNCS */
export async function addSync(sync: Sync): Promise<void> {
  const record: RecordChange = { key: keys.sync(sync.id), value: sync, over: 0 };
  await changeList(
    (ids) => {
      if (ids.length >= MAX_SYNCS)
        throw new JobRefusal(
          'CONFLICT',
          `Your site has ${MAX_SYNCS} syncs, the maximum.`,
          'Delete one you no longer need.',
        );
      return [...ids, sync.id];
    },
    [record],
  );
}

/** Takes a sync off the list, once all of its values are gone. */
export async function dropSync(id: string): Promise<void> {
  await deleteRecord(keys.sync(id));
  await changeList((ids) => ids.filter((one) => one !== id));
}

async function changeList(change: (ids: string[]) => string[], beside: readonly RecordChange[] = []): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readRecord(keys.list, listSchema);
    const ids = change(found?.value.ids ?? []);
    try {
      await commit([{ key: keys.list, value: { ids }, over: found?.revision ?? 0 }, ...beside]);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}

/** A stored text; null where there is none. */
export async function readText(key: string): Promise<string | null> {
  const stored = await readValue(key);
  return stored === undefined ? null : v.parse(v.string(), stored);
}
