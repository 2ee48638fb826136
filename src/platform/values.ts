import { WhereConditions, kvs } from '@forge/kvs';
import { RATE_LIMITED, StoreBusyError } from './store-busy';

/** Operations in one batch request. Forge, key-value store limits. */
export const BATCH_KEYS = 25;

/** The value under `key`, or undefined. What comes back is unknown: who reads it parses it. Strictly consistent. */
export function readValue(key: string): Promise<unknown> {
  return kvs.get<unknown>(key);
}

/** Writes a value that nobody else changes. At most 240 KiB as JSON. */
export function writeValue(key: string, value: unknown): Promise<void> {
  return kvs.set(key, value);
}

/** Values of one batch request that are read: what comes back has at most 4 MB, and each of them up to 240 KiB. */
const KEYS_READ = 16;

/** Reads many values in batches; a key that holds nothing is left out of the answer. */
export async function readValues(keys: readonly string[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const batch of inBatches(keys, KEYS_READ)) {
    const answer = await kvs.batchGet<unknown>(batch.map((key) => ({ key })));
    for (const item of answer.successfulKeys) found.set(item.key, item.value);
    const failure = answer.failedKeys.find((item) => !isMissing(item.error.code));
    if (failure) throw failed('Reading', failure);
  }
  return found;
}

/** The keys that begin so, as they were some time ago: queries are eventually consistent. */
export async function* keysUnder(prefix: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(KEYS_READ);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    for (const { key } of page.results) yield key;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** Deletes many values in batches. Deleting what is not there is no error. */
export async function deleteValues(keys: readonly string[]): Promise<void> {
  for (const batch of inBatches(keys, BATCH_KEYS)) {
    const answer = await kvs.batchDelete(batch.map((key) => ({ key })));
    const failure = answer.failedKeys.find((item) => !isMissing(item.error.code));
    if (failure) throw failed('Deleting', failure);
  }
}

function failed(what: string, { key, error }: { key: string; error: { code: string; message: string } }): Error {
  const message = `${what} ${key} failed: ${error.message}`;
  return error.code === RATE_LIMITED ? new StoreBusyError(message) : new Error(message);
}

function isMissing(code: string): boolean {
  return code === 'KEY_NOT_FOUND';
}

function* inBatches(keys: readonly string[], size: number): Generator<readonly string[]> {
  for (let at = 0; at < keys.length; at += size) yield keys.slice(at, at + size);
}
