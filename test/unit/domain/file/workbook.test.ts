import { read } from '@e965/xlsx';
import type { ImportSetup } from '../../../../src/contract/file-frame';
import type { ReadingChoices } from '../../../../src/contract/imports';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { listProblems } from '../../../../src/domain/file/check/list-problems';
import { noticed } from '../../../../static/file-frame/src/view/noticed';
import { blobOf, filesOf, otherBook, rawWorkbook, sheet, workbook, zipOf } from '../../../support/workbooks';

const open = (file: Blob, reading: ReadingChoices = {}) => openFile(file, 'customers.xlsx', reading);
const pass = { signal: new AbortController().signal, progress: () => undefined };
const people = [
  ['E-mail', 'Full name'],
  ['ada@b.example', 'Ada'],
  ['bo@b.example', 'Bo'],
];

const setup = (headers: string[]): ImportSetup => ({
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: headers.map((header) => ({
    header,
    target: header === 'E-mail' ? { to: 'email' } : header === 'Full name' ? { to: 'displayName' } : { to: 'nothing' },
  })),
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
});

async function check(file: Blob) {
  const opened = await open(file);
  return checkFile(opened, setup(opened.facts.headers), () => Promise.resolve([]), pass);
}

/** The one row of a sheet below a header, as text. */
async function textsOf(cells: string, more: Record<string, string> = {}): Promise<string[]> {
  const header = '<row r="1"><c r="A1" t="str"><v>A</v></c><c r="B1" t="str"><v>B</v></c></row>';
  const { facts } = await open(rawWorkbook(`${header}<row r="2">${cells}</row>`, more), { headerRow: 1 });
  return facts.sample[0] ?? [];
}

