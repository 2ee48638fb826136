import type { ImportSetup } from '../../../../src/contract/file-frame';
import type { ImportColumn } from '../../../../src/contract/imports';
import { cellsToCorrect } from '../../../../src/domain/file/check/cells-to-correct';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { openFile } from '../../../../src/domain/file/read/open-file';

const pass = { signal: new AbortController().signal, progress: () => undefined };
const site: Readonly<Record<string, string[]>> = { acme: ['7'], beta: ['8'], twin: ['9', '10'] };
const calls: string[][] = [];
const lookup = (_: string, names: string[]) => {
  calls.push(names);
  return Promise.resolve(names.map((name) => ({ name, ids: site[name.toLowerCase()] ?? [] })));
};
beforeEach(() => calls.splice(0));

const targets: Readonly<Record<string, ImportColumn['target']>> = {
  Email: { to: 'email' },
  'Customer ID': { to: 'customerId' },
  'Org IDs': { to: 'organization', by: 'id' },
  'Org ID': { to: 'organizationId' },
  'Org name': { to: 'name' },
  Product: { to: 'product', by: 'name' },
  'Product ID': { to: 'product', by: 'id' },
};

type More = Readonly<Record<string, Pick<ImportColumn['target'], 'values' | 'skipsInvalid'>>>;

async function check(
  kind: string,
  operation: string,
  headers: readonly string[],
  lines: readonly string[],
  more: More = {},
  mostNames = Number.POSITIVE_INFINITY,
) {
  const file = await openFile(new Blob([[headers.join(','), ...lines].join('\n')]), 'rows.csv');
  const columns = headers.map((header) => ({
    header,
    target: { ...(targets[header] ?? { to: 'nothing' }), ...more[header] },
  }));
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  const setup: ImportSetup = { kind, operation, columns, fields: [], options };
  return { setup, checked: await checkFile(file, setup, lookup, pass, { mostNames }) };
}

const customers = (...lines: string[]) =>
  check('customer-profiles', 'UPSERT', ['Email', 'Org IDs', 'Product ID'], lines);
const removals = (...lines: string[]) => check('organization-removals', 'DELETE', ['Org ID', 'Org name'], lines);

describe('what rows name by ID', () => {
  test('is counted by column, most rows first, each ID once a row and as the site writes it', async () => {
    const { checked } = await customers('a@x.example,7;8;07,p1', 'b@x.example,8,', 'c at x.example,9,p2');
    expect(checked.summary.ids).toEqual([
      {
        ...{ column: 'Org IDs', entity: 'organization', others: 0 },
        ids: [
          { id: '8', rows: 2 },
          { id: '7', rows: 1 },
        ],
      },
      { column: 'Product ID', entity: 'product', ids: [{ id: 'p1', rows: 1 }], others: 0 },
    ]);
  });

  test('counts with rows that are corrected, for as long as they are', async () => {
    const { setup, checked } = await customers('a@x.example,7,', 'c at x.example,9,');
    const corrections = [{ row: 3, column: 0, text: 'c@x.example' }];
    const corrected = await checked.again({ ...setup, corrections }, pass);
    expect(corrected.summary.ids?.[0]?.ids.map(({ id }) => id)).toEqual(['7', '9']);
    expect((await corrected.again(setup, pass)).summary.ids).toEqual(checked.summary.ids);
  });

  test('is listed up to 500, and counted up to 2,000', async () => {
    const few = await customers(...Array.from({ length: 510 }, (_, at) => `c${at}@x.example,${at + 1},`));
    expect(few.checked.summary.ids?.[0]).toMatchObject({ ids: { length: 500 }, others: 10 });
    const many = await customers(...Array.from({ length: 2_100 }, (_, at) => `c${at}@x.example,${at + 1},`));
    expect(many.checked.summary.ids?.[0]).toMatchObject({ others: 1_500, hasMore: true });
  });

  test('is not what a cell holds that is left out', async () => {
    const lines = ['a@x.example,x12', 'b@x.example,7'];
    const skips = { 'Org IDs': { skipsInvalid: true } } as const;
    const { checked } = await check('customer-profiles', 'UPSERT', ['Email', 'Org IDs'], lines, skips);
    expect(checked.summary.ready).toBe(2);
    expect(checked.summary.ids?.[0]?.ids.map(({ id }) => id)).toEqual(['7']);
  });

  test('is nothing where columns name by name', async () => {
    const { checked } = await check('customer-profiles', 'UPSERT', ['Email'], ['a@x.example']);
    expect(checked.summary).not.toHaveProperty('ids');
  });
});

