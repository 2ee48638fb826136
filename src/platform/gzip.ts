import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Unpacks text that was gzipped and written as base64.
 * @param maxBytes the most it may unpack to; a bomb is refused before it goes off
 * @throws Error when it is not gzip, or larger
 */
export function unpack(base64: string, maxBytes: number): string {
  return gunzipSync(Buffer.from(base64, 'base64'), { maxOutputLength: maxBytes }).toString('utf8');
}

export function pack(text: string): string {
  return gzipSync(text).toString('base64');
}
