import fc from 'fast-check';
import {
  DIRECTORY_PAGE,
  type DirectoryFilter,
  type DirectoryQuery,
  type DirectoryRecord,
} from '../../../../src/contract/directory';
import { matcherOf } from '../../../../src/domain/directory/filter';
import { type Change, mergeChanges, partAt } from '../../../../src/domain/directory/overlay';
import { gatherPage, mergedPage } from '../../../../src/domain/directory/page';
import { parsePart, partJson } from '../../../../src/domain/directory/part';
import { byName, nameKeyOf, sorted } from '../../../../src/domain/directory/sort';
import { daysAfter } from '../../../../src/domain/directory/filter';

const TODAY = '2026-03-10';

const word = fc.constantFrom('Ada', 'ada', 'Björn', 'Bjo\u0308rn', 'Zoë', 'Grace Hopper', '10', '9', 'x');
const day = fc.integer({ min: -50, max: 50 }).map((days) => daysAfter(TODAY, days));
const named = fc.constantFrom({ id: '1', name: 'Acme' }, { id: '2', name: 'Zeta' }, { id: '3', name: 'Acme' });

const inherited = fc.record({ product: named, endsOn: fc.option(day), via: fc.constantFrom('1', '2') });
const own = fc
  .record({ product: named, endsOn: fc.option(day), via: fc.constant(null), seats: fc.array(word, { maxLength: 2 }) })
  .map(({ seats, ...rest }) =>
    seats.length === 0 ? rest : { ...rest, values: [['Seats', seats] satisfies [string, string[]]] },
  );

const record = fc.record({
  id: fc.uuid(),
  name: word,
  email: fc.option(fc.constantFrom('ada@example.com', 'X@EXAMPLE.com')),
  organizations: fc.uniqueArray(named, { maxLength: 2, selector: ({ id }) => id }),
  values: fc
    .record({ Region: fc.array(word, { maxLength: 2 }), Seats: fc.array(word, { maxLength: 1 }) })
    .map((values) => Object.entries(values).filter(([, held]) => held.length > 0)),
  entitlements: fc.array(fc.oneof(inherited, own), { maxLength: 2 }),
  customers: fc.option(fc.nat(30)),
  readAt: fc.nat(),
});

const filter: fc.Arbitrary<DirectoryFilter> = fc.oneof(
  fc.record({ by: fc.constant('text' as const), text: fc.constantFrom('ada', 'EXAMPLE', 'björn', 'hop', '0') }),
  fc.record({
    by: fc.constant('field' as const),
    field: fc.constantFrom('Region', 'Seats'),
    how: fc.constantFrom('is' as const, 'begins' as const),
    value: word,
  }),
  fc.record({ by: fc.constant('empty' as const), field: fc.constantFrom('Region', 'Other') }),
  fc.record({ by: fc.constant('organization' as const), organization: named }),
  fc.record({ by: fc.constant('no-organization' as const) }),
  fc.record({ by: fc.constant('product' as const), product: named }),
  fc.record({ by: fc.constant('ends' as const), days: fc.nat(40) }),
  fc.record({ by: fc.constant('ended' as const) }),
);
const query: fc.Arbitrary<DirectoryQuery> = fc.record({
  filters: fc.array(filter, { maxLength: 2 }),
  sort: fc.record({
    column: fc.constantFrom('name', 'email', 'id', 'organizations', 'products', 'ends', 'customers', 'field:Seats'),
    isDescending: fc.boolean(),
  }),
});

/** What passes a filter, as a person would look for it. */
function passes(one: DirectoryRecord, by: DirectoryFilter): boolean {
  const same = (text: string) => text.normalize('NFKC').toLowerCase();
  const held = (field: string) => one.values.find(([name]) => name === field)?.[1] ?? [];
  const ends = one.entitlements.flatMap(({ endsOn }) => endsOn ?? []);
  switch (by.by) {
    case 'text':
      return [one.name, one.email ?? ''].some((text) => same(text).includes(same(by.text)));
    case 'field':
      return held(by.field).some((text) =>
        by.how === 'is' ? same(text) === same(by.value) : same(text).startsWith(same(by.value)),
      );
    case 'empty':
      return held(by.field).length === 0;
    case 'organization':
      return one.organizations.some(({ id }) => id === by.organization.id);
    case 'no-organization':
      return one.organizations.length === 0;
    case 'product':
      return one.entitlements.some(({ product }) => product.id === by.product.id);
    case 'ends':
      return ends.some(
        (end) => Date.parse(end) >= Date.parse(TODAY) && Date.parse(end) - Date.parse(TODAY) <= by.days * 86_400_000,
      );
    case 'ended':
      return ends.some((end) => Date.parse(end) < Date.parse(TODAY));
    case 'holder':
      return one.heldBy === by.holder;
  }
}

/** The fields of a record stand in no order. */
const plain = (records: readonly DirectoryRecord[]) =>
  records.map((one) => ({ ...one, values: [...one.values].sort(([a], [b]) => (a < b ? -1 : 1)) }));

