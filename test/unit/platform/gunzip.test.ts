import { createCipheriv } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { GzipReader, NoGzipError } from '../../../src/platform/gunzip';

function unpack(bytes: Buffer, size: number): Buffer {
  const found: Buffer[] = [];
  const reader = new GzipReader((some) => found.push(Buffer.from(some)));
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size), at + size >= bytes.length);
  return Buffer.concat(found);
}

/** Bytes that cannot be packed much, so that parts end at any place of what is read at once. */
const content = fc
  .tuple(fc.integer({ min: 1, max: 60_000 }), fc.uint8Array({ minLength: 16, maxLength: 16 }))
  .map(([length, key]) => createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length)));
const parts = fc.array(content, { minLength: 1, maxLength: 3 });
const sizes = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 200_000 }));

describe('a gzip that is read a piece at a time', () => {
  it('unpacks to what was packed, in however many parts and pieces', () => {
    fc.assert(
      fc.property(parts, sizes, (all, size) => {
        const packed = Buffer.concat(all.map((one) => gzipSync(one)));
        expect(unpack(packed, size).equals(Buffer.concat(all))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is read whole wherever a part ends in what is read at once', () => {
    const key = Buffer.alloc(16, 7);
    for (let length = 16_330; length < 16_400; length += 1) {
      const first = createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
      const packed = Buffer.concat([gzipSync(first), gzipSync('second')]);
      expect(unpack(packed, packed.length).length).toBe(length + 'second'.length);
    }
  });

  it('is refused where any end of it is missing', () => {
    fc.assert(
      fc.property(parts, sizes, fc.double({ min: 0, max: 1, noNaN: true }), (all, size, share) => {
        const packed = Buffer.concat(all.map((one) => gzipSync(one)));
        const lengths = all.map((one) => gzipSync(one).length);
        const ends = lengths.map((_, at) => lengths.slice(0, at + 1).reduce((sum, length) => sum + length, 0));
        const cut = 1 + Math.floor(share * (packed.length - 2));
        fc.pre(!ends.includes(cut));
        expect(() => unpack(packed.subarray(0, cut), size)).toThrow(NoGzipError);
      }),
    );
  });
});
