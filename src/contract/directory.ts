import * as v from 'valibot';
import { productSchema } from './entitlements';
import { organizationNameSchema } from './customers';

/** What the directory lists: it keeps what the app has read of the site, as nothing in the API lists these with their values. */
export const directoryEntities = ['customer', 'organization'] as const;
export type DirectoryEntity = (typeof directoryEntities)[number];
/** What a list can be of: those, or one by one the entitlements that they hold themselves. */
export const listedEntities = [...directoryEntities, 'entitlement'] as const;
export type ListedEntity = (typeof listedEntities)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** A day of the calendar, as YYYY-MM-DD. */
export const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The detail fields that hold something, each with its values. */
const valuesSchema = v.array(v.tuple([v.string(), v.array(v.string())]));

/** What a customer or an organization is entitled to. `via`: the id of the organization it is inherited from. */
const heldSchema = v.object({
  product: productSchema,
  endsOn: v.nullable(v.string()),
  via: v.nullable(v.string()),
  /** Its ID, where the holder itself has another one to the product. */
  id: v.optional(v.string()),
  /** Its detail values beside its end: of what is inherited, they are kept with the organization alone. */
  values: v.optional(valuesSchema),
});

/** A customer or an organization as the app read it last. */
export const directoryRecordSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Null where there is none, or the site does not show it. */
  email: v.nullable(v.string()),
  organizations: v.array(organizationNameSchema),
  values: valuesSchema,
  entitlements: v.array(heldSchema),
  /** The customers of an organization; null for a customer, and where it could not be read. */
  customers: v.nullable(count),
  /** When it was read, in milliseconds since 1970. */
  readAt: v.number(),
  /** In a list of entitlements: who the record is, of which `entitlements` has the one listed, and `values` what that holds. */
  heldBy: v.optional(v.picklist(directoryEntities)),
});
export type DirectoryRecord = v.InferOutput<typeof directoryRecordSchema>;

/** Most filters of one list, and most days ahead that one looks for ends. */
export const MAX_FILTERS = 10;
export const MAX_DAYS_AHEAD = 3_650;
export const MAX_COLUMNS_SHOWN = 60;

export const directoryFilterSchema = v.variant('by', [
  /** Any part of the name or of the email address. */
  v.object({ by: v.literal('text'), text: name }),
  v.object({ by: v.literal('field'), field: name, how: v.picklist(['is', 'begins']), value: name }),
  v.object({ by: v.literal('empty'), field: name }),
  v.object({ by: v.literal('organization'), organization: organizationNameSchema }),
  v.object({ by: v.literal('no-organization') }),
  v.object({ by: v.literal('product'), product: productSchema }),
  /** An entitlement ends today or within so many days. */
  v.object({ by: v.literal('ends'), days: v.pipe(count, v.maxValue(MAX_DAYS_AHEAD)) }),
  v.object({ by: v.literal('ended') }),
  /** Of entitlements, those that customers hold themselves, or organizations. */
  v.object({ by: v.literal('holder'), holder: v.picklist(directoryEntities) }),
]);
export type DirectoryFilter = v.InferOutput<typeof directoryFilterSchema>;

/** Columns: `name`, `holder`, `email`, `id`, `organizations`, `products`, `ends`, `customers`, and `field:` with the name of a detail field. */
export const columnSchema = v.pipe(
  v.string(),
  v.maxLength(262),
  v.regex(/^(?:name|holder|email|id|organizations|products|ends|customers|field:.+)$/su),
);
export const sortSchema = v.object({ column: columnSchema, isDescending: v.boolean() });
export type DirectorySort = v.InferOutput<typeof sortSchema>;

/** Which of them are wanted, and in which order. */
export const directoryQuerySchema = v.object({
  filters: v.pipe(v.array(directoryFilterSchema), v.maxLength(MAX_FILTERS)),
  sort: sortSchema,
});
export type DirectoryQuery = v.InferOutput<typeof directoryQuerySchema>;

/** What a list shows: which rows, and which columns of them. */
export const directoryViewSchema = v.object({
  ...directoryQuerySchema.entries,
  columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(MAX_COLUMNS_SHOWN)),
});
export type DirectoryView = v.InferOutput<typeof directoryViewSchema>;

/** Most views that are saved on a site. */
export const MAX_SAVED_VIEWS = 50;
/** A view that administrators have saved for all of them. */
export const savedViewSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  entity: v.picklist(listedEntities),
  view: directoryViewSchema,
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** What the directory keeps: all it reads, names without values, or nothing at all. */
export const keepings = ['everything', 'no values', 'nothing'] as const;
export type Keeping = (typeof keepings)[number];

