import { createHmac, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { GONE } from '../domain/syncs/applied-records';
import type { RowTexts } from '../domain/syncs/row-texts';
import { readSecret, writeSecret } from '../platform/secrets';

const secretKey = (syncId: string): string => `sync-hash:${syncId}`;
const HASH_BYTES = 6;

export interface RowHashes {
  key: number;
  print: number;
}

/** Makes the key by which the fingerprints of a sync are made: without it, nobody can tell whose they are. */
export async function makeHashKey(syncId: string): Promise<void> {
  await writeSecret(secretKey(syncId), randomBytes(32).toString('hex'));
}

export { secretKey as hashSecret };

/** A hash of several, whatever their order. */
export const sumOfHashes = (one: number, other: number): number => (one + other) % 2 ** (8 * HASH_BYTES);

/** What makes the hashes of a row, of 48 bits each. */
export async function rowHasher(syncId: string): Promise<(texts: RowTexts) => RowHashes> {
  const key = Buffer.from(v.parse(v.string(), await readSecret(secretKey(syncId))), 'hex');
  const hash = (text: string): number => createHmac('sha256', key).update(text).digest().readUIntBE(0, HASH_BYTES);
  return ({ identity, content }) => {
    return { key: hash(identity), print: Math.max(GONE + 1, hash(content)) };
  };
}
