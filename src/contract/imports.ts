import * as v from 'valibot';
import { fieldDefinitionSchema } from './fields';

/**
 * Where one column of the file goes: a place of the job's kind (src/domain/kinds), or `nothing`. A place can be one of a
 * detail field, and can be named in two ways.
 */
export const targetSchema = v.object({
  to: v.pipe(v.string(), v.minLength(1)),
  by: v.optional(v.picklist(['id', 'name'])),
  field: v.optional(v.string()),
  /**
   * How dates are written in the column; only for DATE fields. `iso` is year, month, day: 2026-03-04. `days` are counted as
   * spreadsheets do.
   */
  dateOrder: v.optional(v.picklist(['iso', 'dmy', 'mdy', 'days'])),
  /** The first of the hundred years of years with two digits; `none` where they are no years. Only for DATE fields. */
  yearsFrom: v.optional(
    v.union([v.literal('none'), v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2000))]),
  ),
  /** What stands before the decimals in the column; only for NUMBER fields. The other one may group thousands. */
  decimal: v.optional(v.picklist(['.', ','])),
  /** The currency that stands beside the numbers of the column and is left out; only for NUMBER fields. */
  currency: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4))),
  /** The country of numbers without a country code, two letters; `none` where they are no numbers. Only for PHONE fields. */
  country: v.optional(v.union([v.literal('none'), v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))])),
  /** What is put before addresses that the column writes without it; only for URL fields. */
  scheme: v.optional(v.literal('https')),
  /** How names of people are written that are turned round: "Byron, Ada". Others stay as they are. Only for display names. */
  nameOrder: v.optional(v.literal('last-first')),
  /** The place among the columns that make one value together, from 1, and what stands between them. */
  join: v.optional(v.object({ at: v.pipe(v.number(), v.integer(), v.minValue(1)), separator: v.string() })),
  /** What stands in a cell, and what is imported for it: each value once, in the form in which names are compared. */
  values: v.optional(v.array(v.tuple([v.string(), v.string()]))),
  /** A cell that breaks a rule is left out, and its row is imported without it. */
  skipsInvalid: v.optional(v.literal(true)),
  /** What a cell does to the values of its field, where the kind can do more than replace them. */
  action: v.optional(v.picklist(['replace', 'add', 'clear'])),
  /**
   * The column is written only where the record has nothing in the field; or where it has just what the next column says of
   * it, which is imported nowhere. Empty cells leave it alone. `if-unchanged` of what goes nowhere itself is of the whole row:
   * it is done only where the record holds what the cell says.
   */
  write: v.optional(v.picklist(['if-empty', 'if-unchanged'])),
  /** A cell that holds just this clears the field, whatever empty cells mean. */
  clearedBy: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/** Whose detail fields columns of a kind can go to beside those of its own entity. */
export const relatedEntities = ['organization', 'entitlement'] as const;
export type RelatedEntity = (typeof relatedEntities)[number];

/** A detail field that columns can go to. `of`: whose it is, where it isn't one of the kind's own entity. */
export const importFieldSchema = v.object({
  ...fieldDefinitionSchema.entries,
  of: v.optional(v.picklist(relatedEntities)),
});
export type ImportField = v.InferOutput<typeof importFieldSchema>;

/** The id of a kind of job, and of one of its operations: src/domain/kinds knows which there are. */
export const kindIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,63}$/));
export const operationIdSchema = v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{0,63}$/));

/** What separates the cells of a file. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** Where the app cannot know and proposes: what is cleaned off cells. docs: src/domain/import/clean. */
export const cleaningFamilies = [
  'misread',
  'entities',
  'invisible',
  'blanks',
  'line-ends',
  'quotes',
  'text-marks',
  'addresses',
  'nothing',
  'errors',
  'words-for-nothing',
  'short-rows',
] as const;
export type CleaningFamily = (typeof cleaningFamilies)[number];

