import type { Correction, ImportSetup } from '../../../../src/contract/file-frame';
import { cellsToCorrect } from '../../../../src/domain/file/check/cells-to-correct';
import { acceptedRows } from '../../../../src/domain/file/check/accepted-rows';
import { type CheckedFile, checkFile } from '../../../../src/domain/file/check/check-file';
import { listProblems } from '../../../../src/domain/file/check/list-problems';
import { openFile } from '../../../../src/domain/file/read/open-file';

const pass = { signal: new AbortController().signal, progress: () => undefined };
const names: Readonly<Record<string, string>> = { Acme: '7' };
const asked: string[] = [];
const lookup = (_: string, wanted: string[]) => {
  asked.push(...wanted);
  return Promise.resolve(wanted.map((name) => ({ name, ids: names[name] === undefined ? [] : [names[name]] })));
};
beforeEach(() => asked.splice(0));

const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Organization', target: { to: 'organization', by: 'name' } },
    { header: 'First', target: { to: 'displayName', join: { at: 1, separator: ' ' } } },
    { header: 'Last', target: { to: 'displayName', join: { at: 2, separator: ' ' } } },
    { header: 'Region', target: { to: 'detail', field: 'Region' } },
    { header: 'Note', target: { to: 'nothing' } },
  ],
  fields: [{ name: 'Region', type: 'SELECT', options: ['EU', 'US'] }],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};

const headers = setup.columns.map(({ header }) => header).join(',');
const open = (...lines: string[]) => openFile(new Blob([[headers, ...lines].join('\n')]), 'customers.csv');
const check = async (lines: readonly string[], corrections: Correction[] = []) =>
  checkFile(await open(...lines), { ...setup, corrections }, lookup, pass);

async function rowsOf(checked: CheckedFile): Promise<string[]> {
  const rows: string[] = [];
  for await (const [row, cells] of acceptedRows(checked)) rows.push(`${row} ${cells.join(',')}`);
  return rows;
}

const LINES = [
  'ada@acme.example,Acme,Ada,Byron,EU,x',
  'bo at acme.example,Acme,Bo,Ek,EU,x',
  'cy@acme.example,Acme,Cy,Young,Mars,x',
  'dee@acme.example,Acmee,Dee,Ott,US,x',
];
const email: Correction = { row: 3, column: 0, text: 'bo@acme.example' };
const region: Correction = { row: 4, column: 4, text: 'US' };

describe('a corrected cell', () => {
  test('is cleaned as a cell of the file is, of what is not switched off', async () => {
    const first = await check(LINES);
    const corrections = [
      { row: 3, column: 0, text: '\u200bbo@acme.example\u00a0' },
      { row: 4, column: 4, text: '"US"' },
    ];
    const corrected = await first.again({ ...setup, corrections }, pass);
    expect((await rowsOf(corrected)).slice(1)).toEqual([
      '3 bo@acme.example,Acme,Bo,Ek,EU,x',
      '4 cy@acme.example,Acme,Cy,Young,US,x',
    ]);
    const cleaning = [{ family: 'quotes' as const, isOn: false }];
    const withQuotes = await checkFile(await open(...LINES), { ...setup, cleaning, corrections }, lookup, pass);
    expect(withQuotes.summary).toMatchObject({ ready: 2, leftOut: 2 });
  });

  test('lets its row go in with what was typed, and the row goes out again once it is undone', async () => {
    const first = await check(LINES);
    expect(first.summary).toMatchObject({ rows: 4, ready: 1, leftOut: 3 });
    const corrected = await first.again({ ...setup, corrections: [email, region] }, pass);
    expect(corrected.summary).toMatchObject({ rows: 4, ready: 3, leftOut: 1 });
    expect(await rowsOf(corrected)).toEqual([
      '2 ada@acme.example,Acme,Ada,Byron,EU,x',
      '3 bo@acme.example,Acme,Bo,Ek,EU,x',
      '4 cy@acme.example,Acme,Cy,Young,US,x',
    ]);
    const undone = await corrected.again({ ...setup, corrections: [region] }, pass);
    expect(await rowsOf(undone)).toEqual([
      '2 ada@acme.example,Acme,Ada,Byron,EU,x',
      '4 cy@acme.example,Acme,Cy,Young,US,x',
    ]);
  });

  test('is part of what is imported and not of the plan', async () => {
    const { plan } = await check(LINES, [email]);
    expect(plan).not.toHaveProperty('corrections');
    expect(JSON.stringify(plan)).not.toContain('bo@');
  });

  test('holds when the file is read anew, and can be undone without reading it again', async () => {
    const whole = await check(LINES, [email, region]);
    expect(whole.summary).toMatchObject({ rows: 4, ready: 3, leftOut: 1 });
    const undone = await whole.again(setup, pass);
    expect(undone.summary).toEqual((await check(LINES)).summary);
  });

  test('holds for a row that is in order under another mapping', async () => {
    const columns = setup.columns.map((column) =>
      column.header === 'Region' ? { ...column, target: { to: 'nothing' } } : column,
    );
    const whole = await check(LINES, [region]);
    const other = await whole.again({ ...setup, columns, corrections: [region] }, pass);
    expect(await rowsOf(other)).toContain('4 cy@acme.example,Acme,Cy,Young,US,x');
  });

  test('of a row that was in order has the file read anew', async () => {
    const first = await check(LINES);
    const renamed = await first.again({ ...setup, corrections: [{ row: 2, column: 3, text: 'King' }] }, pass);
    expect(await rowsOf(renamed)).toEqual(['2 ada@acme.example,Acme,Ada,King,EU,x']);
  });

  test('that breaks a rule again leaves its row out, with what was typed', async () => {
    const first = await check(LINES);
    const wrong = await first.again({ ...setup, corrections: [{ ...email, text: 'bo@' }] }, pass);
    expect(wrong.summary).toMatchObject({ ready: 1, leftOut: 3 });
    const list = await (await listProblems(wrong, pass.signal)).list.text();
    expect(list).toContain('bo@,Acme');
    expect(list).not.toContain('bo at acme.example');
  });

  test('that names something has it looked up', async () => {
    const first = await check(LINES);
    asked.splice(0);
    const named = await first.again({ ...setup, corrections: [{ row: 5, column: 1, text: 'Acme' }] }, pass);
    expect(named.summary).toMatchObject({ ready: 2, leftOut: 2 });
    expect(asked).toEqual([]);
    await named.again({ ...setup, corrections: [{ row: 5, column: 1, text: 'Beta' }] }, pass);
    expect(asked).toEqual(['Beta']);
  });

  test('cannot name somebody who is in another row already', async () => {
    const first = await check(LINES);
    const twice = await first.again({ ...setup, corrections: [{ ...email, text: 'ada@acme.example' }] }, pass);
    expect(twice.summary).toMatchObject({ ready: 1, leftOut: 3 });
    expect(twice.summary.problems[0]?.message).toContain('already in row 2');
  });

  test('holds beside other remedies, whichever is undone first', async () => {
    const first = await check(LINES);
    const columns = setup.columns.map((column) =>
      column.header === 'Organization'
        ? { ...column, target: { ...column.target, skipsInvalid: true as const } }
        : column,
    );
    const both = await first.again({ ...setup, columns, corrections: [email] }, pass);
    expect(both.summary.ready).toBe(3);
    expect((await both.again({ ...setup, corrections: [email] }, pass)).summary.ready).toBe(2);
    expect((await both.again({ ...setup, columns }, pass)).summary.ready).toBe(2);
  });
});

