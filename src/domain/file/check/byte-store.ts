import type { ByteMapper } from '../../import/part';
import { gunzip, gzip } from './gzip';

/** Bytes that are kept until they are needed again. */
export interface KeptBytes {
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** How bytes are packed and kept while a file is checked. */
export interface ByteStore {
  gzip: ByteMapper;
  gunzip: ByteMapper;
  keep: (bytes: Uint8Array<ArrayBuffer>) => KeptBytes;
}

/** In a browser, which holds large blobs outside its memory. */
export const blobStore: ByteStore = {
  gzip,
  gunzip,
  keep: (bytes) => {
    const blob = new Blob([bytes]);
    return { bytes: async () => new Uint8Array(await blob.arrayBuffer()) };
  },
};
