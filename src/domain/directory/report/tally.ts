import * as v from 'valibot';
import type { DirectoryRecord } from '../../../contract/directory';
import {
  type EntitlementCounts,
  type EntityReport,
  HORIZONS,
  MAX_PRODUCTS_COUNTED,
  entitlementCountsSchema,
} from '../../../contract/directory-report';
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
  /** Versions before this one didn't count them. */
  entitlements: v.optional(entitlementCountsSchema),
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

/** No more products than a stored value takes. */
const countedProducts = (counts: ReadonlyMap<string, number>): EntitlementCounts['products'] =>
  counts.size > MAX_PRODUCTS_COUNTED ? null : [...counts];

function entitlementTally(records: readonly DirectoryRecord[], today: string): EntitlementCounts {
  const own = records.flatMap(({ entitlements }) => entitlements.filter(({ via }) => via === null));
  const products = new Map<string, number>();
  for (const { product } of own) increase(products, product.id, 1);
  const ends = (from: string, to: string): number =>
    own.filter(({ endsOn }) => endsOn !== null && endsOn >= from && endsOn <= to).length;
  return {
    ended: ends('', daysAfter(today, -1)),
    ending: HORIZONS.map((days) => ends(today, daysAfter(today, days))),
    products: countedProducts(products),
  };
}

/** Counts records, each as the filter of a list does that finds it. @param today as YYYY-MM-DD */
export function tallyOf(records: readonly DirectoryRecord[], fields: readonly AskedField[], today: string): Tally {
  return {
    total: records.length,
    withoutOrganization: records.filter(({ organizations }) => organizations.length === 0).length,
    ended: within(records, '', daysAfter(today, -1)),
    ending: HORIZONS.map((days) => within(records, today, daysAfter(today, days))),
    fields: fields.map((field) => fieldTally(records, field)),
    entitlements: entitlementTally(records, today),
  };
}

/** The counts of all; undefined where some have none. */
export function addedUp(all: readonly (EntitlementCounts | undefined)[]): EntitlementCounts | undefined {
  const products = new Map<string, number>();
  const sum: EntitlementCounts = { ended: 0, ending: HORIZONS.map(() => 0), products: [] };
  for (const counts of all) {
    if (counts === undefined) return undefined;
    sum.ended += counts.ended;
    sum.ending = sum.ending.map((ending, at) => ending + (counts.ending[at] ?? 0));
    if (counts.products === null) sum.products = null;
    for (const [id, by] of counts.products ?? []) increase(products, id, by);
  }
  return sum.products === null ? sum : { ...sum, products: countedProducts(products) };
}

/** Tallies of different records of one entity, for the same fields, as the report of all of them. */
export function reportOf(tallies: readonly Tally[], fields: readonly AskedField[]): EntityReport {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const entitlements = addedUp(tallies.map((tally) => tally.entitlements));
  return {
    ...(entitlements && { entitlements }),
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
