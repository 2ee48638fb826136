import * as v from 'valibot';
import { daySchema } from './directory';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Days ahead for which a report counts the entitlements that end. */
export const HORIZONS = [7, 30, 90] as const;

/** A detail field in all records: in how many it is empty, and the values of it that are no option any more. */
export const fieldCoverageSchema = v.object({
  name: v.string(),
  empty: count,
  /** Values with the number of records that hold each, the most frequent first; a few of `strayKinds` different ones. */
  strays: v.array(v.tuple([v.string(), count])),
  strayKinds: count,
});

/** Different products of which a report says how many entitlements there are. */
export const MAX_PRODUCTS_COUNTED = 2_000;

/** Entitlements that records of one entity hold themselves, each counted once. */
export const entitlementCountsSchema = v.object({
  ended: count,
  /** Those that end within each of the horizons. */
  ending: v.array(count),
  /** Ids of products with how many entitlements to each are held; null where they are more than MAX_PRODUCTS_COUNTED. */
  products: v.nullable(v.array(v.tuple([v.string(), count]))),
});
export type EntitlementCounts = v.InferOutput<typeof entitlementCountsSchema>;

/** Records of one entity. A record with several entitlements counts once. */
export const entityReportSchema = v.object({
  total: count,
  withoutOrganization: count,
  /** Records with an entitlement that has ended, and with one that ends within each of the horizons. */
  ended: count,
  ending: v.array(count),
  fields: v.array(fieldCoverageSchema),
  /** Versions before this one didn't count them. */
  entitlements: v.optional(entitlementCountsSchema),
});
export type EntityReport = v.InferOutput<typeof entityReportSchema>;

/** What makes customers look like one: name and email domain, what the field External ID holds, another spelling of an address. */
export const likenesses = ['name', 'external-id', 'address'] as const;
export type Likeness = (typeof likenesses)[number];

const likeSchema = v.object({ id: v.string(), name: v.string(), email: v.nullable(v.string()) });
export type LikeCustomer = v.InferOutput<typeof likeSchema>;

/** Customers who may be the same: how many groups and people, with the first of the groups. */
export const duplicatesSchema = v.object({
  by: v.picklist(likenesses),
  groups: count,
  customers: count,
  /** `count` are all of a group, `who` the first of them. */
  shown: v.array(v.object({ count, who: v.array(likeSchema) })),
});
export type Duplicates = v.InferOutput<typeof duplicatesSchema>;

/** What a finished reading has found: true as of its `day`. */
export const directoryReportSchema = v.object({
  day: daySchema,
  customer: entityReportSchema,
  organization: entityReportSchema,
  duplicates: v.array(duplicatesSchema),
});
export type DirectoryReport = v.InferOutput<typeof directoryReportSchema>;

/** How many there were on a day; `slots` are the detail fields in use, null where the site did not tell. */
export const historyEntrySchema = v.object({
  day: daySchema,
  customers: count,
  organizations: count,
  slots: v.nullable(v.object({ customer: count, organization: count, entitlement: count })),
});
export type HistoryEntry = v.InferOutput<typeof historyEntrySchema>;
