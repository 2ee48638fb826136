import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { BACKGROUND_TIMEOUT_MS, DEFAULT_MEMORY_MB, MAX_TIMEOUT_SECONDS, RESOLVER_TIMEOUT_MS } from './limits';

const attributeType = v.picklist(['string', 'boolean', 'float', 'integer', 'any']);
const indexSchema = v.union([
  v.string(),
  v.object({
    name: v.string(),
    range: v.array(v.string()),
    partition: v.optional(v.array(v.string()), []),
  }),
]);
const resolverModule = v.looseObject({
  key: v.string(),
  resolver: v.optional(v.object({ function: v.string() })),
});

const manifestSchema = v.object({
  app: v.object({
    id: v.string(),
    runtime: v.object({ name: v.string(), memoryMB: v.optional(v.number(), DEFAULT_MEMORY_MB) }),
    storage: v.optional(
      v.object({
        entities: v.optional(
          v.array(
            v.object({
              name: v.string(),
              attributes: v.record(v.string(), v.object({ type: attributeType })),
              indexes: v.optional(v.array(indexSchema), []),
            }),
          ),
          [],
        ),
      }),
    ),
  }),
  modules: v.objectWithRest(
    {
      function: v.array(
        v.object({
          key: v.string(),
          handler: v.string(),
          timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_TIMEOUT_SECONDS))),
        }),
      ),
      consumer: v.optional(v.array(v.object({ key: v.string(), queue: v.string(), function: v.string() })), []),
      scheduledTrigger: v.optional(
        v.array(
          v.object({
            key: v.string(),
            function: v.string(),
            interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
          }),
        ),
        [],
      ),
    },
    v.array(resolverModule),
  ),
  permissions: v.optional(
    v.object({
      scopes: v.optional(
        v.union([
          v.array(v.string()),
          v.record(v.string(), v.nullable(v.object({ allowImpersonation: v.optional(v.boolean(), false) }))),
        ]),
        [],
      ),
    }),
    {},
  ),
});

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';
export interface AppFunction {
  key: string;
  /** The name of the export in the app's back end. */
  exportName: string;
  timeoutMs: number;
}
export interface EntityIndex {
  name: string;
  partition: string[];
  range: string[];
}
export interface Entity {
  attributes: Record<string, { type: v.InferOutput<typeof attributeType> }>;
  indexes: EntityIndex[];
}
export interface Consumer {
  key: string;
  queue: string;
  function: AppFunction;
}
export interface Schedule {
  key: string;
  interval: Interval;
  function: AppFunction;
}

/** What the emulated services need to know of the app, with every default filled in. */
export interface AppManifest {
  appId: string;
  memoryMB: number;
  entities: ReadonlyMap<string, Entity>;
  consumers: ReadonlyMap<string, Consumer>;
  schedules: readonly Schedule[];
  /** Module key → the function its page calls, and the module's type, e.g. `jira:adminPage`. */
  resolvers: ReadonlyMap<string, { moduleType: string; function: AppFunction }>;
  scopes: ReadonlySet<string>;
  /** The scopes that `asUser(accountId)` may use where no user is present. */
  impersonationScopes: ReadonlySet<string>;
}

/** @throws when the file is no manifest this sandbox understands, or names a function that it does not declare */
export function readManifest(path: string): AppManifest {
  return parseManifest(readFileSync(path, 'utf8'));
}

export function parseManifest(yaml: string): AppManifest {
  const { app, modules, permissions } = v.parse(manifestSchema, parse(yaml));
  const { function: functions, consumer, scheduledTrigger, ...pages } = modules;
  const functionOf = (key: string, defaultTimeoutMs: number): AppFunction => {
    const declared = functions.find((each) => each.key === key);
    if (!declared) throw new Error(`The manifest declares no function '${key}'.`);
    const timeoutMs = declared.timeoutSeconds ? declared.timeoutSeconds * 1000 : defaultTimeoutMs;
    return { key, exportName: declared.handler.replace(/^.*\./, ''), timeoutMs };
  };
  const resolvers = Object.entries(pages).flatMap(([moduleType, modulesOfType]) =>
    modulesOfType.flatMap(({ key, resolver }) => {
      if (!resolver) return [];
      const callee = functionOf(resolver.function, RESOLVER_TIMEOUT_MS);
      return [[key, { moduleType, function: { ...callee, timeoutMs: RESOLVER_TIMEOUT_MS } }] as const];
    }),
  );
  return {
    appId: app.id.replace(/^.*\//, ''),
    memoryMB: app.runtime.memoryMB,
    entities: new Map((app.storage?.entities ?? []).map((each) => [each.name, entityOf(each)])),
    consumers: new Map(
      consumer.map((each) => [each.queue, { ...each, function: functionOf(each.function, BACKGROUND_TIMEOUT_MS) }]),
    ),
    schedules: scheduledTrigger.map((each) => ({
      ...each,
      function: functionOf(each.function, BACKGROUND_TIMEOUT_MS),
    })),
    resolvers: new Map(resolvers),
    ...scopesOf(permissions.scopes),
  };
}

type DeclaredEntity = Pick<Entity, 'attributes'> & { indexes: (string | EntityIndex)[] };

function entityOf({ attributes, indexes }: DeclaredEntity): Entity {
  const expand = (index: string | EntityIndex): EntityIndex =>
    typeof index === 'string' ? { name: index, partition: [], range: [index] } : index;
  return { attributes, indexes: indexes.map(expand) };
}

function scopesOf(declared: string[] | Record<string, { allowImpersonation: boolean } | null>) {
  if (Array.isArray(declared)) return { scopes: new Set(declared), impersonationScopes: new Set<string>() };
  const impersonated = Object.entries(declared).filter(([, options]) => options?.allowImpersonation);
  return {
    scopes: new Set(Object.keys(declared)),
    impersonationScopes: new Set(impersonated.map(([scope]) => scope)),
  };
}
