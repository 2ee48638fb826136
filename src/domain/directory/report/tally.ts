import * as v from 'valibot';
import type { DirectoryRecord } from '../../../contract/directory';
import { type EntityReport, HORIZONS } from '../../../contract/directory-report';
import { fold } from '../../fold';
import { daysAfter } from '../filter';
import { valuesOf } from '../values';

/** A detail field that a report looks at. `options` only for a field whose values are chosen from them. */
export const askedFieldSchema = v.object({ name: v.string(), options: v.nullable(v.array(v.string())) });
export type AskedField = v.InferOutput<typeof askedFieldSchema>;

/** Different values that are told of one field. */
const STRAYS_SHOWN = 10;

const count = v.number();

/** What some records of an entity count to. Strays stand under the form of `fold`, in which a list finds them. */
export const tallySchema = v.object({
  total: count,
  withoutOrganization: count,
  ended: count,
  ending: v.array(count),
  fields: v.array(v.object({ name: v.string(), empty: count, strays: v.array(v.tuple([v.string(), count])) })),
});
export type Tally = v.InferOutput<typeof tallySchema>;

const within = (records: readonly DirectoryRecord[], from: string, to: string): number =>
  records.filter(({ entitlements }) =>
    entitlements.some(({ endsOn }) => endsOn !== null && endsOn >= from && endsOn <= to),
  ).length;

const increase = (counts: Map<string, number>, key: string, by: number): Map<string, number> =>
  counts.set(key, (counts.get(key) ?? 0) + by);

function fieldTally(records: readonly DirectoryRecord[], { name, options }: AskedField): Tally['fields'][number] {
  const known = options === null ? null : new Set(options.map(fold));
  const strays = new Map<string, number>();
  let empty = 0;
  for (const record of records) {
    const held = valuesOf(record, name);
    if (held.length === 0) empty += 1;
    if (known === null) continue;
    for (const value of new Set(held.map(fold))) if (!known.has(value)) increase(strays, value, 1);
  }
  return { name, empty, strays: [...strays] };
}

/** Counts records, each as the filter of a list does that finds it. @param today as YYYY-MM-DD */
export function tallyOf(records: readonly DirectoryRecord[], fields: readonly AskedField[], today: string): Tally {
  return {
    total: records.length,
    withoutOrganization: records.filter(({ organizations }) => organizations.length === 0).length,
    ended: within(records, '', daysAfter(today, -1)),
    ending: HORIZONS.map((days) => within(records, today, daysAfter(today, days))),
    fields: fields.map((field) => fieldTally(records, field)),
  };
}

/** Tallies of different records of one entity, for the same fields, as the report of all of them. */
export function reportOf(tallies: readonly Tally[], fields: readonly AskedField[]): EntityReport {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    total: sum(({ total }) => total),
    withoutOrganization: sum((tally) => tally.withoutOrganization),
    ended: sum(({ ended }) => ended),
    ending: HORIZONS.map((_, at) => sum(({ ending }) => ending[at] ?? 0)),
    fields: fields.map(({ name }, at) => {
      const strays = new Map<string, number>();
      for (const { fields: own } of tallies)
        for (const [value, by] of own[at]?.strays ?? []) increase(strays, value, by);
      const frequent = [...strays].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
      return {
        name,
        empty: sum(({ fields: own }) => own[at]?.empty ?? 0),
        strays: frequent.slice(0, STRAYS_SHOWN),
        strayKinds: strays.size,
      };
    }),
  };
}
