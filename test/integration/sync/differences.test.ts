import fc from 'fast-check';
import { type SyncSite, exportOf, syncSite } from '../../support/sync-site';

type Export = ReadonlyMap<number, readonly [name: string, region: string]>;

const cells = fc.tuple(fc.constantFrom('Ada', 'Bob', 'Zoë', 'A "quoted", name'), fc.constantFrom('EU', 'US'));
const someExport: fc.Arbitrary<Export> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 14 }), cells), { selector: ([index]) => index, minLength: 1 })
  .map((all) => new Map(all));

const emailOf = (index: number): string => `customer${index}@example.com`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvOf = (some: Export): string =>
  exportOf([...some].map(([index, [name, region]]) => [emailOf(index), quoted(name), region] as const));

/** What an export is against those before it, by looking at every record. */
function byBruteForce(before: Export, now: Export) {
  const known = [...now].filter(([index]) => before.has(index));
  const unchanged = known.filter(([index, one]) => JSON.stringify(before.get(index)) === JSON.stringify(one)).length;
  return { rows: now.size, new: now.size - known.length, changed: known.length - unchanged, unchanged };
}

describe('the differences of an export', () => {
  let site: SyncSite;
  beforeAll(async () => {
    site = await syncSite();
  });
  afterAll(() => site.close());

  it('are those that a look at every record finds, and the site has what was delivered last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someExport, { minLength: 1, maxLength: 5 }), async (nights) => {
        const { customers } = site.sandbox.site.state();
        for (const one of [...customers.values()]) customers.remove(one);
        const access = await site.setUp();
        const applied = new Map<number, readonly [string, string]>();
        for (const [night, some] of nights.entries()) {
          const expected = byBruteForce(applied, some);
          const isRepeated = night > 0 && csvOf(some) === csvOf(nights[night - 1] ?? new Map());
          const { runs } = await site.deliver(access, csvOf(some));
          if (!isRepeated) expect(runs[0]?.counts).toMatchObject({ ...expected, failed: 0, leftOut: 0 });
          for (const [index, one] of some) applied.set(index, one);
        }
        const onSite = [...site.sandbox.site.state().customers.values()].map(({ email, displayName, details }) => [
          email,
          displayName,
          details.get('region')?.[0],
        ]);
        expect(onSite.sort()).toEqual(
          [...applied].map(([index, [name, region]]) => [emailOf(index), name, region]).sort(),
        );
        await site.sandbox.settle(site.ada.call('syncs.delete', { syncId: access.syncId }));
      }),
      { numRuns: 25 },
    );
  });
});
