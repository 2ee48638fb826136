import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportSetup } from '../../../../src/contract/file-frame';
import type { FieldDefinition } from '../../../../src/contract/fields';
import { decodePart, parseLeftOut, parseAccepted } from '../../../../src/domain/import/part';
import { customerProfiles } from '../../../../src/domain/kinds/customer-profiles';
import { matchColumns } from '../../../../src/domain/import/match-columns';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { gzip } from '../../../../src/domain/file/check/gzip';
import { listProblems } from '../../../../src/domain/file/check/list-problems';
import { packFile, type Part } from '../../../../src/domain/file/check/pack-file';

const definition = (name: string, type: FieldDefinition['type'], options: string[] = []) => ({ name, type, options });
const fields = [
  definition('Region', 'SELECT', ['EU', 'US', 'UK', 'AU', 'JP', 'IN', 'BR', 'ZA']),
  definition('Tier', 'SELECT', ['Basic', 'Standard', 'Gold', 'Platinum']),
  definition('Since', 'DATE'),
  definition('Phone', 'PHONE'),
  definition('Seats', 'NUMBER'),
  definition('VIP', 'BOOLEAN'),
  definition('Website', 'URL'),
  definition('Interests', 'MULTISELECT', ['Webinars', 'Beta program', 'Newsletter', 'Events', 'Security notices']),
  definition('Notes', 'TEXT'),
];
const pass = { signal: new AbortController().signal, progress: () => undefined };
const lookup = (_entity: string, names: string[]) =>
  Promise.resolve(names.map((name) => ({ name, ids: name === 'Nowhere Holdings' ? [] : ['7'] })));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csm-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(content: string | Uint8Array) {
  const path = join(folder, 'input.csv');
  await writeFile(path, content);
  return openFile(await openAsBlob(path), 'input.csv');
}

async function check(content: string | Uint8Array) {
  const file = await open(content);
  const columns = matchColumns(file.facts.headers, file.facts.values, customerProfiles.places(fields));
  const options: ImportSetup['options'] = { emptyCells: 'leave', valueSeparator: ';' };
  return checkFile(file, { kind: 'customer-profiles', operation: 'UPSERT', columns, fields, options }, lookup, pass);
}

const unpack = (part: Part) => decodePart(part.pieces, (bytes) => Promise.resolve(new Uint8Array(gunzipSync(bytes))));

const messages = async (content: string | Uint8Array) =>
  (await check(content)).summary.problems.map(({ row, message }) => `${row}: ${message}`);

describe('a file that cannot be imported', () => {
  test.each([
    ['empty', '', /empty/],
    ['blank', '\n\n', /empty/],
    ['without rows', 'E-mail,Name\n', /no rows/],
    ['binary', Uint8Array.from([65, 44, 0, 66, 0, 0, 0, 10, 1, 2, 3, 0]), /binary/],
    ['with too many columns', `${Array.from({ length: 501 }, (_, at) => `c${at}`).join(',')}\n1\n`, /501 columns/],
  ])('%s is refused with the reason', async (_name, content, reason) => {
    await expect(open(content).then(() => Promise.reject(new Error('was opened')))).rejects.toThrow(reason);
  });
});

