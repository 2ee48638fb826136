import ts from 'typescript';
import { operations } from '../../src/csm/contract/operations.gen';
import { type Source, nodesOf } from '../check/sources';
import { places } from './places';

/** Where the sources call operations of the API, by the operation's id. */
export type Uses = ReadonlyMap<string, readonly string[]>;

const ids = Object.keys(operations);

/** The files that call each operation: each `….call('operation-id', …)`. */
export function usesOf(sources: readonly Source[]): Uses {
  const uses = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { path, tree } of sources) {
    for (const node of nodesOf(tree)) {
      const files = uses.get(calledBy(node) ?? '');
      if (files?.includes(path) === false) files.push(path);
    }
  }
  return uses;
}

/** The first argument of `….call('…')`. */
function calledBy(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [id] = node.arguments;
  return node.expression.name.text === 'call' && id && ts.isStringLiteral(id) ? id.text : undefined;
}

/** The pages and jobs behind some files, each once, in the order of the table of places. */
export function placesOf(files: readonly string[]): string[] {
  const paths = new Set(files.map(pathOfPlace));
  return [...new Set(Object.keys(places).flatMap((path) => (paths.has(path) ? (places[path] ?? []) : [])))];
}

function pathOfPlace(file: string): string | undefined {
  const fitting = Object.keys(places).filter((path) => file.startsWith(path));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

/** A sentence for each operation whose use is not as it is said, and for each place that is not. */
export function useProblems(uses: Uses): string[] {
  const files = [...new Set([...uses.values()].flat())];
  const idle = ids.filter((id) => uses.get(id)?.length === 0);
  const held = new Set(files.map(pathOfPlace));
  return [
    ...idle.map((id) => `Nothing uses the operation ${id}`),
    ...files
      .filter((file) => pathOfPlace(file) === undefined)
      .map((file) => `${file} calls the API, and scripts/operations/places.ts does not say for which page or job`),
    ...Object.keys(places)
      .filter((path) => !held.has(path))
      .map((path) => `${path} is in scripts/operations/places.ts and calls nothing`),
  ];
}
