import { type ImportPlan, PIECE_CHARS } from '../../contract/imports';
import type { ByteMapper } from './part';

/**
 * Bytes of a plan as JSON: it travels in one invoke, which takes 500 KB, beside a name and some numbers. Forge platform
 * limits.
 */
export const MAX_PLAN_BYTES = 490_000;

/** What is said of a plan that does not fit: the names that a file has for organizations and products are what grows. */
export const TOO_MANY_NAMES = {
  message: 'The file names too many different organizations or products for one import.',
  advice: 'Split the file, or use a column with their IDs.',
} as const;

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** True when a plan can be handed over in one call and stored as one value. */
export async function planFits(plan: ImportPlan, gzip: ByteMapper): Promise<boolean> {
  const bytes = bytesOf(plan);
  if (bytes.length > MAX_PLAN_BYTES) return false;
  const { length } = await gzip(bytes);
  return Math.ceil(length / 3) * 4 <= PIECE_CHARS;
}
