import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { operations } from '../../src/csm/contract/operations.gen';
import { jiraScopes } from '../../src/jira/scopes';
import { type Source, exportedNames, importsOf, nodesOf, parse, sourcesUnder } from './sources';

/** What Forge's own validators let pass: handlers that are not exported, and scopes that do not fit the calls. */
const manifestSchema = v.object({
  modules: v.object({ function: v.array(v.object({ key: v.string(), handler: v.string() })) }),
  permissions: v.object({ scopes: v.record(v.string(), v.unknown()) }),
});

const STORAGE_SCOPE = 'storage:app';
const operationScopes = new Map<string, readonly string[]>(
  Object.entries(operations).map(([id, { scopes }]) => [id, scopes]),
);
const jiraCallScopes = new Map<string, string>(Object.entries(jiraScopes));

/** What the sources offer to a manifest and need of it. */
export interface SourceFacts {
  handlers: string[];
  /** Each scope that they need, with one place that needs it. */
  scopes: Map<string, string>;
}

/** Reads all sources below a folder, which takes some seconds. */
export const factsOfSources = (folder: string): SourceFacts => ({
  handlers: exportedHandlers(folder),
  scopes: scopesInUse(sourcesUnder(folder)),
});

/** A sentence for each rule that the manifest and the sources break together. */
export function manifestProblems(manifestPath: string, sources: SourceFacts): string[] {
  const manifest = v.parse(manifestSchema, parseYaml(readFileSync(manifestPath, 'utf8')));
  const handlers = manifest.modules.function.map(({ handler }) => handler);
  return [
    ...handlerProblems(handlers, sources.handlers),
    ...scopeProblems(Object.keys(manifest.permissions.scopes), sources.scopes),
  ];
}

/** What the files right in the folder export, as handlers name it: `index.resolver`. */
function exportedHandlers(sourceFolder: string): string[] {
  const files = readdirSync(sourceFolder).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    exportedNames(parse(join(sourceFolder, name))).map((exported) => `${basename(name, '.ts')}.${exported}`),
  );
}

function handlerProblems(handlers: string[], exported: string[]): string[] {
  return [
    ...handlers.filter((name) => !exported.includes(name)).map((name) => `Handler ${name} is not exported in src`),
    ...exported
      .filter((name) => !handlers.includes(name))
      .map((name) => `${name} is exported and no function's handler`),
  ];
}

function scopeProblems(declared: string[], used: Map<string, string>): string[] {
  const missing = [...used].filter(([scope]) => !declared.includes(scope));
  const idle = declared.filter((scope) => !used.has(scope));
  return [
    ...missing.map(([scope, place]) => `Scope ${scope} is needed by ${place} and not in the manifest`),
    ...idle.map((scope) => `Scope ${scope} is in the manifest and needed by no call`),
  ];
}

function scopesInUse(sources: Source[]): Map<string, string> {
  const used = new Map<string, string>();
  for (const { path, tree } of sources) {
    if (importsOf(tree).includes('@forge/kvs')) used.set(STORAGE_SCOPE, path);
    for (const node of nodesOf(tree)) for (const scope of scopesOf(node)) used.set(scope, path);
  }
  return used;
}

/** Scopes of `….call('operation-id', …)` and of `….jiraCall(…)`. */
function scopesOf(node: ts.Node): readonly string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const method = node.expression.name.text;
  const jiraScope = jiraCallScopes.get(method);
  if (jiraScope !== undefined) return [jiraScope];
  const [id] = node.arguments;
  return method === 'call' && id && ts.isStringLiteral(id) ? (operationScopes.get(id.text) ?? []) : [];
}