/** What a person has said about how a file is read; what they have not said is guessed. */
export const readingSchema = v.object({
  encoding: v.optional(v.string()),
  delimiter: v.optional(v.picklist(delimiters)),
  quote: v.optional(v.picklist(['"', "'"])),
  /** Quotes stand around each row as a whole, too. */
  rowsQuoted: v.optional(v.boolean()),
  /** The row of the file that names the columns, as a spreadsheet counts; 0 where none does. */
  headerRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The sheet of a workbook. */
  sheet: v.optional(v.string()),
});
export type ReadingChoices = v.InferOutput<typeof readingSchema>;

/** Kinds of cleaning that were switched on or off for a file; the others are as the app proposes. */
export const cleaningSchema = v.array(v.object({ family: v.picklist(cleaningFamilies), isOn: v.boolean() }));
export type CleaningChoices = v.InferOutput<typeof cleaningSchema>;

export const importColumnSchema = v.object({ header: v.string(), target: targetSchema });

/**
 * How rows about the same are joined: those that agree alone, or each, where the later one replaces what an earlier one
 * says.
 */
export const joinings = ['agreeing', 'later-wins'] as const;
export type Joining = (typeof joinings)[number];

export const importOptionsSchema = v.object({
  /** What an empty cell of a detail field means: leave the stored value, or clear it. */
  emptyCells: v.picklist(['leave', 'clear']),
  /** What separates several values in one cell (MULTISELECT, organizations, products). */
  valueSeparator: v.picklist([';', '|', ',']),
});

/**
 * Names found in the file (case-folded), each with the id of what has it on the site. A list, as an object has names of its
 * own: a product can be called "Prototype".
 */
const lookupSchema = v.array(v.tuple([v.string(), v.string()]));

/**
 * Everything that turns a row of cells into an API operation, besides the cells. It is fixed when the job is created
 * and never changes, so that a batch encodes to the same body each time.
 */
export const importPlanSchema = v.object({
  kind: kindIdSchema,
  operation: operationIdSchema,
  columns: v.array(importColumnSchema),
  /** The definitions of the mapped detail fields, as they were when the file was checked. */
  fields: v.array(importFieldSchema),
  options: importOptionsSchema,
  lookups: v.object({ organizations: lookupSchema, products: lookupSchema }),
  /** How the rows go, where the kind leaves a choice: many in one request, or each by a call of its own. */
  route: v.optional(v.picklist(['bulk', 'direct'])),
  /** What is there is kept before each row is sent, so that the import can be undone. */
  keepsBefore: v.optional(v.literal(true)),
  /** Rows name their customer by an ID and an email address that no check has compared: they are looked up before they are sent. */
  comparesIds: v.optional(v.literal(true)),
  /** How the file was read and cleaned, where that was not as it was guessed: an import can be kept in step as a sync. */
  read: v.optional(v.object({ reading: v.optional(readingSchema), cleaning: v.optional(cleaningSchema) })),
  /** How rows about the same were joined, for the same reason: the rows that are sent are joined already. */
  joinsRows: v.optional(v.picklist(joinings)),
});

export type Delimiter = (typeof delimiters)[number];
export type Target = v.InferOutput<typeof targetSchema>;
export type ImportColumn = v.InferOutput<typeof importColumnSchema>;
export type ImportOptions = v.InferOutput<typeof importOptionsSchema>;
export type ImportPlan = v.InferOutput<typeof importPlanSchema>;

/** Saved mappings of a site; with MAX_MAPPING_CHARS each, all of them fit one stored record. */
export const MAX_SAVED_MAPPINGS = 20;
/** Characters of one saved mapping as JSON: 20 of them stay under the 240 KiB of a KVS value. Forge platform limits. */
export const MAX_MAPPING_CHARS = 11_000;

/** Where the columns of a file go, kept under a name for the next file of its kind. Columns are found by their headers. */
export const savedMappingSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  /** Mappings of the first versions are of the kind that was the only one. */
  kind: v.optional(kindIdSchema, 'customer-profiles'),
  columns: v.array(importColumnSchema),
  options: importOptionsSchema,
  reading: v.optional(readingSchema),
  cleaning: v.optional(cleaningSchema),
});
export type SavedMapping = v.InferOutput<typeof savedMappingSchema>;

/**
 * A row that is accepted: its number in the file (the header is row 1), then its cells, and the numbers of other rows that
 * are imported with it.
 */
