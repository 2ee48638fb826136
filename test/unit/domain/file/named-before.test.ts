import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import type { ImportColumn } from '../../../../src/contract/imports';

const pass = { signal: new AbortController().signal, progress: () => undefined };
/** A site that has whatever is asked for, with an ID that says nothing. */
const lookup = (_: string, names: readonly string[]) =>
  Promise.resolve(names.map((name) => ({ name, ids: [`id-of-${name.toLowerCase()}`] })));

/** The problems of a file as they are listed: row and value. */
async function problemsOf(kind: string, operation: string, columns: ImportColumn[], rows: readonly string[]) {
  const header = columns.map((column) => column.header).join(',');
  const file = await openFile(new Blob([[header, ...rows].join('\n')]), 'rows.csv');
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  const { summary } = await checkFile(file, { kind, operation, columns, fields: [], options }, lookup, pass);
  return summary.problems.map(({ row, value, message }) => `${row} ${value}: ${message.slice(0, 30)}`);
}

const product = { header: 'Product', target: { to: 'product', by: 'name' as const } };

it('tells what an earlier row names, too, as the row has it, and by no ID that the file lacks', async () => {
  expect(await problemsOf('products', 'DELETE', [product], ['Gold', 'GOLD'])).toEqual([
    '3 GOLD: The same product is already in',
  ]);
  const email = { header: 'Email', target: { to: 'email' } };
  const twice = ['ada@x.example,Gold', 'ada@x.example,gold'];
  expect(await problemsOf('entitlements', 'GRANT', [email, product], twice)).toEqual([
    '3 ada@x.example: The same entitlement is alread',
  ]);
});
