import type { ImportSetup } from '../../../../src/contract/file-frame';
import type { ImportField, Target } from '../../../../src/contract/imports';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { listProblems } from '../../../../src/domain/file/check/list-problems';
import { relatedRows } from '../../../../src/domain/file/check/related-parts';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkSetup } from '../../../../src/domain/import/check-setup';
import { duplicateIn } from '../../../../src/domain/import/duplicates';
import { matchColumns } from '../../../../src/domain/import/match-columns';
import { planOfJob } from '../../../../src/domain/import/related-plans';
import { templateOf } from '../../../../src/domain/import/template';
import { customerProfiles } from '../../../../src/domain/kinds/customer-profiles';
import { entitlements } from '../../../../src/domain/kinds/entitlements';
import { packedStore } from '../../../../src/platform/packed-file';

const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
const fields: ImportField[] = [
  { name: 'Phone', type: 'TEXT', options: [] },
  { of: 'organization', name: 'Industry', type: 'SELECT', options: ['Retail', 'Banking'] },
  { of: 'organization', name: 'Employees', type: 'NUMBER', options: [] },
  { of: 'organization', name: 'Phone', type: 'TEXT', options: [] },
  { of: 'entitlement', name: 'Ends', type: 'DATE', options: [] },
];
const targets: Record<string, Target> = {
  Email: { to: 'email' },
  Company: { to: 'organization', by: 'id' },
  Industry: { to: 'organization-detail', field: 'Industry' },
  Staff: { to: 'organization-detail', field: 'Employees', decimal: ',' },
  Product: { to: 'product', by: 'id' },
  Ends: { to: 'entitlement-detail', field: 'Ends', dateOrder: 'mdy' },
};
const setup: ImportSetup = {
  ...{ kind: 'customer-profiles', operation: 'UPSERT', fields, options },
  columns: Object.entries(targets).map(([header, target]) => ({ header, target })),
};
const pass = { signal: new AbortController().signal, progress: () => undefined };

async function check(lines: readonly string[], given: ImportSetup = setup) {
  const content = [given.columns.map(({ header }) => header).join('|'), ...lines].join('\n');
  const file = await openFile(new Blob([content]), 'rows.csv', { delimiter: '|' });
  return checkFile(file, given, () => Promise.resolve([]), pass, { store: packedStore });
}

const skipping = (header: string): ImportSetup => ({
  ...setup,
  columns: setup.columns.map((one) =>
    one.header === header ? { header, target: { ...one.target, skipsInvalid: true } } : one,
  ),
});

async function rowsOf(job: 'organizations' | 'entitlements', checked: Awaited<ReturnType<typeof check>>) {
  const { kept } = await relatedRows(job, checked, packedStore, pass);
  const all = [];
  for await (const rows of kept.acceptedRows()) all.push(...rows);
  return all;
}

