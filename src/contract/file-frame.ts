import * as v from 'valibot';
import {
  delimiters,
  cleaningFamilies,
  cleaningSchema,
  importColumnSchema,
  importFieldSchema,
  importOptionsSchema,
  kindIdSchema,
  operationIdSchema,
  importPlanSchema,
  joinings,
  previewRowSchema,
  readingSchema,
} from './imports';
import { exportFormats, exportedSchema } from './exports';
import { reasonSchema, retriedOutcomes } from './jobs';

/**
 * The conversation between the console's page and the file frame, over the bridge's events. The frame holds the file:
 * it reads, checks and uploads it; the page holds the choices. Each message is parsed by who receives it.
 */
export const FRAME_COMMAND = 'csm-console.file-frame.command';
export const FRAME_REPORT = 'csm-console.file-frame.report';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const missingEntity = v.picklist(['organization', 'product']);

/** Rows of one group of problems whose cells can be corrected on the page. */
export const MAX_CORRECTED_ROWS = 300;

/** A cell as a person has corrected it: the number of its row, the index of its column, and what is imported for it. */
export const correctionSchema = v.object({ row: count, column: count, text: v.string() });
export type Correction = v.InferOutput<typeof correctionSchema>;

/** What names a group of problems: the header of its column, or null, and what its rows have in common. */
export const groupNameSchema = v.object({ column: v.nullable(v.string()), message: v.string() });
export type GroupName = v.InferOutput<typeof groupNameSchema>;

/** A row of a group of problems, with the cells in which it can be corrected. */
export const cellsOfRowSchema = v.object({
  row: count,
  /** What identifies the row for a person: the first identifying cell that holds something; empty where none does. */
  label: v.string(),
  /** What is wrong with this row. */
  message: v.string(),
  /** Indexes of their columns, what is imported by now, and what the file has where that is something else. */
  cells: v.array(v.object({ column: count, text: v.string(), was: v.optional(v.string()) })),
});
export type CellsOfRow = v.InferOutput<typeof cellsOfRowSchema>;

export const importSetupSchema = v.object({
  kind: kindIdSchema,
  operation: operationIdSchema,
  columns: v.array(importColumnSchema),
  fields: v.array(importFieldSchema),
  options: importOptionsSchema,
  cleaning: v.optional(cleaningSchema),
  /** Cells that are imported otherwise than the file has them. They are of this file alone: no mapping keeps them. */
  corrections: v.optional(v.array(correctionSchema)),
  /** Rows about the same as an earlier one are imported with that: where the two agree, or with what the later one says. */
  joinsRows: v.optional(v.picklist(joinings)),
});

/** Rows below the header that a sheet can have. A workbook takes a multiple of the time and memory of a CSV. */
export const MAX_SHEET_ROWS = 100_000;

/**
 * What rows are compared with: the site; the directory, at no request to the site; or the directory, and the site for rows of
 * which that doesn't tell.
 */
export const comparedBy = ['site', 'directory', 'directory-first'] as const;
export type ComparedBy = (typeof comparedBy)[number];

