import * as v from 'valibot';
import {
  DIRECTORY_PAGE,
  MAX_STRETCH_ROWS,
  chosenSchema,
  daySchema,
  directoryActionSchema,
  directoryEntities,
  directoryQuerySchema,
  directoryRecordSchema,
  directoryStatusSchema,
  directoryViewSchema,
  holdingSchema,
  keepings,
  listCursorSchema,
  listedEntities,
  placeSchema,
  savedViewSchema,
  stretchSchema,
} from '../directory';
import { directoryReportSchema, historyEntrySchema } from '../directory-report';
import { jobIdSchema } from './jobs';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const entity = v.picklist(directoryEntities);
const listed = v.picklist(listedEntities);
const views = v.object({ views: v.array(savedViewSchema) });
const choice = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));

/** The directory: what the app keeps of the site, to list, filter, change and export. For administrators alone. */
export const directoryResolvers = {
  'directory.status': { request: v.object({}), response: directoryStatusSchema },
  /** Starts to read the site, or carries a reading that has stopped on as whoever asks. Does nothing to one under way. */
  'directory.read': { request: v.object({}), response: directoryStatusSchema },
  /** Ends a reading; what was kept before stays. */
  'directory.stop': { request: v.object({}), response: directoryStatusSchema },
  /** Changes what is kept. Less than before is forgotten at once. */
  'directory.keep': { request: v.object({ keeps: v.picklist(keepings) }), response: directoryStatusSchema },
  /** Forgets all that is kept, and ends a reading. */
  'directory.empty': { request: v.object({}), response: directoryStatusSchema },
  /**
   * One page of a list, from page 0. A list too long for one call answers with `next`: the rows so far, to be merged in
   * the order of the query, and where to go on. `matched` are those found up to there; the total where `next` is null.
   * Of a page that is too far behind for that, it answers with `places` instead: in the order of the query, every
   * PLACE_STEP-th of those that this call has found. They tell which stretch of the list holds the page.
   * CONFLICT where the directory was renewed since `from`.
   */
  'directory.list': {
    request: v.object({
      entity: listed,
      query: directoryQuerySchema,
      today: daySchema,
      page: v.pipe(count, v.maxValue(100_000)),
      from: v.nullable(listCursorSchema),
    }),
    response: v.object({
      rows: v.pipe(v.array(directoryRecordSchema), v.maxLength(40 * DIRECTORY_PAGE)),
      matched: count,
      /** Parts read up to here, of all. */
      read: count,
      of: count,
      places: v.optional(v.array(placeSchema)),
      next: v.nullable(listCursorSchema),
    }),
  },
  /**
   * The rows of a stretch of a list, and how many come before it, each of the parts that this call reads. CONFLICT as
   * `directory.list`; INVALID where there are more than MAX_STRETCH_ROWS.
   */
  'directory.stretch': {
    request: v.object({
      entity: listed,
      query: directoryQuerySchema,
      today: daySchema,
      stretch: stretchSchema,
      from: listCursorSchema,
    }),
    response: v.object({
      rows: v.pipe(v.array(directoryRecordSchema), v.maxLength(MAX_STRETCH_ROWS)),
      before: count,
      matched: count,
      read: count,
      of: count,
      next: v.nullable(listCursorSchema),
    }),
  },
  /**
   * All rows of a query in the order of names, as cells under headers, a part or more a call. A null `next` ends. Entitlements
   * have all that is kept of them, whatever the columns.
   */
  'directory.export': {
    request: v.object({
      entity: listed,
      view: directoryViewSchema,
      today: daySchema,
      from: v.nullable(listCursorSchema),
    }),
    response: v.object({
      headers: v.array(v.string()),
      rows: v.array(v.array(v.string())),
      next: v.nullable(listCursorSchema),
    }),
  },
  /**
   * The records that a comparison of an import needs, in the order of names, some parts a call: each packed, as JSON of the
   * form that src/domain/directory/part.ts reads. Of their values those of the given fields alone, in any letter case.
   * CONFLICT as `directory.list`, where nothing is kept, and where the app has changed the site since in ways that the
   * directory doesn't know.
   */
  'directory.records': {
    request: v.object({
      entity,
      fields: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000)),
      from: v.nullable(listCursorSchema),
    }),
    response: v.object({
      packed: v.array(v.string()),
      /** When the reading began that they come from. */
      asOf: v.number(),
      hasValues: v.boolean(),
      /** Nothing is known to be left out. */
      isWhole: v.boolean(),
      /** Parts read up to here, of all. */
      read: count,
      of: count,
      next: v.nullable(listCursorSchema),
    }),
  },
  /** What the last reading counted, null where it was before there were reports, and the numbers of earlier days, oldest first. */
  'directory.report': {
    request: v.object({}),
    response: v.object({ report: v.nullable(directoryReportSchema), history: v.array(historyEntrySchema) }),
  },
  'directory.views': { request: v.object({}), response: views },
  /** Saves a view for all administrators; one of the same name and entity is replaced. */
  'directory.saveView': { request: v.object({ view: savedViewSchema }), response: views },
  'directory.deleteView': { request: v.object({ name: v.string(), entity: listed }), response: views },
  /**
   * Fixes who is meant by an action, in as many calls as that takes: a first one without `choice`, then with what the last
   * one answered. `rows` are those fixed so far, all of them where `next` is null. With `holding`, those who are known not
   * to hold it are `leftOut`, and those who hold several of it have a row for each: `records` of them. Kept for a day.
   */
  'directory.choose': {
    request: v.object({
      entity,
      who: chosenSchema,
      holding: v.optional(holdingSchema),
      today: daySchema,
      choice: v.nullable(choice),
      from: v.nullable(listCursorSchema),
    }),
    response: v.object({ choice, rows: count, records: count, leftOut: count, next: v.nullable(listCursorSchema) }),
  },
  /**
   * Makes a job of what was chosen, and starts it: the same call again, until `isStarted`. What takes something away needs
   * `typed`: the number of rows, as a person has typed it.
   */
  'directory.act': {
    request: v.object({
      choice,
      action: directoryActionSchema,
      typed: v.nullable(v.string()),
    }),
    response: v.object({ jobId: jobIdSchema, isStarted: v.boolean(), sent: count, of: count }),
  },
} as const;
