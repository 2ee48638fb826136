import type { CheckSummary, ImportSetup } from '../../../../src/contract/file-frame';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';

const pass = { signal: new AbortController().signal, progress: () => undefined };
const nothing = (_: string, names: readonly string[]) => Promise.resolve(names.map((name) => ({ name, ids: [] })));

const customers: Pick<ImportSetup, 'kind' | 'operation' | 'columns'> = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Organization', target: { to: 'organization', by: 'name' } },
    { header: 'Product', target: { to: 'product', by: 'name' } },
  ],
};

/** What is missing by the check of a file, on a site that has no organizations and no products. */
async function missingOf(
  { columns, ...setup }: typeof customers,
  rows: readonly string[],
): Promise<CheckSummary['missing']> {
  const header = columns.map((column) => column.header).join(',');
  const file = await openFile(new Blob([[header, ...rows].join('\n')]), 'members.csv');
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  return (await checkFile(file, { ...setup, columns, fields: [], options }, nothing, pass)).summary.missing;
}

it('lists each name that the site does not have once, whatever its letter case, with its rows', async () => {
  const rows = ['a@x.example,Acme,', 'b@x.example,Beta;Acme,', 'c@x.example, ACME ,', 'd@x.example,,Gold'];
  expect(await missingOf(customers, rows)).toEqual([
    {
      entity: 'organization',
      names: [
        { name: 'Acme', rows: 2 },
        { name: 'Beta', rows: 1 },
      ],
    },
    { entity: 'product', names: [{ name: 'Gold', rows: 1 }] },
  ]);
});

it('lists none that nothing can be called, and at most 500', async () => {
  expect(await missingOf(customers, [`a@x.example,${'long '.repeat(200)},`])).toBeUndefined();
  const many = Array.from({ length: 600 }, (_, at) => `a${at}@x.example,Org ${at},`);
  expect((await missingOf(customers, many))?.[0]?.names).toHaveLength(500);
});

it('lists no products that are to be renamed or deleted', async () => {
  const columns = [{ header: 'Product', target: { to: 'product', by: 'name' as const } }];
  expect(await missingOf({ kind: 'products', operation: 'DELETE', columns }, ['Gold'])).toBeUndefined();
});

it('lists organizations before products, whichever the file names first', async () => {
  const found = await missingOf(customers, ['a@x.example,,Gold', 'b@x.example,Acme,']);
  expect(found?.map(({ entity }) => entity)).toEqual(['organization', 'product']);
});
