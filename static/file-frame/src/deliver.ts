import type { RequestOf } from '../../../src/contract/resolvers';
import { gzip } from '../../../src/domain/file/check/gzip';
import { toBase64 } from '../../../src/domain/import/base64';
import { callAgain } from './site';

/** Characters of one part: a multiple of four, as each is decoded by itself. */
const PART_CHARS = 400_000;

type Delivery = Pick<RequestOf<'syncs.deliver'>, 'syncId' | 'isTest'>;

/** Hands a file to a sync, packed and in parts. `told` hears how much of it has gone, from 0 to 1. */
export async function deliverFile(
  file: Blob,
  { syncId, isTest }: Delivery,
  signal: AbortSignal,
  told: (fraction: number) => void,
): Promise<void> {
  const data = toBase64(await gzip(new Uint8Array(await file.arrayBuffer())));
  const parts = Math.max(1, Math.ceil(data.length / PART_CHARS));
  const delivery = crypto.randomUUID();
  for (let part = 1; part <= parts; part += 1) {
    const piece = data.slice((part - 1) * PART_CHARS, part * PART_CHARS);
    await callAgain('syncs.deliver', { syncId, delivery, part, parts, data: piece, isTest }, signal);
    told(part / parts);
  }
}