describe('an ID and a name for one thing', () => {
  test('go in where both mean the same, or only one is given', async () => {
    const { checked } = await removals('7,ACME', '8,', ',Other', '9,Twin');
    expect(checked.summary).toMatchObject({ ready: 4, leftOut: 0 });
    expect(calls).toEqual([['ACME', 'Twin']]);
  });

  test('leave their row out where they mean two, with both named', async () => {
    const { checked } = await removals('7,Beta', '8,Beta');
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(checked.summary.problems.map(({ row }) => row)).toEqual([2]);
    expect(checked.summary.problems[0]?.message).toContain(
      'The ID 7 and the name “Beta” don’t mean the same organization: “Beta” has the ID 8.',
    );
  });

  test('leave it out where the site has nothing of that name', async () => {
    const { checked } = await removals('7,Gamma');
    expect(checked.summary.problems[0]?.message).toContain(
      'the ID 7, but your site has no organization with the name “Gamma”',
    );
  });

  test('are compared with what is imported for the ID', async () => {
    const headers = ['Email', 'Org ID', 'Org name'];
    const ofMember = (more: More) =>
      check('membership-removals', 'REMOVE', headers, ['a@x.example,x7,Acme', 'b@x.example,x7,Beta'], more);
    const mapped = await ofMember({ 'Org ID': { values: [['x7', '07']] } });
    expect(mapped.checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(mapped.checked.summary.problems[0]).toMatchObject({ row: 3 });
    const skipped = await ofMember({ 'Org ID': { skipsInvalid: true } });
    expect(skipped.checked.summary).toMatchObject({ ready: 2, leftOut: 0 });
  });

  test('can be corrected in either cell, without asking again for names that are known', async () => {
    const { setup, checked } = await removals('7,Beta', '8,Beta');
    const [group] = checked.summary.groups;
    const [row] = await cellsToCorrect(checked, { column: null, message: group?.message ?? '' });
    expect(row?.cells.map(({ text }) => text).sort()).toEqual(['7', 'Beta']);
    const corrected = await checked.again({ ...setup, corrections: [{ row: 2, column: 1, text: 'Acme' }] }, pass);
    expect(corrected.summary).toMatchObject({ ready: 2, leftOut: 0 });
    expect(calls).toEqual([['Beta'], ['Acme']]);
  });

  test('are asked for 50 names a call, each once', async () => {
    await removals(...Array.from({ length: 120 }, (_, at) => `${at + 1},Org ${at % 60}`));
    expect(calls.map(({ length }) => length)).toEqual([50, 10]);
  });

  test('are asked for up to a bound on the back end, beyond which the ID decides', async () => {
    const lines = ['7,Beta', ...Array.from({ length: 70 }, (_, at) => `${at + 20},Org ${at}`)];
    const { checked } = await check('organization-removals', 'DELETE', ['Org ID', 'Org name'], lines, {}, 60);
    expect(calls.map(({ length }) => length)).toEqual([50, 10]);
    expect(checked.summary).toMatchObject({ ready: 11, leftOut: 60 });
  });

  test('have to agree for products too', async () => {
    const { checked } = await check('products', 'DELETE', ['Product', 'Product ID'], ['Acme,7', 'Beta,7']);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(checked.summary.problems[0]?.message).toContain('don’t mean the same product');
  });

  test('are compared with what is imported for a name that several products have', async () => {
    const headers = ['Product ID', 'Product'];
    const mapped = { Product: { values: [['Twin', 'Beta'] as [string, string]] } };
    const { checked } = await check('products', 'DELETE', headers, ['9,Twin', '8,Twin'], mapped);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(checked.summary.problems[0]).toMatchObject({ row: 2 });
  });

  test('are not compared where the name is the new one', async () => {
    const { checked } = await check('organization-profiles', 'UPSERT', ['Org ID', 'Org name'], ['7,Renamed']);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 0 });
    expect(calls).toEqual([]);
  });
});
