import * as fc from 'fast-check';
import type { Correction, ImportSetup } from '../../../../src/contract/file-frame';
import { acceptedRows, rowsLeftOut } from '../../../../src/domain/file/check/accepted-rows';
import { type CheckedFile, checkFile } from '../../../../src/domain/file/check/check-file';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { csvLine } from '../../../../src/domain/csv/write';

const pass = { signal: new AbortController().signal, progress: () => undefined };
/** Organizations of the site are those that have a number for a name, and one that has the separator in it. */
const lookup = (_: string, names: string[]) =>
  Promise.resolve(names.map((name) => ({ name, ids: name === '4; 5' ? ['9'] : /^\d$/.test(name) ? [name] : [] })));

const plain: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Name', target: { to: 'displayName' } },
    { header: 'Organizations', target: { to: 'organization', by: 'name' } },
    { header: 'Region', target: { to: 'detail', field: 'Region' } },
    { header: 'Tags', target: { to: 'detail', field: 'Tags' } },
    { header: 'Note', target: { to: 'nothing' } },
  ],
  fields: [
    { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
    { name: 'Tags', type: 'MULTISELECT', options: ['vip', 'beta'] },
  ],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
const joining: ImportSetup = { ...plain, joinsRows: 'agreeing' };
const laterWins: ImportSetup = { ...plain, joinsRows: 'later-wins' };

const open = (lines: readonly string[][]) => {
  const all = [plain.columns.map(({ header }) => header), ...lines];
  return openFile(new Blob([all.map((cells) => csvLine(cells, ',')).join('')]), 'customers.csv');
};

const check = async (lines: readonly string[][], setup = joining): Promise<CheckedFile> =>
  checkFile(await open(lines), setup, lookup, pass);

async function importedOf(checked: CheckedFile): Promise<string[]> {
  const rows: string[] = [];
  for await (const [row, cells] of acceptedRows(checked)) rows.push(`${row} ${cells.slice(0, 5).join(',')}`);
  return rows;
}

async function leftOutOf(checked: CheckedFile): Promise<string[]> {
  const rows: string[] = [];
  for await (const row of rowsLeftOut(checked))
    rows.push(
      `${row.number} ${checked.problemsOf(row).map(({ column, message }) => `${column ?? ''}: ${message}`)[0] ?? ''}`,
    );
  return rows;
}

const ada = ['ada@acme.example', 'Ada', '1', 'EU', 'vip', 'x'];
const SAME = 'Make both say the same, or keep only one of the rows.';

const TOGETHER =
  'Row 2 is about the same customer, and as one row the two would say something else than each does. Keep only one of the rows.';

describe('rows about the same customer', () => {
  it('are one row with the organizations and values of all of them, where they agree', async () => {
    const lines = [
      ada,
      ['ADA@acme.example', '', '2; 1', '', 'VIP', 'y'],
      ['bo@acme.example', 'Bo', '', '', '', ''],
      ada,
    ];
    const checked = await check(lines);
    expect(checked.summary).toMatchObject({ rows: 4, ready: 2, leftOut: 0, joined: 2, problems: [] });
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Ada,1; 2,EU,vip', '4 bo@acme.example,Bo,,,']);
    expect(await leftOutOf(checked)).toEqual([]);
  });

  it('are left out with what both say, where they contradict each other', async () => {
    const checked = await check([
      ada,
      ['ada@acme.example', 'Ada', '2', 'US', '', ''],
      ['ada@acme.example', '', '3', '', '', ''],
    ]);
    expect(checked.summary).toMatchObject({ rows: 3, ready: 1, leftOut: 1, joined: 1 });
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Ada,1; 3,EU,vip']);
    expect(await leftOutOf(checked)).toEqual([
      `3 Region: Row 2 is about the same customer and says “EU” here. ${SAME}`,
    ]);
  });

  it('contradict each other where their External IDs differ in the case of a letter alone', async () => {
    const columns = plain.columns.map((column) =>
      column.header === 'Note' ? { ...column, target: { to: 'externalId' } } : column,
    );
    const fields = [...plain.fields, { name: 'External ID', type: 'TEXT' as const, options: [] }];
    const setup: ImportSetup = { ...joining, columns, fields };
    const checked = await check(
      [
        [...ada.slice(0, 5), '0Ab'],
        [...ada.slice(0, 5), '0aB'],
      ],
      setup,
    );
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
  });

  it('are left out where together they break a rule', async () => {
    const more = ['2', '3', '4', '5', '6'].map((id) => ['ada@acme.example', '', id, '', '', '']);
    const checked = await check([ada, ...more]);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1, joined: 4 });
    expect((await leftOutOf(checked))[0]).toContain('Joined with row 2, which is about the same customer:');
  });

  it('contradict each other where an empty cell clears a field, and the other row fills it', async () => {
    const clearing: ImportSetup = { ...joining, options: { ...joining.options, emptyCells: 'clear' } };
    const checked = await check([ada, ['ada@acme.example', 'Ada', '2', '', 'vip', '']], clearing);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(await leftOutOf(checked)).toEqual([
      `3 Region: Row 2 is about the same customer and says “EU” here. ${SAME}`,
    ]);
  });

  it('are left out where what one of them names would not be read any more', async () => {
    const whole = await check([['ada@acme.example', '', '4; 5', '', '', ''], ada]);
    expect(whole.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(await leftOutOf(whole)).toEqual([`3 : ${TOGETHER}`]);
    const columns = plain.columns.map((column) =>
      column.header === 'Organizations'
        ? { ...column, target: { ...column.target, skipsInvalid: true as const } }
        : column,
    );
    const skipping = await check([ada, ['ada@acme.example', '', 'Nowhere', '', '', '']], { ...joining, columns });
    expect(await importedOf(skipping)).toEqual(['2 ada@acme.example,Ada,1,EU,vip']);
    expect(await leftOutOf(skipping)).toEqual([`3 : ${TOGETHER}`]);
  });

  it('are left out where a value would be made of the parts of two of them', async () => {
    const columns = plain.columns.map((column) =>
      column.header === 'Name' || column.header === 'Note'
        ? { ...column, target: { to: 'displayName', join: { at: column.header === 'Name' ? 1 : 2, separator: ' ' } } }
        : column,
    );
    const lines = [
      ['ada@acme.example', 'Ada', '1', '', '', ''],
      ['ada@acme.example', '', '2', '', '', 'Byron'],
      ['ada@acme.example', '', '3', '', '', ''],
    ];
    const checked = await check(lines, { ...joining, columns });
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Ada,1; 3,,']);
    expect(await leftOutOf(checked)).toEqual([`3 : ${TOGETHER}`]);
  });

  it('say the same in a field of several values, in whatever order and with whatever sign between them', async () => {
    const checked = await check([
      ['ada@acme.example', '', '', '', 'vip, beta', ''],
      ['ada@acme.example', '', '', '', 'beta;vip', ''],
    ]);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 0, joined: 1 });
  });

  it('leave in the plan how they were joined, for a sync that reads the next file', async () => {
    const { plan } = await check([ada, ada]);
    expect(plan.joinsRows).toBe('agreeing');
    expect((await check([ada, ada], plain)).plan.joinsRows).toBeUndefined();
  });

  it('are left out as before until a person joins them, and again once that is undone', async () => {
    const before = await check([ada, ada], plain);
    expect(before.summary).toMatchObject({ ready: 1, leftOut: 1, groups: [{ rows: 1, isOfSame: true }] });
    const joined = await before.again(joining, pass);
    expect(joined.summary).toMatchObject({ ready: 1, leftOut: 0, joined: 1 });
    expect((await joined.again(plain, pass)).summary).toEqual(before.summary);
  });

  it('are joined to a row that is in order since one of its cells was corrected', async () => {
    const corrections: Correction[] = [{ row: 2, column: 3, text: 'EU' }];
    const lines = [
      ['ada@acme.example', 'Ada', '1', 'Mars', '', ''],
      ['ada@acme.example', '', '2', 'Venus', '', ''],
    ];
    const both = [...corrections, { row: 3, column: 3, text: '' }];
    const checked = await check(lines, { ...joining, corrections: both });
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Ada,1; 2,EU,']);
  });

  it('are imported with what the later one says, where a person wants that', async () => {
    const lines = [
      ada,
      ['ada@acme.example', 'Augusta', '2', '', 'beta', ''],
      ['ada@acme.example', '', '', 'US', '', ''],
    ];
    const agreeing = await check(lines);
    expect(agreeing.summary).toMatchObject({
      leftOut: 2,
      groups: [{ isContradiction: true }, { isContradiction: true }],
    });
    const checked = await agreeing.again(laterWins, pass);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 0, joined: 2 });
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Augusta,1; 2,US,beta']);
  });

  it('are cleared by the later one where an empty cell clears a field', async () => {
    const clearing: ImportSetup = { ...laterWins, options: { ...plain.options, emptyCells: 'clear' } };
    const checked = await check([ada, ['ada@acme.example', 'Ada', '', '', 'vip', '']], clearing);
    expect(await importedOf(checked)).toEqual(['2 ada@acme.example,Ada,1,,vip']);
  });

  it('contradict each other in what names the customer, whichever comes later', async () => {
    const columns = plain.columns.map((column) =>
      column.header === 'Note' ? { ...column, target: { to: 'customerId' } } : column,
    );
    const lines = ['qm:1', 'qm:2'].map((id) => [...ada.slice(0, 5), id]);
    const checked = await check(lines, { ...laterWins, operation: 'UPDATE', columns });
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect(checked.summary.groups[0]).not.toHaveProperty('isContradiction');
  });

  it('are left out where the later one would take a part of a value alone', async () => {
    const columns = plain.columns.map((column) =>
      column.header === 'Name' || column.header === 'Note'
        ? { ...column, target: { to: 'displayName', join: { at: column.header === 'Name' ? 1 : 2, separator: ' ' } } }
        : column,
    );
    const lines = [
      ['ada@acme.example', 'Ada', '', '', '', 'Byron'],
      ['ada@acme.example', 'Augusta', '', '', '', ''],
    ];
    expect(await leftOutOf(await check(lines, { ...laterWins, columns }))).toEqual([`3 : ${TOGETHER}`]);
  });

  it('say the same, however they are cut into rows', async () => {
    const cell = (...texts: string[]) => fc.constantFrom(...texts);
    const line = fc.tuple(
      cell('a', 'b', 'c'),
      cell('', 'Ada', 'Bo'),
      cell('', '1', '2', '1; 3'),
      cell('', 'EU', 'US'),
      cell('', 'vip', 'beta'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (drawn) => {
        const lines = drawn.map(([who, ...rest]) => [`${who}@acme.example`, ...rest, 'note']);
        const checked = await check(lines);
        const { rows, ready, leftOut, joined = 0 } = checked.summary;
        expect(ready + leftOut + joined).toBe(rows);
        expect(await importedOf(checked)).toEqual(byHand(lines, false));
        expect(await importedOf(await checked.again(laterWins, pass))).toEqual(byHand(lines, true));
      }),
    );
  });
});

/**
 * The rows that are imported, made one after the other: a row joins the one before it unless one of its cells says otherwise,
 * or the later one counts.
 */
function byHand(lines: readonly string[][], laterCounts: boolean): string[] {
  const whole = new Map<string, { row: number; cells: string[] }>();
  for (const [index, [email = '', ...rest]] of lines.entries()) {
    const known = whole.get(email);
    const cells = rest.slice(0, 4);
    if (known === undefined) {
      whole.set(email, { row: index + 2, cells });
      continue;
    }
    const isOneValue = (at: number) => at !== 1;
    const contradicts = cells.some(
      (text, at) => isOneValue(at) && text !== '' && known.cells[at] !== '' && text !== known.cells[at],
    );
    if (contradicts && !laterCounts) continue;
    known.cells = known.cells.map((text, at) => {
      const added = cells[at] ?? '';
      if (isOneValue(at)) return text === '' || (laterCounts && added !== '') ? added : text;
      if (text === '' || added === '' || text === added) return text === '' ? added : text;
      return [...new Set([...text.split('; '), ...added.split('; ')])].join('; ');
    });
  }
  return [...whole].map(([email, { row, cells }]) => `${row} ${[email, ...cells].join(',')}`);
}
