import fc from 'fast-check';
import { AppliedRecords, GONE, UNKNOWN } from '../../../src/domain/syncs/applied-records';

const hash = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const print = hash.map((one) => Math.max(GONE + 1, one));

describe('the records that a sync has applied', () => {
  it('are what was set last of each, in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hash, print), { maxLength: 300 }), (changes) => {
        const records = new AppliedRecords();
        const expected = new Map<number, number>();
        for (const [key, value] of changes) {
          records.set(key, value);
          expected.set(key, value);
        }
        expect(records.size).toBe(expected.size);
        expect([...expected.keys()].map((_, at) => records.keyAt(at))).toEqual([...expected.keys()]);
        for (const [key, value] of expected) expect(records.printAt(records.find(key))).toBe(value);
      }),
    );
  });

  it('are the same once they were stored and read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(hash, print), { selector: ([key]) => key, maxLength: 200 }), (all) => {
        const records = new AppliedRecords(all.length);
        for (const [key, value] of all) records.set(key, value);
        const read = new AppliedRecords();
        for (let from = 0; from < all.length; from += 7) read.addBytes(records.toBytes(from, 7));
        expect(all.map((_, at) => [read.keyAt(at), read.printAt(at)])).toEqual(all);
      }),
    );
  });

  it('tell those that vanished: all that are not seen, but for those that have gone before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 100 }), fc.func(fc.integer({ min: 0, max: 2 })), (keys, fate) => {
        const records = new AppliedRecords();
        for (const key of keys) records.set(key, fate(key) === 0 ? GONE : UNKNOWN);
        for (const key of keys) if (fate(key) === 1) records.see(records.find(key), 'same');
        const vanished = [...records.vanished()].map((place) => records.keyAt(place));
        expect(vanished).toEqual(keys.filter((key) => fate(key) === 2));
      }),
    );
  });
});
