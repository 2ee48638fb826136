import * as v from 'valibot';
import {
  type DirectoryHead,
  type DirectoryIndex,
  type Scan,
  directoryHeadSchema,
  directoryIndexSchema,
  noScan,
  scanSchema,
} from '../../domain/directory/state';
import { type Change, changeSchema } from '../../domain/directory/overlay';
import { pack } from '../../platform/gzip';
import { ConflictError, type RecordChange, type Versioned, commit, readRecord } from '../../platform/records';
import { keys } from './keys';
import { unpackJson } from './packed';

/** Steps and people change these at the same time: a change is decided anew until it meets nobody. */
const TRIES = 8;

const noHead: DirectoryHead = { keeps: 'everything', kept: null };

/** What is kept; nothing while the site was never read. Strictly consistent. */
export const readHead = async (): Promise<Versioned<DirectoryHead>> =>
  (await readRecord(keys.head, directoryHeadSchema)) ?? { value: noHead, revision: 0 };

export const headChange = (value: DirectoryHead, over: number): RecordChange => ({ key: keys.head, value, over });

export const packIndex = (index: DirectoryIndex): string => pack(JSON.stringify(index));
export const unpackIndex = (packed: string): DirectoryIndex => unpackJson(packed, directoryIndexSchema);

/** The reading of the site that is under way, or was last. One that this version cannot read is as if there were none. */
export async function readScan(): Promise<Versioned<Scan>> {
  const found = await readRecord(keys.scan, v.fallback(scanSchema, noScan));
  return found ?? { value: noScan, revision: 0 };
}

export const scanChange = (value: Scan, over: number): RecordChange => ({ key: keys.scan, value, over });

/** Packed {@link Change}s, under the generation that they are told beside; `untoldAt` as in {@link Changes}. */
export const changesSchema = v.object({
  generation: v.string(),
  packed: v.string(),
  untoldAt: v.optional(v.number(), 0),
});
const changeListSchema = v.array(changeSchema);

/** What has changed since a generation was read. */
export interface Changes extends Versioned<Change[]> {
  /** When the app last changed something that is in none of them, in milliseconds since 1970; 0 where it didn't. */
  untoldAt: number;
}

/** What has changed since a generation was read; nothing where the stored changes are of another one. */
export async function readChanges(generation: string): Promise<Changes> {
  const found = await readRecord(keys.changes, changesSchema);
  if (found === undefined) return { value: [], revision: 0, untoldAt: 0 };
  const { value, revision } = found;
  if (value.generation !== generation) return { value: [], revision, untoldAt: 0 };
  return { value: unpackJson(value.packed, changeListSchema), revision, untoldAt: value.untoldAt };
}

export const packChanges = (changes: readonly Change[]): string => pack(JSON.stringify(changes));

/** Writes changes over those that were read. */
export const changesChange = (
  generation: string,
  changes: readonly Change[],
  { revision, untoldAt }: Pick<Changes, 'revision' | 'untoldAt'>,
): RecordChange => ({
  key: keys.changes,
  value: { generation, packed: packChanges(changes), untoldAt },
  over: revision,
});

/** Does what reads and commits until it meets nobody. */
export async function untilAlone<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

/** Changes the reading; null leaves it as it is. `decide` is called again when somebody else was faster. */
export const changeScan = (decide: (scan: Scan) => Scan | null): Promise<Scan> =>
  untilAlone(async () => {
    const { value, revision } = await readScan();
    const decided = decide(value);
    if (decided === null) return value;
    await commit([scanChange(decided, revision)]);
    return decided;
  });