/** What could not be read, how often, and why, as the site says it. */
export const gapSchema = v.object({
  of: v.picklist(['organizations', 'customers', 'accounts']),
  count,
  reason: v.string(),
});
export type Gap = v.InferOutput<typeof gapSchema>;

export const scanPhases = ['organizations', 'accounts', 'customers', 'finishing'] as const;

/** A reading of the site that is under way, or has stopped until somebody carries it on. */
export const scanViewSchema = v.object({
  state: v.picklist(['running', 'parked']),
  phase: v.picklist(scanPhases),
  /** How many of how many; 0 of 0 while that is not known. */
  done: count,
  of: count,
  startedAt: v.number(),
  by: v.string(),
  /** Why it waits, or why it has stopped. */
  message: v.nullable(v.string()),
});
export type ScanView = v.InferOutput<typeof scanViewSchema>;

export const directoryStatusSchema = v.object({
  keeps: v.picklist(keepings),
  /** What is kept; null before the site was read for the first time. */
  kept: v.nullable(
    v.object({
      generation: v.string(),
      customers: count,
      organizations: count,
      /** When the reading of the whole site began that it comes from, and who asked for it. */
      asOf: v.number(),
      by: v.string(),
      hasValues: v.boolean(),
      /** The detail field that says when an entitlement ends; null where the site has none. */
      endField: v.nullable(v.string()),
      /** Whether the other values of entitlements are kept, too: versions before this one didn't. */
      hasEntitlementValues: v.boolean(),
      gaps: v.array(gapSchema),
      /** An import has ended since. */
      isOutdated: v.boolean(),
      /** What that has changed is read by itself, some minutes later. */
      catchesUp: v.boolean(),
      /** The app has changed something since that the directory doesn't know: rows can't be compared with it. */
      isBehind: v.boolean(),
    }),
  ),
  scan: v.nullable(scanViewSchema),
});
export type DirectoryStatus = v.InferOutput<typeof directoryStatusSchema>;

/** Where a list that takes several calls goes on: the next part, and how many matched before it. */
export const listCursorSchema = v.object({ generation: v.string(), part: count, matched: count });
export type ListCursor = v.InferOutput<typeof listCursorSchema>;

/** Rows of one page of a list. */
export const DIRECTORY_PAGE = 25;
/** The furthest page whose rows a list answers with that takes several calls, unless it is in the order of names. */
export const MAX_SORTED_PAGE = 39;

/** Where a record stands in the order of a list: by its cell in the column, its name and its id. */
export const placeSchema = v.tuple([v.string(), v.string(), v.string()]);
export type Place = v.InferOutput<typeof placeSchema>;

/** Matching records from one place of a list to the next that is told of a page further behind. */
export const PLACE_STEP = 100;
/** Rows of a stretch that one call answers with: a page of a million records lies in one of 3,500. */
export const MAX_STRETCH_ROWS = 5_000;
/** A stretch of a list: behind one place, as far as another with it. Null is an end of the list. */
export const stretchSchema = v.object({ after: v.nullable(placeSchema), upTo: v.nullable(placeSchema) });
export type Stretch = v.InferOutput<typeof stretchSchema>;

/** Who is meant by an action: those that a query finds, or those with the ids. */
export const chosenSchema = v.variant('by', [
  v.object({ by: v.literal('query'), query: directoryQuerySchema }),
  v.object({
    by: v.literal('ids'),
    ids: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(255))), v.minLength(1), v.maxLength(1_000)),
  }),
]);
export type Chosen = v.InferOutput<typeof chosenSchema>;

/** What those who are meant have to hold themselves; of the others is said how many they are. */
export const holdingSchema = v.variant('of', [
  v.object({ of: v.literal('organization'), id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
  v.object({ of: v.literal('product'), id: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
]);
export type Holding = v.InferOutput<typeof holdingSchema>;

/** What can be done to many. */
export const directoryActionSchema = v.variant('do', [
  /** No values clear the field. */
  v.object({ do: v.literal('set'), field: name, values: v.array(v.pipe(v.string(), v.maxLength(255))) }),
  v.object({ do: v.literal('join'), organization: organizationNameSchema }),
  v.object({ do: v.literal('leave'), organization: organizationNameSchema }),
  v.object({ do: v.literal('grant'), product: productSchema }),
  v.object({ do: v.literal('revoke'), product: productSchema }),
  v.object({ do: v.literal('delete') }),
]);
export type DirectoryAction = v.InferOutput<typeof directoryActionSchema>;