describe('how a file is written', () => {
  test.each([
    ['UTF-8', Buffer.from('E-mail;Name\nzoë@b.example;Zoë\n')],
    ['UTF-16LE', Buffer.from('\uFEFFE-mail;Name\nzoë@b.example;Zoë\n', 'utf16le')],
    ['UTF-16LE', Buffer.from('E-mail;Name\nzoë@b.example;Zoë\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('\uFEFFE-mail;Name\nzoë@b.example;Zoë\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('E-mail;Name\nzoë@b.example;Zoë\n', 'latin1')],
  ])('%s is recognised and read', async (encoding, bytes) => {
    const { facts } = await open(bytes);
    expect(facts).toMatchObject({ reading: { encoding, delimiter: ';' }, headers: ['E-mail', 'Name'] });
    expect(facts.sample).toEqual([['zoë@b.example', 'Zoë']]);
  });

  test.each([',', ';', '\t', '|'] as const)(
    '%j is recognised as the separator, quotes and line breaks inside',
    async (mark) => {
      const { facts } = await open(`E-mail${mark}Name\r\na@b.example${mark}"A${mark} ""B""\r\nC"\r\n`);
      expect(facts.reading.delimiter).toBe(mark);
      expect(facts.sample).toEqual([['a@b.example', `A${mark} "B"\nC`]]);
    },
  );
});

describe('a first line that names the separator, as Excel reads it', () => {
  test.each(['sep=|\n', 'sep=|\r\n', '"sep=|"\r\n', '\uFEFFSEP=|\n'])('%j is believed', async (line) => {
    const { facts } = await open(`${line}E-mail|Name, first, last\na@b.example|A, B, C\n`);
    expect(facts).toMatchObject({ reading: { delimiter: '|' }, headers: ['E-mail', 'Name, first, last'] });
    expect(facts.sample).toEqual([['a@b.example', 'A, B, C']]);
  });

  test('is no row: the rows have the numbers that the spreadsheet gives them', async () => {
    expect(await messages('sep=;\nE-mail;Name\na@b.example;A\nnobody;B\n')).toEqual([
      expect.stringMatching(/^3: .*email/),
    ]);
  });

  test('is a header where it names no separator that a file can have', async () => {
    const { facts } = await open('sep=x\na@b.example\n');
    expect(facts.headers).toEqual(['sep=x']);
  });
});

describe('a quotation mark that is opened and not closed', () => {
  const people = (count: number, cell = 'Name') =>
    Array.from({ length: count }, (_, at) => `person${at}@b.example,${cell},EU\r\n`).join('');
  const opened = `E-mail,Name,Notes\r\n${people(100)}b@b.example,"Open,EU\r\n`;

  test.each([
    ['all that follows', people(9_899), /^Row 102 doesn’t end: .* 9,899 lines/],
    ['the one row that follows', people(1), /^Row 102 doesn’t end: .* 1 line,/],
    ['more than is kept of a row', people(300_000), /^Row 102 doesn’t end: /],
    ['many rows, up to one with quotation marks', people(5_000) + people(1, '"A, B"'), /^Row 102 .* 5,002 lines/],
  ])('keeps the file out where it takes %s', async (_, rest, reason) => {
    await expect(check(opened + rest)).rejects.toThrow(reason);
  });

  test('is a problem of its row where it takes nothing, or few lines, which are counted', async () => {
    expect(await messages(opened)).toEqual([expect.stringMatching(/^102: A quotation mark/)]);
    expect(await messages(`E-mail,Name\na@b.example,"A\n"B" b\nC"\nb@b.example,B\n`)).toEqual([
      expect.stringMatching(/^2: A quotation mark .* The row spans 3 lines\./),
    ]);
  });
});

describe('columns without a name at the end, as spreadsheets write them', () => {
  test('carry nothing', async () => {
    const checked = await check('E-mail,Name,,\r\na@b.example,A,,\r\nb@b.example,B\r\n');
    expect(checked.file.facts).toMatchObject({
      headers: ['E-mail', 'Name'],
      sample: [
        ['a@b.example', 'A'],
        ['b@b.example', 'B'],
      ],
    });
    expect(checked.summary).toMatchObject({ rows: 2, ready: 2, problems: [] });
    const parts: Part[] = [];
    await packFile(checked, gzip, (part) => Promise.resolve(void parts.push(part)), pass);
    const rows = (await Promise.all(parts.map(unpack))).flatMap(parseAccepted);
    expect(rows.map(([, cells]) => cells)).toEqual([
      ['a@b.example', 'A'],
      ['b@b.example', 'B'],
    ]);
  });

  test('are named by the row that has a value in one of them, which is handed back whole', async () => {
    const checked = await check('E-mail,Name,,\na@b.example,A,,\nb@b.example,B,,lost\n');
    expect(checked.summary.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      expect.stringMatching(/^3: The row has 4 cells, but the header has 2/),
    ]);
    expect(await (await listProblems(checked, pass.signal)).list.text()).toMatch(/b@b\.example,B,3,.*lost/);
  });
});