const distinct = (records: DirectoryRecord[]) => [...new Map(records.map((one) => [one.id, one])).values()];

/** Parts as a reading of the site stores them. */
function partsOf(records: readonly DirectoryRecord[], size: number): DirectoryRecord[][] {
  const inOrder = sorted(records, byName, TODAY);
  return Array.from({ length: Math.ceil(inOrder.length / size) }, (_, at) => inOrder.slice(at * size, (at + 1) * size));
}

/** A list read from parts, so many in a call, as the page reads it. */
function listed(
  parts: DirectoryRecord[][],
  asked: DirectoryQuery,
  page: number,
  perCall: number,
  changes: Change[] = [],
) {
  const places = parts.map((part) => ({ first: nameKeyOf(part[0] ?? { name: '', id: '' }), count: part.length }));
  const merged = mergeChanges(places, changes);
  const rows: DirectoryRecord[] = [];
  let matched = 0;
  for (let from = 0; from < merged.counts.length; from += perCall) {
    const gatherer = gatherPage(asked, TODAY, page, matched, perCall >= merged.counts.length);
    for (let at = from; at < Math.min(from + perCall, merged.counts.length); at += 1) {
      const stored = parsePart(partJson(parts[at] ?? []));
      const now = merged.part(at, stored);
      expect(now).toHaveLength(merged.counts[at] ?? -1);
      gatherer.take(now);
    }
    rows.push(...gatherer.rows());
    matched = gatherer.matched();
  }
  return { rows: perCall >= merged.counts.length ? rows : mergedPage(asked, TODAY, page, rows), matched };
}

describe('a part of the directory', () => {
  it('is read as an earlier version wrote it, without values of entitlements', () => {
    const [one] = fc.sample(record, 1);
    if (one === undefined) throw new Error('There is no record.');
    const { heldFields: _, ...earlier } = JSON.parse(partJson([one])) as Record<string, unknown>;
    const entitlements = one.entitlements.map(({ product, endsOn, via }) => ({ product, endsOn, via }));
    expect(parsePart(JSON.stringify(earlier))).toEqual([{ ...one, entitlements }]);
  });
});

describe('a list of the directory', () => {
  it('finds, orders and pages as going through all records by hand does, in however many calls', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 90 }),
        query,
        fc.nat(3),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (drawn, asked, page, size, perCall) => {
          const records = distinct(drawn);
          const wanted = sorted(
            records.filter((one) => asked.filters.every((by) => passes(one, by))),
            asked.sort,
            TODAY,
          );
          const found = listed(partsOf(records, size), asked, page, perCall);
          expect(found.matched).toBe(wanted.length);
          expect(plain(found.rows)).toEqual(plain(wanted.slice(page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows what has changed since as if it had been read so', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 60 }),
        fc.array(record, { maxLength: 8 }),
        fc.array(fc.nat(59), { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        query,
        (drawn, added, touched, size, asked) => {
          const records = distinct(drawn);
          const parts = partsOf(records, size);
          const partOf = (id: string) => parts.findIndex((part) => part.some((one) => one.id === id));
          const old = [...new Set(touched)].flatMap((at) => records[at] ?? []);
          const changes = distinct(added).map((one, at): Change => {
            const before = old[at];
            const id = before?.id ?? one.id;
            const was = partOf(id) < 0 ? null : partOf(id);
            return { entity: 'customer', id, name: one.name, at: 1, record: at % 3 === 2 ? null : { ...one, id }, was };
          });
          const gone = new Set(changes.map(({ id }) => id));
          const now = [...records.filter(({ id }) => !gone.has(id)), ...changes.flatMap((one) => one.record ?? [])];
          const wanted = sorted(now.filter(matcherOf(asked.filters, TODAY)), asked.sort, TODAY);
          const found = listed(parts, asked, 0, 100, changes);
          expect(found.matched).toBe(wanted.length);
          expect(plain(found.rows)).toEqual(plain(wanted.slice(0, DIRECTORY_PAGE)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('puts numbers by their size, and empty cells last either way', () => {
    const of = (id: string, seats: string): DirectoryRecord => ({
      ...{ id, name: id, email: null, organizations: [], entitlements: [], customers: null, readAt: 0 },
      values: seats === '' ? [] : [['Seats', [seats]]],
    });
    const records = [of('a', ''), of('b', '10'), of('c', '9')];
    const ids = (isDescending: boolean) =>
      sorted(records, { column: 'field:Seats', isDescending }, TODAY).map(({ id }) => id);
    expect(ids(false)).toEqual(['c', 'b', 'a']);
    expect(ids(true)).toEqual(['b', 'c', 'a']);
  });

  it('finds the part of a name, whichever it is before or behind', () => {
    const parts = [
      { first: ['b', '1'] as const, count: 1 },
      { first: ['d', '1'] as const, count: 1 },
    ];
    expect(['a', 'b', 'c', 'd', 'z'].map((name) => partAt(parts, [name, '2']))).toEqual([0, 0, 0, 1, 1]);
  });
});
