import * as v from 'valibot';
import type { ReadingChoices } from '../../../contract/imports';
import type { FileBytes } from './file-bytes';
import type { OpenedFile } from './opened-file';
import { oddIn, type RecordChunk } from './records';
import { RefusedFile } from './refused';
import { tableOf } from './table';

/** JSON is read whole, as its end can be anywhere. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;
const RECORDS_PER_CHUNK = 500;
/** Between the values of a list in one cell, as CRM exports have them. */
const LIST_SEPARATOR = ';';

const nothingMisquoted: ReadonlyMap<number, number> = new Map();
const objectSchema = v.record(v.string(), v.unknown());
const listSchema = v.array(objectSchema);

/** Whether a file can be JSON, by its first bytes: a list or an object, after blanks. */
export const mayBeJson = (head: Uint8Array): boolean => /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(head));

/**
 * Opens a list of records in JSON: an array of objects, an object that has one, or an object a line. Objects inside are
 * flattened to columns such as "properties.email"; lists become cells with semicolons. Null where it is no JSON.
 * Throws {@link RefusedFile} where it is JSON and no list of records.
 */
export async function openJson(file: FileBytes, name: string, choices: ReadingChoices): Promise<OpenedFile | null> {
  if (file.size > MAX_JSON_BYTES) return null;
  const text = new TextDecoder().decode(await file.arrayBuffer());
  const value = parsed(text);
  if (value === undefined) return null;
  const objects = recordsIn(value).map((one) => flattened(one));
  const headers = [...new Set(objects.flatMap((one) => [...one.keys()]))];
  if (headers.length === 0) throw new RefusedFile('The JSON has no records. Send a list of objects.');
  const rows = [headers, ...objects.map((one) => headers.map((header) => one.get(header) ?? ''))];
  const { records, width, headerRow, headerBy, titles, ...table } = await tableOf(() => chunksOf(rows), 1);
  const reading = {
    encoding: 'UTF-8',
    encodingBy: 'form',
    delimiter: ',',
    delimiterBy: 'json',
    quote: '"',
  } as const;
  const facts = { name, bytes: file.size, reading: { ...reading, headerRow, headerBy, titles }, ...table };
  return { facts, choices, width, records, mostRows: objects.length };
}

function parsed(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch {
    return parsedLines(plain);
  }
}

/** An object a line; undefined where one is none. */
function parsedLines(text: string): unknown {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => v.parse(objectSchema, JSON.parse(line)));
  } catch {
    return undefined;
  }
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  if (v.is(listSchema, value)) return value;
  const inside = v.is(objectSchema, value) ? Object.values(value).filter((one) => v.is(listSchema, one)) : [];
  const [only, ...others] = inside;
  if (only === undefined || others.length > 0)
    throw new RefusedFile(
      'This JSON is no list of records. Send an array of objects, or an object that holds one array.',
    );
  return only;
}

function flattened(
  record: Record<string, unknown>,
  prefix = '',
  into = new Map<string, string>(),
): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    if (v.is(objectSchema, value) && !Array.isArray(value)) flattened(value, `${prefix}${key}.`, into);
    else into.set(`${prefix}${key}`, cellOf(value));
  }
  return into;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(LIST_SEPARATOR);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

// oxlint-disable-next-line typescript/require-await -- files are read asynchronously
async function* chunksOf(rows: readonly string[][]): AsyncGenerator<RecordChunk> {
  for (let from = 0; from < rows.length; from += RECORDS_PER_CHUNK) {
    // The check cleans its rows in place.
    const records = rows.slice(from, from + RECORDS_PER_CHUNK).map((row) => [...row]);
    const fraction = Math.min(1, (from + RECORDS_PER_CHUNK) / rows.length);
    const text = records.map((row) => row.join('\n')).join('\n');
    yield { first: from + 1, records, misquoted: nothingMisquoted, ...oddIn(text), fraction };
  }
}
