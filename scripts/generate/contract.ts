import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

/**
 * The part of OpenAPI 3.0 that the contract uses. Objects are strict: a keyword that is new to the contract stops the
 * generator instead of being lost.
 */
export interface SchemaNode {
  $ref?: string | undefined;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | undefined;
  properties?: Record<string, SchemaNode> | undefined;
  required?: string[] | undefined;
  items?: SchemaNode | undefined;
  oneOf?: SchemaNode[] | undefined;
  additionalProperties?: SchemaNode | undefined;
  enum?: string[] | undefined;
  default?: unknown;
  format?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
}

const schemaNode: v.GenericSchema<SchemaNode> = v.lazy(() =>
  v.strictObject({
    $ref: v.optional(v.string()),
    type: v.optional(v.picklist(['object', 'array', 'string', 'integer', 'number', 'boolean'])),
    properties: v.optional(v.record(v.string(), schemaNode)),
    required: v.optional(v.array(v.string())),
    items: v.optional(schemaNode),
    oneOf: v.optional(v.array(schemaNode)),
    additionalProperties: v.optional(schemaNode),
    enum: v.optional(v.array(v.string())),
    default: v.optional(v.unknown()),
    format: v.optional(v.string()),
    minLength: v.optional(v.number()),
    maxLength: v.optional(v.number()),
    minItems: v.optional(v.number()),
    maxItems: v.optional(v.number()),
  }),
);

const content = v.object({ 'application/json': v.object({ schema: schemaNode }) });
const parameter = v.object({
  in: v.picklist(['path', 'query', 'header']),
  name: v.string(),
  required: v.optional(v.boolean(), false),
  schema: schemaNode,
});
const operation = v.object({
  operationId: v.string(),
  parameters: v.optional(v.array(parameter), []),
  requestBody: v.optional(v.object({ required: v.literal(true), content })),
  responses: v.record(v.string(), v.object({ $ref: v.optional(v.string()), content: v.optional(content) })),
  /** One entry only: entries are alternatives, and an app cannot ask for either of two scopes. */
  security: v.strictTuple([v.object({ OAuth2: v.array(v.string()) })]),
  'x-experimental': v.optional(v.boolean(), false),
});
const pathItem = v.strictObject({
  parameters: v.optional(v.array(parameter), []),
  get: v.optional(operation),
  put: v.optional(operation),
  post: v.optional(operation),
  delete: v.optional(operation),
});
const paths = v.record(v.string(), pathItem);
const contract = v.object({
  paths,
  components: v.object({
    schemas: v.record(v.string(), schemaNode),
    responses: v.record(v.string(), v.object({ content })),
  }),
});

/** Paths alone: what they refer to is in the contract. */
const supplement = v.object({ paths });

/** Where a path was read: in the contract that the vendor publishes, or in the supplement written beside it. */
export type Source = 'contract' | 'supplement';

export interface Contract extends v.InferOutput<typeof contract> {
  /** The paths of the supplement; all others are the contract's. */
  supplementary: ReadonlySet<string>;
}
export type ContractParameter = v.InferOutput<typeof parameter>;
export type ContractOperation = v.InferOutput<typeof operation>;

export const CONTRACT_PATH = 'src/csm/contract/csm-openapi.json';
export const SUPPLEMENT_PATH = 'src/csm/contract/intake-openapi.json';
export const methods = ['get', 'put', 'post', 'delete'] as const;

/**
 * The contract with the paths of the supplement behind its own. Rejects with valibot's error when a file is not the
 * OpenAPI subset above, and when both have a path: then the contract has caught up and the supplement's has to go.
 */
export async function readContract(): Promise<Contract> {
  const published = v.parse(contract, JSON.parse(await readFile(CONTRACT_PATH, 'utf8')));
  const added = v.parse(supplement, JSON.parse(await readFile(SUPPLEMENT_PATH, 'utf8')));
  for (const path of Object.keys(added.paths))
    if (path in published.paths) throw new Error(`${path} is in ${CONTRACT_PATH}: take it out of ${SUPPLEMENT_PATH}`);
  return {
    ...published,
    paths: { ...published.paths, ...added.paths },
    supplementary: new Set(Object.keys(added.paths)),
  };
}

/** The component that a `#/components/schemas/Name` refers to. */
export function componentOf(ref: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
  if (name === undefined) throw new Error(`Not a reference to a component schema: ${ref}`);
  return name;
}
