import { seededRandom } from '../../../sandbox/csm/seeded-random';
import { type Applied, nothingApplied } from '../../../src/domain/syncs/sync';
import { type AppliedChange, readApplied, readLabels, writeApplied } from '../../../src/syncs/applied';
import { type TestApp, testApp } from '../forge/app';

const HASHES = 2 ** 48;

let app: TestApp;
let random: () => number;
beforeEach(async () => {
  app = await testApp();
  random = seededRandom(7);
});
afterEach(() => app.close());

const letters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

/** How records are called whose addresses have little in common, with the organizations that they are in. */
const labelOf = (organizations: number): string => {
  const ids = Array.from({ length: organizations }, () => `\u0000${Math.floor(random() * 1e9)}`);
  return `${letters(8)}.${letters(10)}@${letters(12)}.example${ids.join('')}`;
};

const someChanges = (count: number, from: number, label: () => string): AppliedChange[] =>
  Array.from({ length: count }, (_, at) => ({
    key: ((from + at + 1) * 7_919_000_003) % HASHES,
    print: 2 + Math.floor(random() * (HASHES - 2)),
    label: label(),
  }));

const written = (applied: Applied, changes: readonly AppliedChange[]): Promise<Applied> =>
  app.inResolver(async () => writeApplied('one', applied, await readApplied('one', applied), changes));

/** What is read of all records: the print and the label of each. */
const read = (applied: Applied): Promise<Map<number, [print: number, label: string | undefined]>> =>
  app.inResolver(async () => {
    const [records, labels] = [await readApplied('one', applied), await readLabels('one', applied)];
    expect([records.size, labels.length]).toEqual([applied.records, applied.records]);
    return new Map(
      Array.from({ length: records.size }, (_, place) => [
        records.keyAt(place),
        [records.printAt(place), labels[place]],
      ]),
    );
  });

const asRead = (...changes: readonly AppliedChange[][]) =>
  new Map(changes.flat().map(({ key, print, label }) => [key, [print, label]]));

describe('what a sync has applied', () => {
  it('is read as it was written, whole and in part, however many organizations each record is in', async () => {
    const first = someChanges(8_000, 0, () => labelOf(5));
    const whole = await written(nothingApplied, first);
    expect(await read(whole)).toEqual(asRead(first));

    const others = someChanges(32_000, 8_000, () => labelOf(0));
    const more = await written(whole, others);
    const again = someChanges(8_000, 4_000, () => labelOf(5));
    const inPart = await written(more, again);
    expect(inPart).toMatchObject({ generation: more.generation, records: 40_000, added: 8_000 });
    expect(await read(inPart)).toEqual(asRead(first, others, again));
  });

  it('takes as many values as before where the labels are addresses, and few more where they are long', async () => {
    const addresses = await written(
      nothingApplied,
      someChanges(8_000, 0, () => `${letters(10)}@example.com`),
    );
    expect(addresses.chunks).toBe(1);
    const inOne = await written(
      addresses,
      someChanges(1_000, 0, () => labelOf(1)),
    );
    expect(inOne.deltas).toBe(1);
    const long = await written(
      nothingApplied,
      someChanges(8_000, 0, () => labelOf(5)),
    );
    expect(long.chunks).toBeLessThanOrEqual(5);
  });

  it('is read where labels are long and all alike, which take little room until they are unpacked', async () => {
    const alike = someChanges(8_000, 0, () => 'x'.repeat(2_000));
    expect(await read(await written(nothingApplied, alike))).toEqual(asRead(alike));
  });

  it('calls every record by its own label where one of them changes twice', async () => {
    const first = someChanges(100, 0, () => labelOf(1));
    const [one, other] = first;
    if (one === undefined || other === undefined) throw new Error('There are a hundred.');
    const twice = [one, { ...one, label: 'once more' }, { ...other, label: 'the other' }];
    const after = await written(await written(nothingApplied, first), twice);
    expect(after.deltas).toBe(1);
    expect(await read(after)).toEqual(asRead(first, twice));
  });
});
