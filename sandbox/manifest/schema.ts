import * as v from 'valibot';
import {
  DEFAULT_MEMORY_MB,
  MAX_TIMEOUT_SECONDS,
  SCHEDULED_TRIGGERS,
  WEB_TRIGGER_OUTPUTS,
  WEB_TRIGGER_OUTPUT_CHARS,
} from '../forge/limits';

/** What is true of a module of any type that people see; those that call no function have no resolver. */
const moduleEntries = { key: v.string(), resolver: v.optional(v.object({ function: v.string() })) };

const pageSchema = v.object({ title: v.string(), route: v.string() });
const sectionSchema = v.object({ header: v.string(), pages: v.array(pageSchema) });
const adminPageSchema = v.object({
  ...moduleEntries,
  title: v.string(),
  resource: v.string(),
  sections: v.optional(v.array(sectionSchema), []),
  pages: v.optional(v.array(pageSchema), []),
});

const issueModuleSchema = v.object({
  ...moduleEntries,
  title: v.string(),
  resource: v.string(),
  label: v.optional(v.string()),
});

const attributeSchema = v.object({ type: v.picklist(['string', 'boolean', 'float', 'integer', 'any']) });
const indexSchema = v.union([
  v.string(),
  v.object({
    name: v.string(),
    range: v.array(v.string()),
    partition: v.optional(v.array(v.string()), []),
  }),
]);
const entitySchema = v.object({
  name: v.string(),
  attributes: v.record(v.string(), attributeSchema),
  indexes: v.optional(v.array(indexSchema), []),
});

const functionSchema = v.object({
  key: v.string(),
  handler: v.string(),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_TIMEOUT_SECONDS))),
});
const consumerSchema = v.object({ key: v.string(), queue: v.string(), function: v.string() });
const scheduleSchema = v.object({
  key: v.string(),
  function: v.string(),
  interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
});
const schedulesSchema = v.pipe(
  v.array(scheduleSchema),
  v.maxLength(SCHEDULED_TRIGGERS, `An app may have ${SCHEDULED_TRIGGERS} scheduled triggers.`),
  v.check(
    (schedules) => schedules.filter(({ interval }) => interval === 'fiveMinute').length <= 1,
    'An app may have one scheduled trigger for every five minutes.',
  ),
);

const outputSchema = v.strictObject({
  key: v.string(),
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  contentType: v.optional(v.string()),
  body: v.optional(v.pipe(v.string(), v.maxLength(WEB_TRIGGER_OUTPUT_CHARS)), ''),
});
const webTriggerSchema = v.object({
  key: v.string(),
  function: v.string(),
  // Without it the answers would be the function's own, and the app no longer one that runs on Atlassian.
  response: v.strictObject({
    type: v.literal('static', 'The sandbox runs web triggers with static responses only.'),
    outputs: v.pipe(
      v.array(outputSchema),
      v.maxLength(WEB_TRIGGER_OUTPUTS),
      v.check((outputs) => new Set(outputs.map(({ key }) => key)).size === outputs.length, 'Two outputs have one key.'),
    ),
  }),
});
const scopesSchema = v.union([
  v.array(v.string()),
  v.record(v.string(), v.nullable(v.object({ allowImpersonation: v.optional(v.boolean(), false) }))),
]);

/** The part of a manifest.yml that the sandbox and the build act upon; what else it holds, Forge's own lint looks at. */
export const manifestSchema = v.object({
  app: v.object({
    id: v.string(),
    runtime: v.object({ name: v.string(), memoryMB: v.optional(v.number(), DEFAULT_MEMORY_MB) }),
    storage: v.optional(v.object({ entities: v.optional(v.array(entitySchema), []) }), {}),
  }),
  modules: v.objectWithRest(
    {
      // The shell has one seat for an admin page.
      'jira:adminPage': v.strictTuple([adminPageSchema]),
      'jira:issuePanel': v.optional(v.array(issueModuleSchema), []),
      'jira:issueContext': v.optional(v.array(issueModuleSchema), []),
      function: v.optional(v.array(functionSchema), []),
      consumer: v.optional(v.array(consumerSchema), []),
      scheduledTrigger: v.optional(schedulesSchema, []),
      webtrigger: v.optional(v.array(webTriggerSchema), []),
    },
    v.array(v.object(moduleEntries)),
  ),
  resources: v.array(v.object({ key: v.string(), path: v.string() })),
  permissions: v.optional(v.object({ scopes: v.optional(scopesSchema, []) }), {}),
});

export type DeclaredManifest = v.InferOutput<typeof manifestSchema>;