describe('what rows say of one organization', () => {
  const lines = [
    'a@x.example|7|retail|||',
    'b@x.example|7||1.000||',
    'c@x.example|007|Banking|1000||',
    'd@x.example|8|Banking|||',
  ];

  it('is a problem of the later row that says otherwise, which names both rows and both values', async () => {
    const { summary } = await check(lines);
    expect(summary).toMatchObject({ ready: 3, leftOut: 1, related: { organizations: 2, entitlements: 0 } });
    expect(summary.problems).toEqual([
      {
        ...{ row: 4, column: 'Industry', value: 'Banking' },
        message: 'Row 2 says “Retail” of the same organization. Correct one of the two, or leave one empty.',
      },
    ]);
    expect(summary.groups).toMatchObject([{ rows: 1, canLeaveCell: true }]);
  });

  it('is listed with the problem once more, however often that is asked for', async () => {
    const checked = await check(lines);
    for (let time = 0; time < 2; time += 1)
      expect(await (await listProblems(checked, pass.signal)).list.text()).toContain('Row 2 says “Retail”');
  });

  it('does not name the customer of a row that contradicts: a later row of the same customer is in order', async () => {
    const { summary } = await check([...lines, 'c@x.example|7|Retail|||']);
    expect(summary).toMatchObject({ ready: 4, leftOut: 1 });
  });

  it('counts as the first row has it where the cells of the others are left out', async () => {
    const first = await check(lines);
    const checked = await first.again(skipping('Industry'), pass);
    expect(checked.summary).toMatchObject({ ready: 4, leftOut: 0 });
    expect(await rowsOf('organizations', checked)).toEqual([
      [3, ['7', 'retail', '1.000']],
      [5, ['8', 'Banking', '']],
    ]);
  });

  it('counts of rows that are put right as of the others, as long as they are', async () => {
    const first = await check(['a@x.example|7|Shops|||', 'b@x.example|7|Retail|||', 'c@x.example|9|Shops|||']);
    expect(first.summary.related).toEqual({ organizations: 1, entitlements: 0 });
    const shops = (imported: string): ImportSetup => ({
      ...setup,
      columns: setup.columns.map((one) =>
        one.header === 'Industry' ? { ...one, target: { ...one.target, values: [['Shops', imported]] } } : one,
      ),
    });
    const right = await first.again(shops('Retail'), pass);
    expect(right.summary).toMatchObject({ ready: 3, related: { organizations: 2 } });
    expect(await rowsOf('organizations', right)).toEqual([
      [3, ['7', 'Retail', '']],
      [4, ['9', 'Shops', '']],
    ]);
    const wrong = await first.again(shops('Banking'), pass);
    expect(wrong.summary.problems).toMatchObject([{ row: 2, value: 'Banking' }]);
    expect(wrong.summary.problems[0]?.message).toContain('Row 3 says “Retail”');
  });
});

describe('the cells of values of organizations and entitlements', () => {
  it.each([
    ['a@x.example|7|Farming|||', 'Industry'],
    ['a@x.example|7||many||', 'Staff'],
    ['a@x.example|7|||p1|31/12/2027', 'Ends'],
    ['a@x.example||Retail|||', null],
    ['a@x.example|7;8|Retail|||', null],
    ['a@x.example||||| 12/31/2027', null],
    ['a@x.example||||p1;p2|12/31/2027', null],
  ])('follow the rules of their fields, and name whose they are: %s', async (line, column) => {
    const { summary } = await check([line]);
    expect(summary.problems).toMatchObject([{ row: 2, column }]);
  });

  it('leave a product to the import of entitlements only where it has values', async () => {
    const checked = await check(['a@x.example||||p1|12/31/2027', 'b@x.example||||p1;p2|']);
    const encode = customerProfiles.encoder(checked.plan);
    const productsOf = (cells: string[]) => encode(cells).operation?.payload.associateProducts?.productIds;
    expect(productsOf(['a@x.example', '', '', '', 'p1', '12/31/2027'])).toBeUndefined();
    expect(productsOf(['b@x.example', '', '', '', 'p1;p2', ''])).toEqual(['p1', 'p2']);
    expect(await rowsOf('entitlements', checked)).toEqual([[2, ['a@x.example', 'p1', '12/31/2027']]]);
  });

  it('never are a formula that failed, whatever empty cells of customers do', async () => {
    const clears: ImportSetup = { ...setup, options: { ...options, emptyCells: 'clear' } };
    const columns = [
      ...setup.columns,
      { header: 'Their phone', target: { to: 'organization-detail', field: 'Phone' } },
    ];
    const lines = ['a@x.example|7|||p1||#N/A', 'b@x.example|8|Retail||p1||'];
    const { summary } = await check(lines, { ...clears, columns });
    expect(summary.problems).toMatchObject([{ row: 2, column: 'Their phone', value: '#N/A' }]);
    const note: ImportField = { of: 'entitlement', name: 'Note', type: 'TEXT', options: [] };
    const noting: ImportSetup = {
      ...{ ...clears, fields: [...fields, note] },
      columns: [
        ...setup.columns,
        { header: 'Note', target: { to: 'entitlement-detail', field: 'Note', skipsInvalid: true } },
      ],
    };
    const left = await check(['a@x.example||||p1|12/31/2027|#N/A', 'b@x.example||||p1||#N/A'], noting);
    expect(left.summary).toMatchObject({ ready: 2, related: { entitlements: 1 } });
    expect(await rowsOf('entitlements', left)).toEqual([[2, ['a@x.example', 'p1', '12/31/2027', '']]]);
  });

  it('are not made of a formula that failed and other columns', async () => {
    const joined: ImportSetup = {
      ...{ ...setup, options: { ...options, emptyCells: 'clear' } },
      columns: [
        ...setup.columns,
        ...['Code', 'Number'].map((header) => ({ header, target: { to: 'organization-detail', field: 'Phone' } })),
      ],
    };
    const { summary } = await check(['a@x.example|7|||||0|#REF!', 'b@x.example|7|||||0|12'], joined);
    expect(summary.problems).toMatchObject([{ row: 2, column: 'Number', value: '#REF!' }]);
    expect(summary.ready).toBe(1);
  });

  it('are no value of new customers where a formula failed', async () => {
    const created: ImportSetup = {
      ...{ ...setup, operation: 'CREATE', options: { ...options, emptyCells: 'clear' } },
      columns: [...setup.columns, { header: 'Phone', target: { to: 'detail', field: 'Phone' } }],
    };
    const checked = await check(['a@x.example||||||#N/A'], created);
    const sent = [];
    for await (const rows of checked.kept.acceptedRows()) sent.push(...rows);
    expect(sent).toEqual([[2, ['a@x.example', '', '', '', '', '', '']]]);
  });

  it('are of two customers where External IDs differ in letter case alone', async () => {
    const byExternalId: ImportSetup = {
      ...setup,
      columns: [{ header: 'Id', target: { to: 'externalId' } }, ...setup.columns],
    };
    const checked = await check(['0Ab|a@x.example||||p1|12/31/2027', '0aB|b@x.example||||p1|12/31/2027'], byExternalId);
    expect(checked.summary).toMatchObject({ ready: 2, related: { entitlements: 2 } });
    const encode = entitlements.encoder(planOfJob('entitlements', checked.plan, 2));
    const rows = (await rowsOf('entitlements', checked)).map(([, cells]) => encode(cells));
    expect(duplicateIn(rows, entitlements)).toBeNull();
  });

  it('need a column that says whose they are', () => {
    const without = (...headers: string[]) =>
      checkSetup({ ...setup, columns: setup.columns.filter(({ header }) => !headers.includes(header)) });
    expect(without()).toEqual([]);
    expect(without('Company').map(({ column }) => column)).toEqual(['Industry', 'Staff']);
    expect(without('Product').map(({ column }) => column)).toEqual(['Ends']);
  });
});

