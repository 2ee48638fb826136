import ts from 'typescript';
import { type Source, nodesOf } from './sources';

/** The pattern that a property of `toMatchObject` has as it is: Jest takes it for an object, which any text matches. */
function patternsIn(call: ts.Node): ts.Node[] {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return [];
  if (call.expression.name.text !== 'toMatchObject') return [];
  return [...nodesOf(call)].flatMap((node) =>
    ts.isPropertyAssignment(node) && ts.isRegularExpressionLiteral(node.initializer) ? [node.initializer] : [],
  );
}

/** A sentence for each place in tests where an expectation cannot fail. */
export function matcherProblems(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, tree }) =>
    [...nodesOf(tree)].flatMap(patternsIn).map((pattern) => {
      const { line } = tree.getLineAndCharacterOfPosition(pattern.pos);
      return `${path}:${line + 1}: Any text matches this: say words(/…/) of test/support/words.ts.`;
    }),
  );
}
