import { operations } from '../../src/csm/contract/operations.gen';
import type { Operation } from '../../src/csm/contract/operation';
import { type Uses, placesOf } from './uses';

const HEADER = `<!-- Made by \`npm run generate\` from the calls in src: change those or scripts/operations, not this file. -->

# Where each operation of the API is used

`;

const parts: Record<Operation['source'], string> = {
  contract: '## The contract\n\nThe operations of `src/csm/contract/csm-openapi.json`.',
  supplement:
    '## The supplement\n\nOperations that newer copies of the reference have, written down in `src/csm/contract/intake-openapi.json`.',
};

/** docs/operations.md: every operation with the pages and jobs that use it. */
export function operationsDoc(uses: Uses): string {
  const all = Object.entries<Operation>(operations);
  const count = `All ${all.length} operations are used: \`npm run check\` refuses one that is not.\n\n`;
  const sections = (['contract', 'supplement'] as const).map((source) => {
    const rows = all.filter(([, operation]) => operation.source === source).map((entry) => rowOf(entry, uses));
    return [parts[source], '', '| Operation | Request | Used by |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return `${HEADER}${count}${sections.join('\n')}`;
}

function rowOf([id, { method, path }]: [string, Operation], uses: Uses): string {
  return `| \`${id}\` | \`${method} ${path}\` | ${placesOf(uses.get(id) ?? []).join('; ')} |`;
}
