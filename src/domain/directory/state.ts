import * as v from 'valibot';
import { personSchema } from '../../contract/person';
import { type DirectoryRecord, gapSchema, keepings } from '../../contract/directory';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Where a part begins in the order of names, how many records it has, and how many entitlements these hold themselves: versions
 * before this one didn't count them.
 */
export const partPlaceSchema = v.object({
  first: v.tuple([v.string(), v.string()]),
  count,
  entitlements: v.optional(count),
});

/**
 * What is kept, as one record: which generation of parts is shown. It grows with defaults, as every stored record. `index`
 * is packed: it has the names that parts begin with, a thousand for a million customers.
 */
export const directoryHeadSchema = v.object({
  keeps: v.optional(v.picklist(keepings), 'everything'),
  kept: v.optional(
    v.nullable(
      v.object({
        generation: v.string(),
        startedAt: v.number(),
        endedAt: v.number(),
        /** The reading of the whole site that it goes back to, where it has only caught up with jobs since; null where it is one. */
        whole: v.optional(v.nullable(v.object({ startedAt: v.number(), endedAt: v.number() })), null),
        by: personSchema,
        /** Whom the next reading acts as, where nobody asks for it. */
        actsAs: v.string(),
        hasValues: v.boolean(),
        endField: v.nullable(v.string()),
        /** Detail fields in which entitlements hold something, as far as that is kept; null where only ends are. */
        heldFields: v.optional(v.nullable(v.array(v.string())), null),
        gaps: v.array(gapSchema),
        customers: count,
        organizations: count,
        index: v.string(),
      }),
    ),
    null,
  ),
});
export type DirectoryHead = v.InferOutput<typeof directoryHeadSchema>;
export type Kept = NonNullable<DirectoryHead['kept']>;

/** When the whole site was read: what others have changed on it since isn't known. */
export const wholeReading = ({ whole, startedAt, endedAt }: Kept): { startedAt: number; endedAt: number } =>
  whole ?? { startedAt, endedAt };

export const directoryIndexSchema = v.object({
  customer: v.array(partPlaceSchema),
  organization: v.array(partPlaceSchema),
});
export type DirectoryIndex = v.InferOutput<typeof directoryIndexSchema>;

/**
 * The steps of a reading, in their order:
 * - `touched`: of one that catches up with jobs alone, what these have changed;
 * - `organizations`: their names and ids are listed, and put in order;
 * - `organization-profiles`: their profiles are read, with the ids of their customers;
 * - `accounts`: the accounts of the site are listed;
 * - `unlisted`: customers of organizations that are not among them are looked up;
 * - `order-customers`: all are put in order;
 * - `customer-profiles`: their profiles are read, by which it is known who is a customer;
 * - `report`: what was read is counted, some parts a step;
 * - `finish-report`: the counts become the report;
 * - `finish`: the new generation takes the place of the old one;
 * - `clean`: what nobody needs any more is deleted.
 */
export const scanPhases = [
  'touched',
  'organizations',
  'order-organizations',
  'organization-profiles',
  'accounts',
  'find-unlisted',
  'unlisted',
  'order-customers',
  'customer-profiles',
  'report',
  'finish-report',
  'finish',
  'clean',
] as const;
export type ScanPhase = (typeof scanPhases)[number];

/** What a reading goes on from that reads only what jobs have changed since, and those jobs by their ids. */
export const catchUpSchema = v.object({
  generation: v.string(),
  startedAt: v.number(),
  whole: v.object({ startedAt: v.number(), endedAt: v.number() }),
  jobs: v.array(v.string()),
  /** Rows of these that were looked at so far. */
  rows: count,
});
export type CatchUp = v.InferOutput<typeof catchUpSchema>;

