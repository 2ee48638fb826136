import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type DirectoryRecord, type ListCursor, directoryEntities, listCursorSchema } from '../../contract/directory';
import { ROWS_PER_PART } from '../../contract/imports';
import type { RequestOf, ResponseOf } from '../../contract/resolvers';
import { matcherOf } from '../../domain/directory/filter';
import { heldOf } from '../../domain/directory/holding';
import { JobRefusal } from '../../jobs/store/refusal';
import type { Clock } from '../../platform/clock';
import { readValue, writeValue } from '../../platform/values';
import { PARTS_PER_CALL, openDirectory } from '../read/shown';
import { keys } from '../store/keys';
import { readPacked, writePacked } from '../store/packed';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Who is meant by an action, fixed before it is confirmed: what is done is what the person was told. */
const choiceSchema = v.object({
  entity: v.picklist(directoryEntities),
  rows: count,
  /** How many they are, where some have several rows; as many as rows else. */
  records: v.optional(count),
  /** Selected as well, and known not to hold what the action takes away. */
  leftOut: v.optional(count, 0),
  at: v.number(),
  by: v.string(),
  /** Where choosing goes on; null once all are chosen. */
  next: v.nullable(listCursorSchema),
  /** The job that was made of it. */
  jobId: v.nullable(v.string()),
  /** What that job does, as JSON. */
  doing: v.optional(v.nullable(v.string()), null),
});
export type Choice = v.InferOutput<typeof choiceSchema>;

/**
 * One who is chosen: the id decides, email and name are for people who read the job's lists. Where they hold several of what is
 * taken away, each has a row, with its ID.
 */
export type ChosenRow = [id: string, email: string, name: string, heldId: string];
const chunkSchema = v.array(v.tuple([v.string(), v.string(), v.string(), v.optional(v.string(), '')]));

const notFound = (): JobRefusal =>
  new JobRefusal('NOT_FOUND', 'This selection can’t be found.', 'It’s kept for a day. Select the rows again.');

/** @throws JobRefusal NOT_FOUND, for somebody else's as well */
export async function readChoice(id: string, accountId: string): Promise<Choice> {
  const stored = await readValue(keys.choice(id));
  const choice = v.safeParse(choiceSchema, stored);
  if (!choice.success || choice.output.by !== accountId) throw notFound();
  return choice.output;
}

export const writeChoice = (id: string, choice: Choice): Promise<void> => writeValue(keys.choice(id), choice);

export const readChosen = (id: string, chunk: number): Promise<ChosenRow[]> =>
  readPacked(keys.chosen(id, chunk), chunkSchema);

export const chunksOf = ({ rows }: Choice): number => Math.ceil(rows / ROWS_PER_PART);

/** When the choice was made that a key belongs to; null where that cannot be told any more. */
export async function choiceMadeAt(key: string): Promise<number | null> {
  const [id = ''] = key.slice(keys.choices.length).split(':');
  const choice = v.safeParse(choiceSchema, await readValue(keys.choice(id)));
  return choice.success ? choice.output.at : null;
}

/** Fixes who is meant, some parts of the directory a call. @see directory.choose of the contract */
export async function choose(
  request: RequestOf<'directory.choose'>,
  accountId: string,
  clock: Clock,
): Promise<ResponseOf<'directory.choose'>> {
  const { entity, from } = request;
  const id = request.choice ?? randomUUID();
  const before: Choice | null = request.choice === null ? null : await readChoice(id, accountId);
  // The answer to this call was lost, and it comes once more: what it did is done.
  if (before !== null && before.next?.part !== from?.part) return answerOf(id, before);
  const shown = await openDirectory(entity, from);
  if (shown === null)
    throw new JobRefusal('CONFLICT', 'Your site hasn’t been read yet.', 'Read it, then choose again.');
  const isMeant = meantBy(request);
  const held = heldOf(request.holding);
  const rows: ChosenRow[] = [];
  let [records, leftOut] = [before?.records ?? before?.rows ?? 0, before?.leftOut ?? 0];
  const first = from?.part ?? 0;
  const to = Math.min(shown.parts, first + PARTS_PER_CALL);
  await shown.read(first, to, (some) => {
    for (const record of some.filter(isMeant)) {
      const its = held(record);
      for (const heldId of its) rows.push([record.id, record.email ?? '', record.name, heldId]);
      if (its.length > 0) records += 1;
      else leftOut += 1;
    }
  });
  const total = (before?.rows ?? 0) + rows.length;
  await append(id, before?.rows ?? 0, rows);
  const next: ListCursor | null = to < shown.parts ? { generation: shown.generation, part: to, matched: total } : null;
  const choice: Choice = {
    entity,
    rows: total,
    records,
    leftOut,
    at: before?.at ?? clock.now(),
    by: accountId,
    next,
    jobId: null,
    doing: null,
  };
  await writeChoice(id, choice);
  return answerOf(id, choice);
}

const answerOf = (choice: string, { rows, records = rows, leftOut, next }: Choice): ResponseOf<'directory.choose'> => ({
  choice,
  rows,
  records,
  leftOut,
  next,
});

function meantBy({ who, today }: RequestOf<'directory.choose'>): (record: DirectoryRecord) => boolean {
  if (who.by === 'query') return matcherOf(who.query.filters, today);
  const ids = new Set(who.ids);
  return ({ id }) => ids.has(id);
}

/** Adds rows behind those that are there, in chunks that are parts of a job. Doing it again writes the same. */
async function append(id: string, before: number, rows: readonly ChosenRow[]): Promise<void> {
  const chunk = Math.floor(before / ROWS_PER_PART);
  const begun = before % ROWS_PER_PART;
  const all = [...(begun === 0 ? [] : (await readChosen(id, chunk)).slice(0, begun)), ...rows];
  for (let from = 0; from < all.length; from += ROWS_PER_PART)
    await writePacked(keys.chosen(id, chunk + from / ROWS_PER_PART), all.slice(from, from + ROWS_PER_PART));
}