export const frameCommandSchema = v.variant('type', [
  /** Ask for `ready` (and `file`, if there is one) again: the page may have been mounted after the frame. */
  v.object({ type: v.literal('hello') }),
  /** Let go of the file and show the drop zone again. */
  v.object({ type: v.literal('reset') }),
  /** Read the file otherwise than it was guessed; answered by `file`. */
  v.object({ type: v.literal('read'), reading: readingSchema }),
  /** Read the whole file against the setup. Answered by `checking`… and `checked`. */
  v.object({ type: v.literal('check'), setup: importSetupSchema }),
  /** Check anew what remedies touch that were added to the setup of the last check. Answered as `check` is. */
  v.object({ type: v.literal('remedy'), setup: importSetupSchema }),
  /** Tell the cells in which rows of a group of problems can be corrected, once what is under way has ended. Answered by `cells`. */
  v.object({ type: v.literal('list-cells'), group: groupNameSchema }),
  /** Save the problems of the last check in the file's own layout, as a workbook where it is one and else as a CSV. */
  v.object({ type: v.literal('download-problems') }),
  /** Create, upload and start a job from the last check, by the given route. Answered by `sending`… and `started`. */
  v.object({
    type: v.literal('send'),
    name: v.string(),
    route: importPlanSchema.entries.route,
    keepsBefore: importPlanSchema.entries.keepsBefore,
    /** Leave away what the comparison has found unchanged, and leave out what it has found to fail. */
    onlyChanges: v.optional(v.literal(true)),
  }),
  /** Compare the ready rows of the last check with the site. Answered by `comparing`… and `compared`. */
  v.object({ type: v.literal('compare'), by: v.picklist(comparedBy) }),
  /** Create, upload and start a job of the rows of another one that had these outcomes. Answered as `send` is. */
  v.object({
    type: v.literal('retry'),
    jobId: v.string(),
    name: v.string(),
    outcomes: v.array(v.picklist(retriedOutcomes)),
    /** Rows with these outcomes, by the account of the job. */
    rows: count,
  }),
  /** Create what the last check found missing, by a job of its own. Answered by `creating`, once that has started. */
  v.object({ type: v.literal('create-missing'), entity: missingEntity, name: v.string() }),
  /** Hand the file as it is to a sync. Answered by `sending`… and `delivered`. */
  v.object({ type: v.literal('deliver'), syncId: v.string(), isTest: v.boolean() }),
  /** Stop checking or sending. A job that was not started is cancelled. */
  v.object({ type: v.literal('stop') }),
  /** Save the rows of a job that did not succeed, or those of one reason, as a CSV in the file's own layout. */
  v.object({
    type: v.literal('download-unsuccessful'),
    jobId: v.string(),
    name: v.string(),
    only: v.optional(reasonSchema),
  }),
  /** Save an example of a file of this kind, with a column for each of the fields. */
  v.object({
    type: v.literal('download-template'),
    kind: kindIdSchema,
    operation: operationIdSchema,
    fields: v.array(importFieldSchema),
  }),
  /** Save every row of a job with what became of it. Answered by `downloading`… and `downloaded`. */
  v.object({ type: v.literal('download-results'), jobId: v.string(), name: v.string() }),
  /** Save what a job kept of what it took away. Answered as `download-results` is. */
  v.object({ type: v.literal('download-saved'), jobId: v.string(), name: v.string() }),
  /** Save what is exported. Answered as `download-results` is. */
  v.object({ type: v.literal('download-export'), exported: exportedSchema, format: v.picklist(exportFormats) }),
]);

/** How a file is read, and what speaks for it: a person can change each. */
const knownReadingSchema = v.object({
  encoding: v.string(),
  /** By a mark at its beginning, by the form of its bytes, by a guess, or by what a person chose. */
  encodingBy: v.picklist(['mark', 'form', 'guess', 'choice']),
  delimiter: v.picklist(delimiters),
  /** By a line of the file that names it, by what makes its rows alike, or by choice; a workbook and JSON need none. */
  delimiterBy: v.picklist(['line', 'rows', 'choice', 'workbook', 'json']),
  quote: v.picklist(['"', "'"]),
  /** Quotes stand around each row as a whole, too, by what makes cells of them or by choice; false by choice alone. */
  rowsQuoted: v.optional(v.boolean()),
  /** As a spreadsheet counts; 0 where no row names the columns. */
  headerRow: count,
  headerBy: v.picklist(['rows', 'choice']),
  /** Rows above the header that hold something: titles, that are left out. */
  titles: count,
  /** The sheet of a workbook, and all that have rows. */
  sheet: v.optional(v.string()),
  sheets: v.optional(v.array(v.string())),
  /** What a sheet has below its header that a person may not see: rows and columns that are hidden and hold something. */
  hiddenRows: v.optional(count),
  hiddenColumns: v.optional(count),
  /** Ranges of merged cells: their value stands in the first cell only. */
  mergedCells: v.optional(count),
  /** Formulas whose result the file doesn't have: their cells are empty. */
  withoutResult: v.optional(count),
});