describe('columns that their header does not tell apart', () => {
  test('are called by their number where they have no name, and get one where two have the same', async () => {
    const { facts } = await open('E-mail,,Name,name\na@b.example,x,y,z\n');
    expect(facts.headers).toEqual(['E-mail', 'Column 2', 'Name', 'name (2)']);
  });

  test('are numbered where no row names them', async () => {
    const { facts } = await open('ada@acme.example,4\nbob@acme.example,1\n');
    expect(facts).toMatchObject({ headers: ['Column 1', 'Column 2'], reading: { headerRow: 0 } });
    expect(facts.sample).toHaveLength(2);
  });
});

describe('what a separator is, and what stands inside cells', () => {
  test.each([
    ['E-Mail;Adresse\na@x.de;Hauptstr. 5, 10115 Berlin, Deutschland\nb@x.de;Weg 1, 20095 Hamburg, Deutschland\n', ';'],
    ['email,interests\na@x.de,Webinars;Events;Newsletter\nb@x.de,Events;Webinars;Newsletter\n', ','],
    ['Report of May\n\nEmail;Name\na@x.de;Ada, Bo\nb@x.de;Cy, Di\n', ';'],
  ])('%j', async (text, delimiter) => {
    const { facts } = await open(text);
    expect(facts.reading.delimiter).toBe(delimiter);
    expect(facts.headers).toHaveLength(2);
  });

  test('one column whose values have commas is one column', async () => {
    const { facts } = await open('Organization\n"Acme, Inc."\nBorn Ltd.\n');
    expect(facts.headers).toEqual(['Organization']);
  });

  test('a row that a comma inside a value has made longer has a problem, though its last cell is empty', async () => {
    const found = await messages('E-mail,Company,Notes\na@x.de,Acme, Inc.,\nb@x.de,Beta,fine\n');
    expect(found).toEqual([expect.stringContaining('2: The row has 4 cells')]);
  });

  test('a row that ends early is told, and taken as empty at its end where a person says so', async () => {
    const text = 'E-mail,Name,Notes\na@x.de,Ada\nb@x.de,Bo,fine\n';
    expect((await check(text)).summary).toMatchObject({ ready: 1, cleaned: [{ family: 'short-rows', cells: 1 }] });
    const file = await open(text);
    const columns = matchColumns(file.facts.headers, file.facts.values, customerProfiles.places(fields));
    const options: ImportSetup['options'] = { emptyCells: 'leave', valueSeparator: ';' };
    const cleaning = [{ family: 'short-rows' as const, isOn: true }];
    const setup: ImportSetup = { kind: 'customer-profiles', operation: 'UPSERT', columns, fields, options, cleaning };
    expect((await checkFile(file, setup, lookup, pass)).summary).toMatchObject({ ready: 2, leftOut: 0 });
  });
});

test('a failed formula clears nothing where empty cells do', async () => {
  const file = await open('E-mail,Notes\na@x.de,#REF!\nb@x.de,\n');
  const columns = matchColumns(file.facts.headers, file.facts.values, customerProfiles.places(fields));
  const options: ImportSetup['options'] = { emptyCells: 'clear', valueSeparator: ';' };
  const setup: ImportSetup = { kind: 'customer-profiles', operation: 'UPSERT', columns, fields, options };
  const { summary } = await checkFile(file, setup, lookup, pass);
  expect(summary.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
    expect.stringContaining('2: A formula failed in this cell'),
  ]);
});

