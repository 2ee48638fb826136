import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { sourcesUnder } from '../check/sources';
import { operationsDoc } from '../operations/table';
import { usesOf } from '../operations/uses';
import { generateDialingPlans } from './dialing-plans';
import { CONTRACT_PATH, SUPPLEMENT_PATH, readContract } from './contract';
import { generateOperations } from './operations';
import { generateSchemas } from './schemas';

/**
 * `npm run generate` writes the CSM client's generated files, the table of where its operations are used, and how phone
 * numbers are dialled; with `--check` it writes nothing and fails when they are not what their sources give.
 */
const SCHEMAS_PATH = 'src/csm/contract/schemas.gen.ts';
const OPERATIONS_PATH = 'src/csm/contract/operations.gen.ts';
const PLANS_PATH = 'src/domain/fields/dialing-plans.gen.ts';
const PLANS_HEADER = '// Made by `npm run generate` from libphonenumber-js: change scripts/generate, not this file.\n';
const TABLE_PATH = 'docs/operations.md';
const HEADER = `// Made by \`npm run generate\` from ${CONTRACT_PATH} and ${SUPPLEMENT_PATH}:\n// change those files or scripts/generate, not this one.\n`;

async function generate(): Promise<Map<string, string>> {
  const contract = await readContract();
  const schemas = generateSchemas(contract);
  const sources = new Map([
    [
      SCHEMAS_PATH,
      `${HEADER}import * as v from 'valibot';\nimport { maybe, oneOf } from './tolerant';\n\n${schemas.source}`,
    ],
    [
      OPERATIONS_PATH,
      `${HEADER}import * as v from 'valibot';\nimport type { Operation } from './operation';\nimport * as schemas from './schemas.gen';\n\n${generateOperations(contract, schemas)}`,
    ],
    [PLANS_PATH, `${PLANS_HEADER}${generateDialingPlans()}`],
    [TABLE_PATH, operationsDoc(usesOf(sourcesUnder('src')))],
  ]);
  const style = await resolveConfig(SCHEMAS_PATH);
  for (const [path, source] of sources) sources.set(path, await format(source, { ...style, filepath: path }));
  return sources;
}

/** A line to look at first when a file is out of date, or null when it is not. */
function firstDifference(expected: string, found: string): string | null {
  if (expected === found) return null;
  const lines = found.split('\n');
  const at = expected.split('\n').findIndex((line, index) => line !== lines[index]);
  const line = at === -1 ? lines.length : at + 1;
  return `line ${line}: expected ${JSON.stringify(expected.split('\n')[at] ?? '')}, found ${JSON.stringify(lines[at] ?? '')}`;
}

async function main(): Promise<void> {
  const checking = process.argv.includes('--check');
  for (const [path, source] of await generate()) {
    if (!checking) {
      await writeFile(path, source);
      console.log(`wrote ${path}`);
      continue;
    }
    const difference = firstDifference(source, await readFile(path, 'utf8').catch(() => ''));
    if (difference === null) continue;
    console.error(`${path} is not what the contract and the sources give (${difference}). Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