describe('cells', () => {
  test('become text by their type', async () => {
    const cells = sheet([
      ['Text', 'Whole', 'Decimal', 'Yes', 'Formula', 'Error', 'Wide'],
      ['Zoë & Søn <x>', 491234567890123, 0.1 + 0.2, true, null, null, 1e21],
      ['=SUM(A1)', -7, 1.5e-7, false, null, null, 2.5e-10],
    ]);
    const data = cells['!data'] ?? [];
    Object.assign(data[1] ?? [], { 4: { t: 'n', f: '40+2', v: 42 }, 5: { t: 'e', v: 0x2a } });
    Object.assign(data[2] ?? [], { 4: { t: 's', f: '"a"&"b"', v: 'ab' }, 5: { t: 'e', v: 0x07 } });
    const { facts } = await open(workbook({ One: cells }));
    expect(facts.headers).toEqual(['Text', 'Whole', 'Decimal', 'Yes', 'Formula', 'Error', 'Wide']);
    const rows = [];
    for await (const { records } of (await open(workbook({ One: cells }))).records()) rows.push(...records);
    expect(rows.slice(1)).toEqual([
      ['Zoë & Søn <x>', '491234567890123', '0.3', 'true', '42', '#N/A', '1000000000000000000000'],
      ['=SUM(A1)', '-7', '0.00000015', 'false', 'ab', '#DIV/0!', '0.00000000025'],
    ]);
  });

  test.each([false, true])('with dates are read, where days are counted from 1904: %j', async (date1904) => {
    const at = (text: string) => new Date(`${text}Z`);
    const rows = [
      ['E-mail', 'Since', 'Seen'],
      ['ada@b.example', at('2024-02-29T00:00:00'), at('2024-02-29T15:30:00')],
      ['bo@b.example', at('1999-12-31T00:00:00'), at('2004-01-01T08:05:09')],
    ];
    const { facts } = await open(workbook({ One: rows }, { date1904 }));
    expect(facts.sample).toEqual([
      ['ada@b.example', '2024-02-29', '2024-02-29 15:30'],
      ['bo@b.example', '1999-12-31', '2004-01-01 08:05:09'],
    ]);
  });

  const styles = (...codes: string[]) => ({
    'xl/styles.xml': `<styleSheet><numFmts>${codes
      .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/>${codes
      .map((_, at) => `<xf numFmtId="${170 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  });

  test.each([
    ['dd\\.mm\\.yyyy', '45351', '2024-02-29'],
    ['[$-409]d\\-mmm\\-yy;@', '45351.5', '2024-02-29 12:00'],
    ['mmm', '59', '1900-02-28'],
    ['yyyy', '60', '1900-02-29'],
    ['yyyy', '61', '1900-03-01'],
    ['h:mm AM/PM', '0.5', '12:00'],
    ['mm:ss', '0.5', '12:00'],
    ['[h]:mm', '1.5', '36:00'],
    ['00000', '123', '00123'],
    ['0.00E+00', '1234567', '1234567'],
    ['#,##0.00 "days"', '45351', '45351'],
    ['[Red]#,##0', '45351', '45351'],
    ['dd/mm/yyyy', '-5', '-5'],
    ['dd/mm/yyyy', '9999999', '9999999'],
    ['yyyy-mm-dd hh:mm', '45350.999999', '2024-02-29'],
  ])('with the format %s: %s is %s', async (code, value, text) => {
    const cells = `<c r="A2" s="1"><v>${value}</v></c><c r="B2" t="str"><v>x</v></c>`;
    expect(await textsOf(cells, styles(code))).toEqual([text, 'x']);
  });

  test('with text of several looks, of reading aids and of characters beyond XML are plain text', async () => {
    const shared = {
      'xl/sharedStrings.xml':
        '<x:sst xmlns:x="m"><x:si><x:r><x:t>Big</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t xml:space="preserve"> &#128512;&amp;</x:t></x:r><x:rPh><x:t>kana</x:t></x:rPh></x:si></x:sst>',
    };
    const cells = '<c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>a_x000A_b<![CDATA[<c>]]></t></is></c>';
    expect(await textsOf(cells, shared)).toEqual(['Big 😀&', 'a\nb<c>']);
  });

  test('without places follow each other, and dates written in full are dates', async () => {
    expect(await textsOf('<c t="d"><v>2024-02-29T00:00:00</v></c><c t="d"><v>2024-02-29T10:30:00Z</v></c>')).toEqual([
      '2024-02-29',
      '2024-02-29 10:30',
    ]);
  });
});

describe('rows', () => {
  test('have the numbers of the sheet, below titles and with empty rows between them', async () => {
    const rows = [['Customers of 2026'], [], ...people, [], [], ['nobody', 'Cy']];
    const { facts } = await open(workbook({ One: rows }));
    expect(facts).toMatchObject({ headers: ['E-mail', 'Full name'], reading: { headerRow: 3, titles: 1 } });
    const { summary } = await check(workbook({ One: rows }));
    expect(summary).toMatchObject({ rows: 3, ready: 2, leftOut: 1, problems: [{ row: 8, value: 'nobody' }] });
  });

  test('may end with empty cells, and have a problem with a value under no name', async () => {
    const { summary } = await check(
      workbook({ One: [...people, ['cy@b.example', null], ['d@b.example', 'D', null, 'x']] }),
    );
    expect(summary).toMatchObject({ rows: 4, ready: 3, leftOut: 1 });
    expect(summary.problems[0]?.message).toBe(
      'The row has a value in column D, which no header names. Name the column, or delete the value.',
    );
  });

  test('are as many as a workbook can have, however far empty rows with a format go on', async () => {
    const data = (rows: number) =>
      `<row r="1"><c r="A1" t="str"><v>E-mail</v></c></row>${Array.from({ length: rows }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="str"><v>p${at}@b.example</v></c></row>`).join('')}${'<row><c s="1"/></row>'.repeat(50_000)}`;
    const { summary } = await check(rawWorkbook(data(100_000)));
    expect(summary).toMatchObject({ rows: 100_000, ready: 100_000 });
    await expect(open(rawWorkbook(data(100_001)))).rejects.toThrow(/“Sheet1” has more than 100,000 rows.*as CSV/);
  });
});

describe('what is not seen in a sheet', () => {
  test('is read and named: hidden rows and columns, merged cells, formulas without a result', async () => {
    const cells = sheet([
      ['All customers'],
      ['E-mail', 'Full name', 'Tier'],
      ['a@b.example', 'A', 'Gold'],
      ['c@b.example', 'C'],
    ]);
    cells['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
      { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } },
    ];
    cells['!rows'] = [{ hidden: true }, {}, {}, { hidden: true }, { hidden: true }];
    cells['!cols'] = [{}, { hidden: true }, {}, { hidden: true }];
    const { facts } = await open(workbook({ One: cells }));
    expect(facts.reading).toMatchObject({ hiddenRows: 1, hiddenColumns: 1, mergedCells: 1, withoutResult: 0 });
    expect(facts.sample).toEqual([
      ['a@b.example', 'A', 'Gold'],
      ['c@b.example', 'C', ''],
    ]);
    expect(noticed(facts.reading)).toEqual([
      '1 hidden row and 1 hidden column are included.',
      '1 range of merged cells has its value in the first cell only: the others are empty.',
    ]);
  });

  test('a formula that was never calculated is told of', async () => {
    const header = '<row><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row>';
    const { facts } = await open(rawWorkbook(`${header}<row><c><f>1+1</f></c><c t="str"><v>x</v></c></row>`));
    expect(noticed(facts.reading)).toEqual([
      expect.stringMatching(/^1 formula has no saved result and is read as empty/),
    ]);
  });
});

describe('sheets', () => {
  const sheets = {
    Empty: [],
    Notes: [['About this file']],
    Old: people,
    People: people,
    Products: [['Product'], ['Field']],
  };
  const file = () => workbook(sheets, { hidden: ['Old'] });

  test('with rows can be chosen among, and the first that is not hidden is proposed', async () => {
    const { facts } = await open(file());
    expect(facts.reading).toMatchObject({ sheet: 'People', sheets: ['Old', 'People', 'Products'] });
  });

  test('are read as a person says, and one that is not there as proposed', async () => {
    expect((await open(file(), { sheet: 'Products' })).facts.headers).toEqual(['Product']);
    expect((await open(file(), { sheet: 'Gone' })).facts.reading.sheet).toBe('People');
  });
});

describe('problems', () => {
  test('come back as a workbook of text, which can be corrected and imported', async () => {
    const rows = [...people, ['=cmd|x', 'Say _x005F_x0041_ <now> & "then"\u0007 \nline'], ['bad', '']];
    const checked = await check(workbook({ One: rows }));
    const { list, format, rows: listed } = await listProblems(checked, pass.signal);
    expect([format, listed]).toEqual(['xlsx', 2]);
    const read1 = read(await list.arrayBuffer(), { dense: true });
    const data = read1.Sheets['Rows']?.['!data'] ?? [];
    expect(data[1]?.[0]).toMatchObject({ t: 's', v: "'=cmd|x" });
    const again = await open(list);
    expect(again.facts).toMatchObject({ fromConsole: true });
    expect(again.facts.sample[0]?.slice(0, 3)).toEqual(['=cmd|x', 'Say _x0041_ <now> & "then"\u0007 \nline', '4']);
    const corrected = again.facts.sample.map((cells, at) => [`new${at}@b.example`, ...cells.slice(1)]);
    const { summary } = await check(workbook({ Rows: [again.facts.headers, ...corrected] }));
    expect(summary).toMatchObject({ rows: 2 });
  });
});

describe('a file that is no workbook that can be read', () => {
  const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
  const locked = async () => {
    // The names of the streams of a compound file are in UTF-16.
    const bytes = Buffer.from(await bytesOf(otherBook(people, 'biff8')));
    const at = bytes.indexOf(Buffer.from('Workbook', 'utf16le'));
    Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, at);
    return blobOf(bytes);
  };
  const changed = async (change: (bytes: Uint8Array) => Uint8Array | undefined) => {
    const bytes = await bytesOf(workbook({ One: people }));
    return blobOf(change(bytes) ?? bytes);
  };
  const inSheet = (bytes: Uint8Array) => Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 80;
  const bomb = (text: string) => blobOf(zipOf(filesOf(text)));

  test.each<[string, () => Blob | Promise<Blob>, RegExp]>([
    ['.xls', () => otherBook(people, 'biff8'), /older version of Excel \(\.xls\).*save it as \.xlsx or CSV/],
    ['.xlsb', () => otherBook(people, 'xlsb'), /binary \(\.xlsb\).*save it as/],
    ['.ods', () => otherBook(people, 'ods'), /OpenDocument file \(\.ods\).*save it as/],
    ['.numbers', () => blobOf(zipOf({ 'Index/Document.iwa': 'x' })), /Numbers.*export it to Excel or CSV/],
    ['a workbook that is locked', locked, /locked with a password.*remove the password/],
    ['another ZIP', () => blobOf(zipOf({ 'customers.csv': 'E-mail' })), /ZIP file.*Unpack it/],
    ['a ZIP that is cut off', () => changed((bytes) => bytes.slice(0, bytes.length / 2)), /damaged.*save it again/],
    [
      'a ZIP whose bytes changed',
      () => changed((bytes) => void bytes.fill(7, inSheet(bytes), inSheet(bytes) + 20)),
      /damaged.*save it again/,
    ],
    [
      'a workbook without its sheet',
      () => blobOf(zipOf({ ...filesOf(''), 'xl/worksheets/sheet1.xml': '' })),
      /damaged|empty/,
    ],
    ['a sheet that is no XML', () => bomb('<row><c><v>1</v></row>'), /damaged/],
    ['a text that never ends', () => bomb(`<row><c t="str"><v>${'x'.repeat(5_000_000)}</v></c></row>`), /damaged/],
    ['a text that is not there', () => bomb('<row><c t="s"><v>7</v></c></row>'), /damaged/],
    ['rows that go back', () => bomb('<row r="5"><c t="b"><v>1</v></c></row><row r="4"/>'), /damaged/],
    ['a value far to the right', () => bomb('<row r="1"><c r="ZZ1" t="b"><v>1</v></c></row>'), /column ZZ.* up to 500/],
    ['an empty workbook', () => workbook({ One: [] }), /The workbook is empty/],
    ['a header alone', () => workbook({ One: [['E-mail', 'Full name']] }), /no rows of data/],
  ])('%s is refused with what to do', async (_, file, reason) => {
    await expect(Promise.resolve(file()).then((made) => open(made))).rejects.toThrow(reason);
  });

  test('a workbook that unpacks to far more than its size is refused before it fills the memory', async () => {
    const text = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(400);
    const more = { 'xl/sharedStrings.xml': `<sst>${text}</sst>` };
    await expect(open(rawWorkbook(`<row>${cells}</row>`.repeat(100), more))).rejects.toThrow(/more than can be read/);
  });

  test('a ZIP that says it is far larger than it could be, or smaller than it is, is refused at once', async () => {
    const bytes = zipOf(filesOf('<row><c t="str"><v>x</v></c></row>'.repeat(2)));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const at = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    view.setUint32(at + 24, 0xf0000000, true);
    await expect(open(blobOf(bytes))).rejects.toThrow(/more than can be read at once.*as CSV/);
    view.setUint32(at + 24, 10, true);
    await expect(open(blobOf(bytes))).rejects.toThrow(/damaged/);
  });
});