export const scanSchema = v.object({
  state: v.picklist(['idle', 'running', 'parked']),
  generation: v.string(),
  /** Counts the steps: an event with an earlier one is late, or was delivered twice. */
  ticket: count,
  dueAt: v.number(),
  startedAt: v.number(),
  startedBy: personSchema,
  actsAs: v.string(),
  keepsValues: v.boolean(),
  endField: v.nullable(v.string()),
  /** As of what is kept: those met so far; null in a reading that an earlier version began. */
  heldFields: v.optional(v.nullable(v.array(v.string())), null),
  /** Null for one that reads everything. */
  catchUp: v.optional(v.nullable(catchUpSchema), null),
  phase: v.picklist(scanPhases),
  /** Where the phase goes on: an offset in a list of the site, or the number of a chunk. */
  at: count,
  /** How many of a chunk's entities have been read and put aside; see `partial`. */
  within: count,
  /** Chunks that are stored so far, of each list. */
  chunks: v.object({
    organizations: count,
    'sorted-organizations': count,
    members: count,
    accounts: count,
    unlisted: count,
    'sorted-customers': count,
    touched: v.optional(count, 0),
    reaching: v.optional(count, 0),
  }),
  /** Entities of the lists, and those whose profile has been read. */
  found: v.object({ organizations: count, accounts: count, customers: count }),
  read: v.object({ organizations: count, customers: count }),
  parts: directoryIndexSchema,
  gaps: v.array(gapSchema),
  /** Failures in a row, and since when. */
  trouble: v.nullable(v.object({ tries: count, since: v.number() })),
  message: v.nullable(v.string()),
});
export type Scan = v.InferOutput<typeof scanSchema>;

export const noScan: Scan = {
  state: 'idle',
  generation: '0',
  ticket: 0,
  dueAt: 0,
  startedAt: 0,
  startedBy: { accountId: '', name: '' },
  actsAs: '',
  keepsValues: true,
  endField: null,
  heldFields: null,
  catchUp: null,
  phase: 'clean',
  at: 0,
  within: 0,
  chunks: {
    ...{ organizations: 0, 'sorted-organizations': 0, members: 0, accounts: 0, unlisted: 0, 'sorted-customers': 0 },
    ...{ touched: 0, reaching: 0 },
  },
  found: { organizations: 0, accounts: 0, customers: 0 },
  read: { organizations: 0, customers: 0 },
  parts: { customer: [], organization: [] },
  gaps: [],
  trouble: null,
  message: null,
};

export type ScanStart = Pick<Scan, 'startedBy' | 'actsAs' | 'keepsValues' | 'endField'>;

/** A new reading after an earlier one: its generation has a number of its own, and its steps count on. */
export function newScan(before: Scan, kept: Kept | null, start: ScanStart, now: number): Scan {
  const { ticket, generation } = before;
  return {
    ...noScan,
    ...start,
    heldFields: start.keepsValues ? [] : null,
    state: 'running',
    generation: String(Math.max(Number(generation), Number(kept?.generation ?? 0)) + 1),
    ticket: ticket + 1,
    startedAt: now,
    dueAt: now,
    phase: 'organizations',
  };
}

/** A reading of what jobs have changed since the last one, as that was. */
export function newCatchUp(before: Scan, kept: Kept, now: number): Scan {
  const { by: startedBy, actsAs, hasValues: keepsValues, endField, generation, startedAt } = kept;
  return {
    ...newScan(before, kept, { startedBy, actsAs, keepsValues, endField }, now),
    heldFields: kept.heldFields,
    catchUp: { generation, startedAt, whole: wholeReading(kept), jobs: [], rows: 0 },
    phase: 'touched',
  };
}

/** A reading that can't only catch up reads everything. */
export const readingAll = (scan: Scan): Scan => ({
  ...scan,
  heldFields: scan.keepsValues ? [] : null,
  catchUp: null,
  phase: 'organizations',
  at: 0,
  within: 0,
  chunks: { ...scan.chunks, touched: 0, reaching: 0 },
});

/** Notes in which detail fields the entitlements of these records hold something. They are as few as a site has fields. */
export function withHeldFields(scan: Scan, records: readonly DirectoryRecord[]): Scan {
  if (scan.heldFields === null) return scan;
  const met = new Set(scan.heldFields);
  for (const { entitlements } of records)
    for (const { values = [] } of entitlements) for (const [name] of values) met.add(name);
  return met.size === scan.heldFields.length ? scan : { ...scan, heldFields: [...met] };
}

/** Counts what could not be read, under its reason. The reasons are few: a site says the same of all. */
export function withGap(scan: Scan, of: Scan['gaps'][number]['of'], added: number, reason: string): Scan {
  if (added === 0) return scan;
  const known = scan.gaps.find((gap) => gap.of === of && (gap.reason === reason || scan.gaps.length >= MAX_GAPS));
  if (known === undefined) return { ...scan, gaps: [...scan.gaps, { of, count: added, reason }] };
  return { ...scan, gaps: scan.gaps.map((gap) => (gap === known ? { ...gap, count: gap.count + added } : gap)) };
}

/** Different reasons that are kept. */
const MAX_GAPS = 20;