describe('columns of a file', () => {
  const match = (headers: readonly string[], values: readonly string[][] = []) =>
    matchColumns(headers, values, customerProfiles.places(fields)).map(({ target, doubt }) => [
      target.field ?? target.to,
      target.to.endsWith('-detail') ? target.to : '',
      doubt,
    ]);

  it('go to a field of the organization by its name, asked about where nothing else tells', () => {
    expect(match(['Email', 'Company', 'Employees', 'Company phone', 'Phone'])).toEqual([
      ['email', '', undefined],
      ['organization', '', undefined],
      ['Employees', 'organization-detail', 'Is this “Employees” of their organization?'],
      ['Phone', 'organization-detail', undefined],
      ['Phone', '', undefined],
    ]);
    expect(match(['Company', 'Industry'], [['Acme'], ['Retail', 'Banking']])[1]).toEqual([
      'Industry',
      'organization-detail',
      undefined,
    ]);
  });

  it('go to none where the file names no organization and no product', () => {
    expect(match(['Email', 'Employees', 'Ends'])).toEqual([
      ['email', '', undefined],
      ['nothing', '', undefined],
      ['nothing', '', undefined],
    ]);
  });

  it('of the template are matched without a doubt, those of others among them', () => {
    const { headers, example } = templateOf(customerProfiles, 'UPSERT', fields);
    const columns = matchColumns(headers, [], customerProfiles.places(fields));
    expect(columns.every(({ doubt, target }) => doubt === undefined && target.to !== 'nothing')).toBe(true);
    expect(columns.filter(({ target }) => target.to.endsWith('-detail'))).toHaveLength(4);
    const plan = { ...setup, columns, lookups: { organizations: [], products: [] } };
    expect(customerProfiles.encoder(plan)(example).problems).toEqual([]);
  });
});
