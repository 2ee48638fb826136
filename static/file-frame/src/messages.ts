import * as v from 'valibot';
import {
  cellsOfRowSchema,
  checkSummarySchema,
  comparedBy,
  comparisonSchema,
  fileFactsSchema,
  groupNameSchema,
  importSetupSchema,
} from '../../../src/contract/file-frame';
import { importPlanSchema, readingSchema, shownEntitySchema, shownRequestSchema } from '../../../src/contract/imports';
import { directoryResolvers } from '../../../src/contract/resolvers/directory';
import { jobRowsSchema } from '../../../src/contract/jobs';
import { jobsOfFile } from '../../../src/domain/import/related-plans';

const records = directoryResolvers['directory.records'];

/** The conversation between the frame, which talks to the site and the page, and its worker, which holds the file. */
export const toWorkerSchema = v.variant('type', [
  v.object({ type: v.literal('open'), file: v.blob(), name: v.string(), reading: readingSchema }),
  v.object({ type: v.literal('check'), setup: importSetupSchema }),
  /** Check anew only what remedies touch that were added since the last check. */
  v.object({ type: v.literal('remedy'), setup: importSetupSchema }),
  /** Answered by `cells`, once what is under way has ended; it breaks nothing off. */
  v.object({ type: v.literal('list-cells'), group: groupNameSchema }),
  /** A file can make more than one job: each is begun before its parts come. */
  v.object({ type: v.literal('pack'), onlyChanges: v.boolean() }),
  v.object({ type: v.literal('compare'), by: v.picklist(comparedBy) }),
  v.object({ type: v.literal('records'), page: records.response }),
  v.object({ type: v.literal('shown'), entities: v.array(v.array(shownEntitySchema)) }),
  v.object({ type: v.literal('list-problems') }),
  v.object({ type: v.literal('stop') }),
  v.object({ type: v.literal('found'), matches: v.array(v.object({ name: v.string(), ids: v.array(v.string()) })) }),
  v.object({ type: v.literal('uploaded') }),
]);

export const fromWorkerSchema = v.variant('type', [
  v.object({ type: v.literal('opened'), file: fileFactsSchema }),
  /** The file cannot be used as it is; `failed` is any other fault. */
  v.object({ type: v.literal('refused'), message: v.string() }),
  v.object({ type: v.literal('progress'), rows: v.number(), fraction: v.number() }),
  /** Answered by `found`. */
  v.object({ type: v.literal('find'), entity: v.picklist(['organization', 'product']), names: v.array(v.string()) }),
  v.object({ type: v.literal('checked'), summary: checkSummarySchema, plan: importPlanSchema }),
  v.object({ type: v.literal('cells'), group: groupNameSchema, rows: v.array(cellsOfRowSchema) }),
  /** Answered by `shown`. */
  v.object({ type: v.literal('show'), requests: v.array(shownRequestSchema) }),
  /** Answered by `records`. */
  v.object({ type: v.literal('ask-records'), request: records.request }),
  v.object({ type: v.literal('compared'), comparison: comparisonSchema }),
  /** Answered by `uploaded`: the next part is not handed over before. */
  v.object({
    type: v.literal('part'),
    list: v.picklist(['accepted', 'left-out']),
    part: v.number(),
    pieces: v.array(v.string()),
  }),
  /** The parts that follow are of this job. Answered by `uploaded`, once there is one. */
  v.object({
    type: v.literal('begin'),
    job: v.picklist(jobsOfFile),
    rows: jobRowsSchema,
  }),
  v.object({ type: v.literal('packed') }),
  v.object({
    type: v.literal('problems'),
    list: v.blob(),
    format: v.picklist(['csv', 'xlsx']),
    rows: v.number(),
  }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);

export type ToWorker = v.InferOutput<typeof toWorkerSchema>;
export type FromWorker = v.InferOutput<typeof fromWorkerSchema>;

/** What the frame answers questions of the worker with. */
export const answers: ReadonlySet<ToWorker['type']> = new Set(['found', 'shown', 'records', 'uploaded']);
