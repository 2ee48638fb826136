import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { BACKGROUND_TIMEOUT_MS, RESOLVER_TIMEOUT_MS, WEB_TRIGGER_TIMEOUT_MS } from '../forge/limits';
import type {
  AdminPage,
  AppFunction,
  AppManifest,
  AppResource,
  Entity,
  EntityIndex,
  IssueModule,
  WebTrigger,
} from './app-manifest';
import { type DeclaredManifest, manifestSchema } from './schema';

export type * from './app-manifest';

/**
 * Reads the manifest of the app that the sandbox runs.
 * @throws when the file is no manifest this sandbox understands, or names a function that it does not declare
 */
export function readManifest(path: string): AppManifest {
  const root = dirname(resolve(path));
  const { app, modules, resources, permissions } = v.parse(manifestSchema, parse(readFileSync(path, 'utf8')));
  const { function: functions, consumer, scheduledTrigger, webtrigger, ...pages } = modules;
  const inBackground = (key: string) => functionOf(functions, key, BACKGROUND_TIMEOUT_MS);
  return {
    root,
    appId: app.id,
    memoryMB: app.runtime.memoryMB,
    adminPage: adminPageOf(pages['jira:adminPage'][0]),
    issueModules: [
      ...issueModulesOf('jira:issuePanel', pages['jira:issuePanel']),
      ...issueModulesOf('jira:issueContext', pages['jira:issueContext']),
    ],
    resources: resources.map((resource) => resourceOf(root, resource)),
    backEnd: backEndOf(root, functions),
    resolvers: resolversOf(pages, functions),
    entities: new Map(app.storage.entities.map((each) => [each.name, entityOf(each)])),
    consumers: new Map(consumer.map((each) => [each.queue, { ...each, function: inBackground(each.function) }])),
    schedules: scheduledTrigger.map((each) => ({ ...each, function: inBackground(each.function) })),
    webTriggers: new Map(webtrigger.map((each) => [each.key, webTriggerOf(each, functions)])),
    ...scopesOf(permissions.scopes),
  };
}

type DeclaredModules = DeclaredManifest['modules'];
type DeclaredFunctions = DeclaredModules['function'];

function functionOf(functions: DeclaredFunctions, key: string, defaultTimeoutMs: number): AppFunction {
  const declared = functions.find((each) => each.key === key);
  if (!declared) throw new Error(`The manifest declares no function '${key}'.`);
  const timeoutMs = declared.timeoutSeconds ? declared.timeoutSeconds * 1000 : defaultTimeoutMs;
  const [file = '', exportName = ''] = declared.handler.split('.');
  return { key, file, exportName, timeoutMs };
}

/** Whatever a resolver's function declares, a person does not wait longer for it than Forge lets them. */
function resolversOf(
  pages: Omit<DeclaredModules, 'function' | 'consumer' | 'scheduledTrigger' | 'webtrigger'>,
  functions: DeclaredFunctions,
): AppManifest['resolvers'] {
  const declared = Object.entries(pages).flatMap(([moduleType, modules]) =>
    modules.flatMap(({ key, resolver }) => {
      if (!resolver) return [];
      const callee = functionOf(functions, resolver.function, RESOLVER_TIMEOUT_MS);
      return [[key, { moduleType, function: { ...callee, timeoutMs: RESOLVER_TIMEOUT_MS } }] as const];
    }),
  );
  return new Map(declared);
}

/** Whatever its function declares, a web trigger has no more time than Forge gives it. */
function webTriggerOf(
  { key, function: functionKey, response }: DeclaredModules['webtrigger'][number],
  functions: DeclaredFunctions,
): WebTrigger {
  const callee = functionOf(functions, functionKey, WEB_TRIGGER_TIMEOUT_MS);
  const timeoutMs = Math.min(callee.timeoutMs, WEB_TRIGGER_TIMEOUT_MS);
  const outputs = response.outputs.map(
    ({ key: outputKey, statusCode, contentType, body }) => [outputKey, { statusCode, contentType, body }] as const,
  );
  return { key, function: { ...callee, timeoutMs }, outputs: new Map(outputs) };
}

function adminPageOf({ key, title, resource, pages, sections }: DeclaredModules['jira:adminPage'][0]): AdminPage {
  const loose = pages.length > 0 ? [{ header: null, pages }] : [];
  return { key, title, resource, sections: [...loose, ...sections] };
}

function issueModulesOf(type: IssueModule['type'], declared: DeclaredModules[IssueModule['type']]): IssueModule[] {
  return declared.map(({ key, title, resource, label = title }) => ({ type, key, title, label, resource }));
}

function resourceOf(root: string, { key, path }: DeclaredManifest['resources'][number]): AppResource {
  return /\.[jt]sx?$/.test(path)
    ? { key, kind: 'native', entry: resolve(root, path) }
    : { key, kind: 'static', folder: resolve(root, path) };
}

/** `index.resolver` is the export `resolver` of src/index.ts. */
function backEndOf(root: string, functions: DeclaredFunctions): AppManifest['backEnd'] {
  const files = functions.map(({ handler }) => handler.replace(/\..*$/, ''));
  return new Map(files.map((file) => [file, resolve(root, 'src', `${file}.ts`)]));
}

type DeclaredEntity = Pick<Entity, 'attributes'> & { indexes: (string | EntityIndex)[] };

function entityOf({ attributes, indexes }: DeclaredEntity): Entity {
  const expand = (index: string | EntityIndex): EntityIndex =>
    typeof index === 'string' ? { name: index, partition: [], range: [index] } : index;
  return { attributes, indexes: indexes.map(expand) };
}

function scopesOf(declared: DeclaredManifest['permissions']['scopes']) {
  if (Array.isArray(declared)) return { scopes: new Set(declared), impersonationScopes: new Set<string>() };
  const impersonated = Object.entries(declared).filter(([, options]) => options?.allowImpersonation);
  return {
    scopes: new Set(Object.keys(declared)),
    impersonationScopes: new Set(impersonated.map(([scope]) => scope)),
  };
}
