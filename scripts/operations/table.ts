import { operations } from '../../src/csm/contract/operations.gen';
import type { Operation } from '../../src/csm/contract/operation';
import { laterOperations } from './places';
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
  const used = all.filter(([id]) => uses.get(id)?.length !== 0).length;
  const count = `${used} of ${all.length} operations are used; the other ${all.length - used} wait for kinds of job that come later.\n\n`;
  const sections = (['contract', 'supplement'] as const).map((source) => {
    const rows = all.filter(([, operation]) => operation.source === source).map((entry) => rowOf(entry, uses));
    return [parts[source], '', '| Operation | Request | Used by |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return `${HEADER}${count}${sections.join('\n')}`;
}

function rowOf([id, { method, path }]: [string, Operation], uses: Uses): string {
  const usedBy = placesOf(uses.get(id) ?? []).join('; ');
  const later = laterOperations.includes(id) ? '_Nothing yet: its kind of job comes later_' : '';
  return `| \`${id}\` | \`${method} ${path}\` | ${usedBy || later} |`;
}
