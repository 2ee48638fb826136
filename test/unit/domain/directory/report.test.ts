import fc from 'fast-check';
import type { DirectoryRecord } from '../../../../src/contract/directory';
import { HORIZONS, likenesses } from '../../../../src/contract/directory-report';
import { daysAfter, matcherOf } from '../../../../src/domain/directory/filter';
import { withEntry } from '../../../../src/domain/directory/report/history';
import { groupsOf, likenessOf, markOf, plainAddress } from '../../../../src/domain/directory/report/likeness';
import { reportOf, tallyOf } from '../../../../src/domain/directory/report/tally';
import { valuesOf } from '../../../../src/domain/directory/values';

const TODAY = '2026-03-10';
const word = fc.constantFrom('Gold', 'gold', 'Silver', 'Bronze', 'Zoë');
const address = fc.constantFrom(
  'ada.l@gmail.com',
  'adal+x@googlemail.com',
  'ADA.L@corp.com',
  'ada.l+crm@corp.com',
  'no address',
);
const record: fc.Arbitrary<DirectoryRecord> = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Ada', 'ada', 'Grace'),
  email: fc.option(address),
  organizations: fc.constantFrom([], [{ id: '1', name: 'Acme' }]),
  values: fc
    .record({ Tier: fc.array(word, { maxLength: 2 }), 'External ID': fc.array(word, { maxLength: 1 }) })
    .map((values) => Object.entries(values).filter(([, held]) => held.length > 0)),
  entitlements: fc.array(
    fc.record({
      product: fc.constant({ id: '1', name: 'Support' }),
      endsOn: fc.option(fc.integer({ min: -50, max: 120 }).map((days) => daysAfter(TODAY, days))),
      via: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  customers: fc.constant(null),
  readAt: fc.nat(),
});
const chunks = fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 5 });
const fields = [
  { name: 'Tier', options: ['gold', 'Silver'] },
  { name: 'External ID', options: null },
];

it('counts in chunks what the lists find that its numbers lead to', () => {
  fc.assert(
    fc.property(chunks, (some) => {
      const all = some.flat();
      const found = (...filters: Parameters<typeof matcherOf>[0]) => all.filter(matcherOf(filters, TODAY)).length;
      const report = reportOf(
        some.map((records) => tallyOf(records, fields, TODAY)),
        fields,
      );
      expect(report).toMatchObject({
        total: all.length,
        withoutOrganization: found({ by: 'no-organization' }),
        ended: found({ by: 'ended' }),
        ending: HORIZONS.map((days) => found({ by: 'ends', days })),
      });
      for (const { name, empty, strays, strayKinds } of report.fields) {
        expect(empty).toBe(found({ by: 'empty', field: name }));
        const kinds = new Set(all.flatMap((one) => valuesOf(one, name)).map((value) => value.toLowerCase()));
        for (const known of ['gold', 'silver']) kinds.delete(known);
        expect(strayKinds).toBe(name === 'Tier' ? kinds.size : 0);
        for (const [value, count] of strays) expect(count).toBe(found({ by: 'field', field: name, how: 'is', value }));
      }
    }),
  );
});

it('finds the groups that a comparison of everyone with everyone finds', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.constantFrom(...likenesses), (all, by) => {
      const alike = all.map((one) => likenessOf(one, by));
      const isGroup = (key: string | null) => key !== null && alike.filter((other) => other === key).length > 1;
      const keys = [...new Set(alike.filter(isGroup))];
      const { groups, customers, shown } = groupsOf(Float64Array.from(alike, markOf));
      expect(groups).toBe(keys.length);
      expect(customers).toBe(alike.filter(isGroup).length);
      const places = keys.map((key) => alike.flatMap((other, place) => (other === key ? [place] : [])));
      expect(shown).toEqual(places.map((its) => ({ count: its.length, places: its.slice(0, 5) })));
    }),
  );
});

it('shows the first 100 groups, and counts all', () => {
  const marks = Float64Array.from({ length: 300 }, (_, at) => 1 + (at % 150));
  const { groups, customers, shown } = groupsOf(marks);
  expect({ groups, customers, shown: shown.length }).toEqual({ groups: 150, customers: 300, shown: 100 });
  expect(shown.every(({ count }) => count === 2)).toBe(true);
});

it.each([
  ['Ada.Lovelace+crm@GoogleMail.com', 'adalovelace@gmail.com'],
  ['ada.lovelace+crm@corp.com', 'ada.lovelace@corp.com'],
  ['+ada@corp.com', '+ada@corp.com'],
  ['no address', 'no address'],
])('takes %s for %s', (written, plain) => {
  expect(plainAddress(written)).toBe(plain);
});

it('keeps the last reading of a day, for 400 days', () => {
  const entry = (day: string, customers: number) => ({ day, customers, organizations: 1, slots: null });
  const days = Array.from({ length: 401 }, (_, at) => daysAfter('2025-01-01', at));
  const history = [...days, days.at(-1) ?? ''].reduce<ReturnType<typeof withEntry>>(
    (before, day, at) => withEntry(before, entry(day, at)),
    [],
  );
  expect(history).toHaveLength(400);
  expect(history.at(-1)).toEqual(entry(days.at(-1) ?? '', 401));
  expect(history[0]?.day).toBe(days[1]);
});
