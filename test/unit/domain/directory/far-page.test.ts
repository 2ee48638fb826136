import fc from 'fast-check';
import {
  DIRECTORY_PAGE,
  type DirectoryQuery,
  type DirectoryRecord,
  PLACE_STEP,
} from '../../../../src/contract/directory';
import { gatherPlaces, gatherStretch, pageOfStretch, stretchOf } from '../../../../src/domain/directory/far-page';
import { sorted } from '../../../../src/domain/directory/sort';

const TODAY = '2026-03-10';

const recordOf = (index: number, seats: string): DirectoryRecord => ({
  ...{ id: `id-${index}`, name: `Name ${index % 7}`, email: null, organizations: [], entitlements: [] },
  ...{ values: seats === '' ? [] : [['Seats', [seats]]], customers: null, readAt: 1 },
});

/** Few different values, as in a select field, or many. */
const seats = fc.oneof(fc.constantFrom('', '9', '10', 'many'), fc.nat(100_000).map(String));
const records = fc
  .array(seats, { minLength: 300, maxLength: 1_500, size: 'max' })
  .map((all) => all.map((one, index) => recordOf(index, one)));

/** Records as so many calls come across them, the last with fewer. */
function callsOf(all: readonly DirectoryRecord[], count: number): DirectoryRecord[][] {
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, call) => all.slice(call * size, (call + 1) * size));
}

it('finds any page of a list in a stretch that is about as short as what each call tells allows', () => {
  fc.assert(
    fc.property(
      records,
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.constantFrom('field:Seats', 'id', 'name'),
      fc.nat(70),
      (all, count, isDescending, column, page) => {
        const query: DirectoryQuery = { filters: [], sort: { column, isDescending } };
        const calls = callsOf(all, count);
        const told = calls.map((some) => {
          const gatherer = gatherPlaces(query, TODAY);
          gatherer.take(some);
          return gatherer.told();
        });
        const stretch = stretchOf(told, query.sort, page);
        const read = calls.map((some) => {
          const gatherer = gatherStretch(query, TODAY, stretch);
          gatherer.take(some);
          return gatherer.gathered();
        });
        const rows = read.flatMap((one) => one.rows);
        const before = read.reduce((sum, one) => sum + one.before, 0);
        const found = pageOfStretch({ rows, before, matched: all.length }, query, TODAY, page);
        const wanted = sorted(all, query.sort, TODAY).slice(page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE);
        expect(found).toEqual({ rows: wanted, isWhole: true });
        if (wanted.length > 0) expect(rows.length).toBeLessThanOrEqual(DIRECTORY_PAGE + 2 * PLACE_STEP * count);
      },
    ),
    { numRuns: 100 },
  );
});

it('says so where the directory has changed so much that the page is elsewhere', () => {
  const query: DirectoryQuery = { filters: [], sort: { column: 'id', isDescending: false } };
  const rows = [recordOf(1, '')];
  expect(pageOfStretch({ rows, before: 10, matched: 100 }, query, TODAY, 0).isWhole).toBe(false);
  expect(pageOfStretch({ rows: [], before: 100, matched: 100 }, query, TODAY, 4)).toEqual({ rows: [], isWhole: true });
});