export type StoredRow = [row: number, cells: string[], joined?: readonly number[]];
/**
 * A row that was left out of the import because of its problems, each as one sentence; and what each is called when many
 * rows share it, which earlier versions of the app did not keep.
 */
export type LeftOutRow = [row: number, cells: string[], problems: string[], groups?: string[]];

/** Rows that are looked up in one call before an import starts, and of one file in all. */
export const ROWS_PER_PREVIEW = 20;
export const MAX_PREVIEW_ROWS = 500;

/** A row of which is shown before the start who goes with it: its number, and the cells that are imported. */
export const previewRowSchema = v.tuple([
  v.pipe(v.number(), v.integer(), v.minValue(1)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000)),
]);

/** Who or what a row takes away, as the site shows it; `organizations` and `customers` where it has any of these. */
export const goingSchema = v.object({
  name: v.string(),
  /** Empty where there is none, or it is hidden. */
  email: v.string(),
  organizations: v.array(v.string()),
  customers: v.number(),
  /** Entitlements that are lost with it. */
  entitlements: v.number(),
});

/** What looking up a row has found: who goes, by the id of what the row is about; or why the row will fail. */
export const previewSchema = v.union([
  v.object({ row: v.number(), id: v.string(), going: goingSchema }),
  v.object({ row: v.number(), problem: v.string() }),
]);

/** Rows that one call compares with the site: as many as one fetch shows. CSM reference, customer/profile/fetch. */
export const ROWS_PER_SHOWN = 25;

const short = v.pipe(v.string(), v.maxLength(1_000));
/** Things that a row can join to its entity, as the API takes them at the most: 100 organizations and products each. */
const MAX_JOINS = 250;

/** What rows are about, how they name it, and what of it is asked for. */
export const shownRequestSchema = v.object({
  kind: kindIdSchema,
  /** The detail fields whose values are asked for. */
  fields: v.pipe(v.array(short), v.maxLength(1_000)),
  rows: v.pipe(
    v.array(
      v.object({
        named: v.object({
          id: v.optional(short),
          email: v.optional(short),
          externalId: v.optional(short),
          name: v.optional(short),
          /** Which entitlement of it the row is about, for kinds of those. */
          entitlement: v.optional(
            v.object({ of: v.picklist(['customer', 'organization']), productId: short, id: v.optional(short) }),
          ),
          /** The ID that the directory knows for the email: no search is needed where that customer still has it. */
          hint: v.optional(short),
        }),
        /** What the row joins to its entity: "organization 7". */
        joins: v.pipe(v.array(short), v.maxLength(MAX_JOINS)),
      }),
    ),
    v.maxLength(ROWS_PER_SHOWN),
  ),
});

/**
 * What the site shows of what a row is about: null where it has none, `unknown` where nobody can tell which it is, `no holder`
 * where it doesn't have whose entitlement it would be.
 */
export const shownEntitySchema = v.nullable(
  v.union([
    v.picklist(['unknown', 'no holder']),
    v.object({
      id: v.string(),
      name: v.string(),
      email: v.optional(v.string()),
      values: v.array(v.tuple([v.string(), v.array(v.string())])),
      /** Indexes of what the row joins and is joined already. */
      joined: v.array(v.number()),
    }),
  ]),
);

export type ShownRequest = v.InferOutput<typeof shownRequestSchema>;
export type ShownEntity = v.InferOutput<typeof shownEntitySchema>;
export type PreviewRow = v.InferOutput<typeof previewRowSchema>;
export type Going = v.InferOutput<typeof goingSchema>;
export type Preview = v.InferOutput<typeof previewSchema>;

/** Rows of one part, the unit of upload and storage: 20 batches of 100 rows. A part is gzip, then base64, of JSON. */
export const ROWS_PER_PART = 2_000;
/** Characters of base64 in one piece of a part: under the 240 KiB of a KVS value and the 500 KB of an invoke. Forge platform limits. */
export const PIECE_CHARS = 220_000;
/** The largest part, decompressed. A part that claims more is refused. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;
/** The most rows one import takes. */
export const MAX_ROWS = 1_000_000;