export const fileFactsSchema = v.object({
  name: v.string(),
  bytes: count,
  reading: knownReadingSchema,
  headers: v.array(v.string()),
  /** The first rows, for preview and samples. */
  sample: v.array(v.array(v.string())),
  /** The first rows that hold something, with their numbers: the header and titles above it among them. */
  tops: v.array(v.object({ row: count, cells: v.array(v.string()) })),
  /** Rows, with their numbers, that show whether the encoding is right: they have letters beyond ASCII. */
  telling: v.array(v.object({ row: count, cells: v.array(v.string()) })),
  /** For each column the different values of its first rows, for guesses of what it is. */
  values: v.array(v.array(v.string())),
  /** True when the file was written by the console (a list of failures): its guards and reason columns are undone. */
  fromConsole: v.boolean(),
});

export const problemSchema = v.object({
  row: count,
  /** The header of the column, or null when the row as a whole is at fault. */
  column: v.nullable(v.string()),
  value: v.string(),
  /** A sentence that names the rule and what would be right. */
  message: v.string(),
});

/** Rows with the same problem in the same column. */
const problemGroupSchema = v.object({
  column: v.nullable(v.string()),
  message: v.string(),
  rows: count,
  firstRow: count,
  /** The rows fall into other cells than the header has: only the file can be corrected. */
  isOfShape: v.optional(v.literal(true)),
  /** The values are right, and the rows can be imported without them. */
  canLeaveCell: v.optional(v.literal(true)),
  /** The rows are about the same as earlier ones, and in order but for that. */
  isOfSame: v.optional(v.literal(true)),
  /** Rows that are joined with earlier ones contradict those. */
  isContradiction: v.optional(v.literal(true)),
  /** The different values that have it, most rows first: at most 200, with what is likely meant by them. */
  values: v.optional(v.array(v.object({ value: v.string(), rows: count, meant: v.optional(v.string()) }))),
});

/** A part of a record that a row changes: what it holds, and what it will hold; empty where that is nothing. */
export const differenceSchema = v.object({ part: v.string(), was: v.string(), will: v.string() });

/** What the ready rows would do to the site. */
export const comparisonSchema = v.object({
  new: count,
  changed: count,
  unchanged: count,
  /** Rows that your site will refuse: to create what it has, or to update what it doesn't have. */
  failing: count,
  /** Rows that can't be compared. */
  unknown: count,
  /** Rows of which the directory doesn't tell what they would do. */
  unread: count,
  /** When your site was read, where rows were compared with the directory; in milliseconds since 1970. */
  asOf: v.optional(v.number()),
  /** Rows that were compared with the site then, as the directory didn't tell. */
  reread: v.optional(count),
  /** Rows that are joined with one that stays the same, and with one that fails: they are kept back with it. */
  joinedUnchanged: count,
  joinedFailing: count,
  /** The first 100 of those that change something, and of those that fail. */
  changedRows: v.array(v.object({ row: count, label: v.string(), differences: v.array(differenceSchema) })),
  failingRows: v.array(v.object({ row: count, label: v.string(), message: v.string() })),
});

/** IDs of one column that are listed, for the page to look them up: 25 a call. */
export const LISTED_IDS = 500;

/** IDs of customers that a check compares with the email addresses beside them. */
export const MAX_COMPARED_IDS = 500;

const columnIdsSchema = v.object({
  column: v.string(),
  entity: v.picklist(['organization', 'product', 'customer']),
  /** The first {@link LISTED_IDS} of those in most rows. */
  ids: v.array(v.object({ id: v.string(), rows: count })),
  /** Different ids that are not listed. */
  others: count,
  /** There are more of them than are counted. */
  hasMore: v.optional(v.literal(true)),
});
export type ColumnIds = v.InferOutput<typeof columnIdsSchema>;

