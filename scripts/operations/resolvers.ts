import ts from 'typescript';
import { type Source, nodesOf } from '../check/sources';

/** How pages call: the second goes on after trouble that passes, and what reads exports is given it as the third. */
const callers: readonly string[] = ['call', 'callAgain', 'ask'];

/** A sentence for each of the resolvers that no page calls, as `call('name', …)`. */
export function resolverProblems(names: readonly string[], pages: readonly Source[]): string[] {
  const called = new Set(pages.flatMap(({ tree }) => [...nodesOf(tree)].map(calledBy)));
  return names.filter((name) => !called.has(name)).map((name) => `No page calls the resolver ${name}`);
}

function calledBy(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [name] = node.arguments;
  return callers.includes(node.expression.text) && name && ts.isStringLiteral(name) ? name.text : undefined;
}
