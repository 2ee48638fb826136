import * as v from 'valibot';
import { ConflictError, type RecordChange, commit, deleteRecord, readRecord } from '../../platform/records';
import { JobRefusal } from './refusal';

/** Drivers and administrators change a record at any time: a change is decided anew until it meets nobody. */
const TRIES = 8;

const listSchema = v.object({ ids: v.array(v.string()) });

/** What a list of records is about. */
interface ListOptions<T extends { id: string }> {
  /** The key of the list. */
  list: string;
  keyOf: (id: string) => string;
  schema: v.GenericSchema<unknown, T>;
  /** How many there can be: all of them are read whenever it is looked for what is due. */
  most: number;
  /** "sync", "rule". */
  noun: string;
}

/** Records of one sort, each changed by compare-and-swap, and the list of them. */
export interface ListedRecords<T> {
  /** The ids of all, in the order in which they were added. */
  ids: () => Promise<string[]>;
  /** Undefined where there is none. */
  read: (id: string) => Promise<T | undefined>;
  /** @throws JobRefusal NOT_FOUND */
  get: (id: string) => Promise<T>;
  /**
   * Changes one. `decide` is called again where somebody else was faster; null leaves everything as it is. `values` are
   * written with the change, or not at all. @throws JobRefusal NOT_FOUND, and as `decide` does
   */
  change: (id: string, decide: (value: T) => T | null, values?: ReadonlyMap<string, unknown>) => Promise<T>;
  /** @throws JobRefusal CONFLICT where there are as many as there can be */
  add: (value: T) => Promise<void>;
  /** Deletes the record, and takes it off the list. */
  drop: (id: string) => Promise<void>;
}

/** The records of one sort. */
export function listedRecords<T extends { id: string }>(options: ListOptions<T>): ListedRecords<T> {
  const { list, keyOf, schema, most, noun } = options;
  const notFound = (): JobRefusal =>
    new JobRefusal('NOT_FOUND', `This ${noun} can’t be found.`, 'It may have been deleted.');
  const read = async (id: string): Promise<T | undefined> => (await readRecord(keyOf(id), schema))?.value;

  return {
    ids: async () => (await readRecord(list, listSchema))?.value.ids ?? [],
    read,
    async get(id) {
      const found = await read(id);
      if (found === undefined) throw notFound();
      return found;
    },
    change: (id, decide, values) =>
      untilAlone(async () => {
        const found = await readRecord(keyOf(id), schema);
        if (found === undefined) throw notFound();
        const value = decide(found.value);
        if (value === null) return found.value;
        await commit([{ key: keyOf(id), value, over: found.revision }], values);
        return value;
      }),
    add: (value) =>
      changeList(list, [{ key: keyOf(value.id), value, over: 0 }], (ids) => {
        if (ids.length < most) return [...ids, value.id];
        throw new JobRefusal(
          'CONFLICT',
          `Your site has ${most} ${noun}s, the maximum.`,
          'Delete one you no longer need.',
        );
      }),
    async drop(id) {
      await deleteRecord(keyOf(id));
      await changeList(list, [], (ids) => ids.filter((one) => one !== id));
    },
  };
}

function changeList(
  list: string,
  beside: readonly RecordChange[],
  change: (ids: readonly string[]) => string[],
): Promise<void> {
  return untilAlone(async () => {
    const found = await readRecord(list, listSchema);
    const ids = change(found?.value.ids ?? []);
    await commit([{ key: list, value: { ids }, over: found?.revision ?? 0 }, ...beside]);
  });
}

/** Tries again where somebody else has changed the same meanwhile. */
async function untilAlone<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}