export const checkSummarySchema = v.object({
  rows: count,
  ready: count,
  leftOut: count,
  /** Rows that are imported with an earlier one about the same: neither ready nor left out. */
  joined: v.optional(count),
  /** Operations of the row that has most, where requests are limited by them. */
  heaviest: v.optional(count),
  /** The first 100 problems. */
  problems: v.array(problemSchema),
  problemCount: count,
  /** Problems with the same column and rule, most rows first, at most 50. */
  groups: v.array(problemGroupSchema),
  /** What was cleaned off cells, by family, with the first of them; and what would be, where a family is off. */
  cleaned: v.optional(
    v.array(
      v.object({
        family: v.picklist(cleaningFamilies),
        isOn: v.boolean(),
        cells: count,
        example: v.object({ row: count, before: v.string(), after: v.string() }),
      }),
    ),
  ),
  /** What rows that are ready name by ID, for each column of IDs. */
  ids: v.optional(v.array(columnIdsSchema)),
  /** Rows give an ID and an email address that weren't compared: there are more than {@link MAX_COMPARED_IDS}. */
  hasUncompared: v.optional(v.literal(true)),
  /** Of kinds that take things away, the first MAX_PREVIEW_ROWS rows that are ready, to look up who goes. */
  going: v.optional(v.array(previewRowSchema)),
  /** Organizations and entitlements whose values the ready rows say, where columns go to those. */
  related: v.optional(v.object({ organizations: count, entitlements: count })),
  /** The first 500 names of each list that the site does not have, with the rows that are left out for each. */
  missing: v.optional(
    v.array(v.object({ entity: missingEntity, names: v.array(v.object({ name: v.string(), rows: count })) })),
  ),
});

export const frameReportSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('file'), file: fileFactsSchema }),
  /** The file cannot be imported at all. */
  v.object({ type: v.literal('refused'), message: v.string() }),
  v.object({ type: v.literal('checking'), rows: count, fraction: v.number() }),
  v.object({ type: v.literal('checked'), summary: checkSummarySchema }),
  /** At most the first {@link MAX_CORRECTED_ROWS} rows of the group. */
  v.object({ type: v.literal('cells'), group: groupNameSchema, rows: v.array(cellsOfRowSchema) }),
  v.object({ type: v.literal('comparing'), rows: count, fraction: v.number() }),
  v.object({ type: v.literal('compared'), comparison: comparisonSchema }),
  v.object({ type: v.literal('sending'), rows: count, fraction: v.number() }),
  /** The site asks to slow down: sending waits, or goes on. */
  v.object({ type: v.literal('slowed'), isWaiting: v.boolean() }),
  v.object({ type: v.literal('started'), jobId: v.string() }),
  v.object({ type: v.literal('creating'), jobId: v.string() }),
  v.object({ type: v.literal('delivered') }),
  v.object({ type: v.literal('stopped') }),
  /** So many rows have arrived. */
  v.object({ type: v.literal('downloading'), rows: count }),
  v.object({ type: v.literal('downloaded'), rows: count }),
  /** Checking, sending or downloading broke off. With `needsFile` it would again, until a file is chosen anew. */
  v.object({
    type: v.literal('failed'),
    message: v.string(),
    advice: v.optional(v.string()),
    needsFile: v.boolean(),
  }),
]);

export type ImportSetup = v.InferOutput<typeof importSetupSchema>;
export type FrameCommand = v.InferOutput<typeof frameCommandSchema>;
export type FrameReport = v.InferOutput<typeof frameReportSchema>;
export type FileFacts = v.InferOutput<typeof fileFactsSchema>;
export type MissingNames = NonNullable<CheckSummary['missing']>[number];
export type Difference = v.InferOutput<typeof differenceSchema>;
export type Comparison = v.InferOutput<typeof comparisonSchema>;
export type Problem = v.InferOutput<typeof problemSchema>;
export type CheckSummary = v.InferOutput<typeof checkSummarySchema>;
