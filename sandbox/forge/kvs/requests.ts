import * as v from 'valibot';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../limits';

/** The bodies @forge/kvs 1.6 sends, by path. Fields it does not know are refused by nobody, as by the real one. */
const metadataField = v.picklist(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const keyed = { key: v.string(), entityName: v.optional(v.string()) };
const getOptions = v.optional(v.object({ metadataFields: v.optional(v.array(metadataField)) }));
const ttl = v.object({
  value: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const setOptions = v.optional(
  v.object({
    ttl: v.optional(ttl),
    keyPolicy: v.optional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS'])),
    returnValue: v.optional(v.picklist(['PREVIOUS', 'LATEST'])),
    returnMetadataFields: v.optional(v.array(metadataField)),
  }),
);

const scalar = v.union([v.string(), v.number(), v.boolean()]);
export const conditionNames = [
  'BEGINS_WITH',
  'BETWEEN',
  'CONTAINS',
  'EQUAL_TO',
  'EXISTS',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'NOT_CONTAINS',
  'NOT_EQUAL_TO',
  'NOT_EXISTS',
] as const;
const clause = v.object({ condition: v.picklist(conditionNames), values: v.array(scalar) });
const filter = v.object({ ...clause.entries, property: v.string() });
const filters = v.object({ and: v.optional(v.array(filter)), or: v.optional(v.array(filter)) });

export type Clause = v.InferOutput<typeof clause>;
export type Filters = v.InferOutput<typeof filters>;
export type SetOptions = v.InferOutput<typeof setOptions>;

export const getRequest = v.object({ ...keyed, options: getOptions });
export const setRequest = v.object({ ...keyed, value: v.unknown(), options: setOptions });
export const deleteRequest = v.object(keyed);
export const queryRequest = v.object({
  limit: v.optional(v.number()),
  after: v.optional(v.string()),
  where: v.optional(
    v.array(
      v.object({ property: v.literal('key'), condition: v.literal('BEGINS_WITH'), values: v.tuple([v.string()]) }),
    ),
  ),
  options: getOptions,
});
export const entityQueryRequest = v.object({
  entityName: v.string(),
  indexName: v.string(),
  partition: v.optional(v.array(scalar)),
  range: v.optional(clause),
  filters: v.optional(filters),
  sort: v.optional(v.picklist(['ASC', 'DESC']), 'ASC'),
  cursor: v.optional(v.string()),
  limit: v.optional(v.number()),
  options: getOptions,
});
const conditional = { ...keyed, conditions: v.optional(filters) };
export const transactionRequest = v.object({
  set: v.optional(v.array(v.object({ ...conditional, value: v.unknown(), options: setOptions })), []),
  delete: v.optional(v.array(v.object(conditional)), []),
  check: v.optional(v.array(v.object({ ...keyed, conditions: filters })), []),
});

export type GetRequest = v.InferOutput<typeof getRequest>;
export type SetRequest = v.InferOutput<typeof setRequest>;
export type DeleteRequest = v.InferOutput<typeof deleteRequest>;
export type QueryRequest = v.InferOutput<typeof queryRequest>;
export type EntityQueryRequest = v.InferOutput<typeof entityQueryRequest>;
export type TransactionRequest = v.InferOutput<typeof transactionRequest>;

const unitMs = { SECONDS: 1000, MINUTES: MINUTE_MS, HOURS: HOUR_MS, DAYS: DAY_MS } as const;

export function ttlMs(options: SetOptions): number | null {
  return options?.ttl ? options.ttl.value * unitMs[options.ttl.unit] : null;
}
