import * as v from 'valibot';
import { type LeftOutRow, MAX_PART_BYTES, PIECE_CHARS, type StoredRow } from '../../../contract/imports';
import { type FieldDefinition, fieldDefinitionSchema } from '../../../contract/fields';
import type { UndoList } from '../../../contract/jobs';
import type { JobHead } from '../../../domain/jobs/head';
import { allLeft, grantsOnce, oncePerRecord } from '../../../domain/undo/once';
import { pack, unpack } from '../../../platform/gzip';
import { readValue, writeValue } from '../../../platform/values';
import { keys } from '../../store/ledger';
import { JobRefusal } from '../../store/refusal';

/** Counts up where rows of a list get other cells: what an earlier version of the app has found out is outdated then. */
const LAYOUT = 2;

const rowSchema = v.tuple([v.number(), v.array(v.string())]);

/** What undoing some batches comes to, kept between its plan and its start. */
const stagedSchema = v.object({
  /** Of the layout of its rows. */
  layout: v.literal(LAYOUT),
  /** The batch behind those that it is about; null behind the last one. */
  next: v.nullable(v.number()),
  /** When it was found, in milliseconds since 1970. */
  at: v.number(),
  /** The last undo of the job before it; null where there was none. */
  behind: v.nullable(v.string()),
  /** With the first of them: the fields of the site that rows have columns for, where the plan of the job names none. */
  fields: v.optional(v.array(fieldDefinitionSchema), []),
  back: v.array(rowSchema),
  grant: v.optional(v.array(rowSchema), []),
  leave: v.optional(v.array(rowSchema), []),
  revoke: v.optional(v.array(rowSchema), []),
  remove: v.array(rowSchema),
  left: v.array(v.tuple([v.number(), v.array(v.string()), v.array(v.string())])),
});

interface Staged extends Record<UndoList, StoredRow[]> {
  next: number | null;
  at: number;
  behind: string | null;
  fields: FieldDefinition[];
  /** Rows of which something is left alone, with the ID of their record or what else names it as their only cell. */
  left: LeftOutRow[];
}

/**
 * A plan that ended longer ago says too little of the site to act on it, as does one that rested as long on its way: a large
 * import is looked at for hours, one step right after the other.
 */
const GOOD_FOR_MS = 60 * 60_000;

/** Whether it fits one stored value. Forge, key-value store limits. */
export const fits = (staged: Staged): boolean => pack(JSON.stringify(staged)).length <= PIECE_CHARS;

/** Keeps what undoing the batches from `from` on comes to. */
export const writeStaged = (jobId: string, from: number, staged: Staged): Promise<void> =>
  writeValue(keys.undoStep(jobId, from), pack(JSON.stringify({ layout: LAYOUT, ...staged })));

/** The last undo of a job: a plan that was made before it knows nothing of what it did. */
export const undoBehind = ({ undoneBy }: JobHead): string | null => undoneBy.at(-1)?.id ?? null;

/** What undoing a job comes to, in the order of its batches. @throws JobRefusal CONFLICT where that is not known, or was long ago */
export async function* stagedSteps(head: JobHead, now: number): AsyncGenerator<Staged> {
  let from: number | null = 0;
  let before: number | null = null;
  while (from !== null) {
    const packed = await readValue(keys.undoStep(head.id, from));
    if (typeof packed !== 'string') throw outdated();
    const read = v.safeParse(stagedSchema, JSON.parse(unpack(packed, MAX_PART_BYTES)));
    // Another version of the app may have written it.
    if (!read.success) throw outdated();
    const staged: Staged = read.output;
    if (staged.behind !== undoBehind(head)) throw outdated();
    const [rested, over] = [staged.at - (before ?? staged.at), staged.next === null ? now - staged.at : 0];
    if (Math.max(rested, over) > GOOD_FOR_MS) throw outdated();
    yield staged;
    [from, before] = [staged.next, staged.at];
  }
}

/** The fields that rows of an undo have columns for, where the plan of the job names none. @throws as {@link stagedSteps} */
export async function stagedFields(head: JobHead, now: number): Promise<FieldDefinition[]> {
  for await (const { fields } of stagedSteps(head, now)) return fields;
  return [];
}

const outdated = (): JobRefusal =>
  new JobRefusal('CONFLICT', 'It isn’t known any more what undoing the import comes to.', 'Start the undo again.');

/**
 * The rows of one list, each record or pair once: two rows of a file can have named the same. They have the number of the row
 * that is undone, or the next one that is free, where that row comes to several.
 */
export async function* stagedRows(head: JobHead, list: UndoList, now: number): AsyncGenerator<StoredRow> {
  const together = list === 'back' ? await toldTwice(head, now) : new Map<string, string[]>();
  const seen = new Set<string>();
  const grants = grantsOnce();
  let last = 0;
  for await (const staged of stagedSteps(head, now)) {
    for (const [row, cells] of list === 'grant' ? grants(staged.grant).grant : staged[list]) {
      const what = namedBy(list, cells);
      if (seen.has(what)) continue;
      seen.add(what);
      last = Math.max(last + 1, row);
      yield [last, together.get(what) ?? cells];
    }
  }
}

/** What a row is about; behind that, one that revokes says what it has seen. */
function namedBy(list: UndoList, cells: readonly string[]): string {
  if (list === 'leave') return JSON.stringify(cells);
  return list === 'revoke' ? JSON.stringify(cells.slice(0, -1)) : (cells[0] ?? '');
}

/** What is put back of each record that several steps tell of: what they tell, put together. */
async function toldTwice(head: JobHead, now: number): Promise<Map<string, string[]>> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for await (const { back } of stagedSteps(head, now))
    for (const [, [id = '']] of back) (seen.has(id) ? twice : seen).add(id);
  const rows: StoredRow[] = [];
  if (twice.size === 0) return new Map();
  for await (const { back } of stagedSteps(head, now)) rows.push(...back.filter(([, [id = '']]) => twice.has(id)));
  return new Map(oncePerRecord(rows).map(([, cells]) => [cells[0] ?? '', cells]));
}

export async function* stagedLeftOut(head: JobHead, now: number): AsyncGenerator<LeftOutRow> {
  const grants = grantsOnce();
  for await (const { left, grant } of stagedSteps(head, now)) yield* allLeft(left, grants(grant).left);
}