describe('the check of every row', () => {
  test('names the row and both numbers of cells of a ragged row', async () => {
    expect(await messages('E-mail,Name\na@b.example,A\nb@b.example\nc@b.example,C,x\n')).toEqual([
      expect.stringContaining('3: The row has 1 cell, but the header has 2.'),
      expect.stringContaining('4: The row has 3 cells, but the header has 2.'),
    ]);
  });

  test('finds a customer named twice whatever the letter case, and counts empty lines as rows', async () => {
    expect(await messages('E-mail\na@b.example\n\nA@B.example\n')).toEqual([
      expect.stringContaining('4: The same customer is already in row 2'),
    ]);
  });

  test('finds an unclosed quote and bytes that cannot be read', async () => {
    expect(await messages('E-mail,Name\na@b.example,"A\n')).toEqual([expect.stringMatching(/^2: A quotation mark/)]);
    const damaged = Buffer.concat([
      Buffer.from('E-mail,Name\na@b.example,Zoë\nb@b.example,Zo'),
      Buffer.from([0xeb, 10]),
    ]);
    expect(await messages(damaged)).toEqual([expect.stringMatching(/^3: A character can’t be read/)]);
  });

  test('accounts for every row of the sample file', async () => {
    const file = await openFile(await openAsBlob(resolve('samples/customers-2000.csv')), 'customers-2000.csv');
    const columns = matchColumns(file.facts.headers, file.facts.values, customerProfiles.places(fields));
    expect(columns.filter(({ target }) => target.to === 'nothing')).toEqual([]);
    const options: ImportSetup['options'] = { emptyCells: 'leave', valueSeparator: ';' };
    const setup: ImportSetup = { kind: 'customer-profiles', operation: 'UPSERT', columns, fields, options };
    const checked = await checkFile(file, setup, lookup, pass);
    expect(checked.summary).toMatchObject({ rows: 2000, ready: 1952, leftOut: 48 });
    expect(checked.summary.groups.length).toBe(12);
    const parts: Part[] = [];
    await packFile(checked, gzip, (part) => Promise.resolve(void parts.push(part)), pass);
    const accepted = await Promise.all(parts.filter(({ list }) => list === 'accepted').map(unpack));
    const leftOut = await Promise.all(parts.filter(({ list }) => list === 'left-out').map(unpack));
    expect(accepted.flatMap(parseAccepted)).toHaveLength(1952);
    expect(leftOut.flatMap(parseLeftOut).every(([, , reasons]) => reasons.length > 0)).toBe(true);
  });

  test('hands back the beginning of a row that is too large', async () => {
    const checked = await check(`E-mail,Name,Notes\na@b.example,A,B\nb@b.example,B,${'C'.repeat(40_000)}\n`);
    const parts: Part[] = [];
    await packFile(checked, gzip, (part) => Promise.resolve(void parts.push(part)), pass);
    const leftOut = parts.filter(({ list }) => list === 'left-out');
    const rows = (await Promise.all(leftOut.map(unpack))).flatMap(parseLeftOut);
    expect(rows).toHaveLength(1);
    const [number, cells, reasons] = rows[0] ?? [0, [], []];
    expect([number, cells[0]]).toEqual([3, 'b@b.example']);
    expect(JSON.stringify(cells).length).toBeLessThan(20_000);
    expect(reasons.join(' ')).toMatch(/larger than.* cut here/);
  });

  test('lists what was left out so that it comes back unchanged, and is not run by a spreadsheet', async () => {
    const checked = await check(`E-mail,Name,Notes\nbad,=1+1,"''+x"\na@b.example,A,-3\n`);
    const { list, rows } = await listProblems(checked, pass.signal);
    expect(rows).toBe(1);
    const text = await list.text();
    expect(text).toContain(`bad,'=1+1,'''+x,2,left out`);
    const again = await open(text);
    expect(again.facts).toMatchObject({ fromConsole: true, reading: { encoding: 'UTF-8' } });
    expect(again.facts.sample[0]?.slice(0, 3)).toEqual(['bad', '=1+1', `''+x`]);
  });
});