describe('the cells of a group of problems', () => {
  const groupOf = ({ summary }: CheckedFile, column: string | null) =>
    summary.groups.find((group) => group.column === column) ?? { column, message: 'none' };

  test('are those of its column, with what names the row and what is wrong with it', async () => {
    const checked = await check(LINES);
    const [row, ...others] = await cellsToCorrect(checked, groupOf(checked, 'Region'));
    expect(row).toMatchObject({ row: 4, label: 'cy@acme.example', cells: [{ column: 4, text: 'Mars' }] });
    expect(row?.message).not.toBe('');
    expect(others).toEqual([]);
  });

  test('tell what the file has where they are corrected already', async () => {
    const checked = await check(LINES, [{ ...region, text: 'Moon' }]);
    const [row] = await cellsToCorrect(checked, groupOf(checked, 'Region'));
    expect(row?.cells).toEqual([{ column: 4, text: 'Moon', was: 'Mars' }]);
  });

  test('are all that make a value together', async () => {
    const long = 'x'.repeat(200);
    const checked = await check([`eve@acme.example,Acme,${long},${long},EU,x`]);
    const [row] = await cellsToCorrect(checked, groupOf(checked, 'First'));
    expect(row?.cells.map(({ column }) => column)).toEqual([2, 3]);
  });

  test('are those that identify the row first, where it is wrong as a whole', async () => {
    const checked = await check([',Acme,Ada,Byron,EU,x']);
    const [row] = await cellsToCorrect(checked, groupOf(checked, null));
    expect(row?.cells.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4]);
    expect(row?.label).toBe('Acme');
  });

  test('are that which names the same as an earlier row', async () => {
    const checked = await check(['ada@acme.example,Acme,Ada,Byron,EU,x', 'ADA@acme.example,Acme,Ada,King,EU,x']);
    const group = groupOf(checked, 'Email');
    const [row] = await cellsToCorrect(checked, group);
    expect(row).toMatchObject({ row: 3, message: expect.stringContaining('row 2') as string });
    const corrected = await checked.again(
      { ...setup, corrections: [{ row: 3, column: 0, text: 'ada.king@acme.example' }] },
      pass,
    );
    expect(corrected.summary).toMatchObject({ ready: 2, leftOut: 0 });
  });

  test('end with the three hundredth row', async () => {
    const checked = await check(Array.from({ length: 310 }, (_, at) => `c${at} at acme.example,,,,,`));
    expect(await cellsToCorrect(checked, groupOf(checked, 'Email'))).toHaveLength(300);
  });

  test('cannot be told where a row has others than the header, which its group says', async () => {
    const checked = await check(['ada@acme.example,Acme,Ada,Byron,EU,x,y,z']);
    expect(checked.summary.groups[0]).toMatchObject({ column: null, isOfShape: true });
  });
});
