import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldDefinition } from '../../../src/contract/fields';
import type { ImportSetup } from '../../../src/contract/file-frame';
import type { ImportColumn, ReadingChoices } from '../../../src/contract/imports';
import { matchColumns, type MatchedColumn } from '../../../src/domain/import/match-columns';
import { fold } from '../../../src/domain/fold';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import type { CustomerProfilePayload } from '../../../src/domain/kinds/customer-profiles/operation';
import { openFile } from '../../../src/domain/file/read/open-file';
import { type CheckedFile, checkFile } from '../../../src/domain/file/check/check-file';
import { gzip } from '../../../src/domain/file/check/gzip';
import { packFile } from '../../../src/domain/file/check/pack-file';
import { decodePart, parseAccepted } from '../../../src/domain/import/part';
import { gunzip } from '../../../src/domain/file/check/gzip';

/** What the site has that these files are for. */
const field = (name: string, type: FieldDefinition['type'], options: string[] = []) => ({ name, type, options });
const fields: FieldDefinition[] = [
  field('Region', 'SELECT', ['EU', 'US', 'UK']),
  field('Interests', 'MULTISELECT', ['Webinars', 'Beta program', 'Newsletter', 'Events', 'Security notices']),
  field('Notes', 'TEXT'),
  field('Since', 'DATE'),
  field('Phone', 'PHONE'),
  field('Shoe size', 'NUMBER'),
  field('VIP', 'BOOLEAN'),
  field('External ID', 'TEXT'),
];
const organizations = new Map([
  ['alder logistics pty ltd', '11'],
  ['amber logistics s.a.', '12'],
  ['cedar logistics k.k.', '13'],
  ['birch logistics k.k.', '14'],
]);

const places = customerProfiles.places(fields);
const pass = { signal: new AbortController().signal, progress: () => undefined };
const lookup = (_entity: string, names: string[]) =>
  Promise.resolve(
    names.map((name) => {
      const id = organizations.get(fold(name));
      return { name, ids: id === undefined ? [] : [id] };
    }),
  );

const opened = (name: string, reading?: ReadingChoices) =>
  openFile(new Blob([readFileSync(join('test/files', name))]), name, reading);

/** Opens a file, matches its columns and checks it, with changes to the columns where a person makes some. */
async function checked(
  name: string,
  change: (columns: MatchedColumn[]) => ImportColumn[] = (columns) => columns,
  part: Partial<ImportSetup> = {},
): Promise<CheckedFile> {
  const file = await opened(name);
  const columns = change(matchColumns(file.facts.headers, file.facts.values, places));
  const setup: ImportSetup = {
    kind: 'customer-profiles',
    operation: 'UPSERT',
    columns,
    fields,
    options: { emptyCells: 'leave', valueSeparator: ';' },
    ...part,
  };
  return checkFile(file, setup, lookup, pass);
}

/** What is sent for the rows that are in order: through the parts that are uploaded and the plan that goes with them. */
async function sent(file: CheckedFile): Promise<CustomerProfilePayload[]> {
  const encode = customerProfiles.encoder(file.plan);
  const payloads: CustomerProfilePayload[] = [];
  const upload = async ({ list, pieces }: { list: string; pieces: string[] }) => {
    if (list !== 'accepted') return;
    for (const [, cells] of parseAccepted(await decodePart(pieces, gunzip))) {
      const { operation } = encode(cells);
      if (operation !== null) payloads.push(operation.payload);
    }
  };
  await packFile(file, gzip, upload, pass);
  return payloads;
}

const names = async (name: string) => (await sent(await checked(name))).map(({ displayName }) => displayName);
const valuesOf = (payloads: CustomerProfilePayload[], name: string) =>
  payloads.map(({ details = [] }) => details.find((one) => one.name === name)?.values);
const problems = ({ summary }: CheckedFile) => summary.problems.map(({ row, message }) => `${row}: ${message}`);

describe('a file that says nothing of its encoding', () => {
  test.each([
    ['01a-excel-russian-windows-1251.csv', 'Windows-1251', ['Иван Образцов', 'Анна Примерова']],
    ['01b-excel-polish-windows-1250.csv', 'Windows-1250', ['Łukasz Żółw', 'Zdeněk Řehoř']],
    ['01c-excel-macintosh.csv', 'Macintosh', ['José Ibáñez', 'Zoë Müller']],
  ])('%s is read in the one that makes words, and that is called a guess', async (name, encoding, people) => {
    const { facts } = await opened(name);
    expect(facts.reading).toMatchObject({ encoding, encodingBy: 'guess' });
    expect(facts.telling.length).toBeGreaterThan(0);
    expect(await names(name)).toEqual(people);
  });

  test('is read in the one that a person chooses', async () => {
    const { facts } = await opened('01a-excel-russian-windows-1251.csv', { encoding: 'KOI8-R' });
    expect(facts.reading).toMatchObject({ encoding: 'KOI8-R', encodingBy: 'choice' });
    expect(facts.sample[0]?.[1]).not.toBe('Иван Образцов');
  });
});

test('names are found whatever blanks are in them', async () => {
  const payloads = await sent(await checked('04-nbsp-in-names.csv'));
  expect(payloads.map(({ associateOrganizations }) => associateOrganizations?.organizationIds)).toEqual([
    [11],
    [11],
    [11],
  ]);
  expect(valuesOf(payloads, 'Interests')).toEqual([['Webinars'], ['Beta program'], ['Security notices']]);
});

test('quotes count behind a separator and a blank', async () => {
  const payloads = await sent(await checked('05-space-after-comma.csv'));
  expect(payloads.map(({ displayName }) => displayName)).toEqual(['Ada Byron', 'Bo Lind', 'Cy Moe']);
  expect(valuesOf(payloads, 'Notes')).toEqual([['met at the fair'], ['likes tea, coffee'], ['plain']]);
});

test('first and last name make the name, and the id of another system goes to the field for such ids', async () => {
  const payloads = await sent(await checked('08-hubspot-contacts.csv'));
  expect(payloads[0]).toEqual({
    email: 'ada@c08.example',
    displayName: 'Ada Byron',
    associateOrganizations: { organizationIds: [11] },
    details: [
      { name: 'External ID', values: ['10050051'] },
      { name: 'Phone', values: ['+49 30 1234567'] },
    ],
  });
});

test.each([
  ['10a-ids-of-another-crm.csv', [[13], [14]]],
  ['10b-salesforce-ids.csv', [[13], [14]]],
])('%s: the name decides, and no id of another system', async (name, ids) => {
  const payloads = await sent(await checked(name));
  expect(payloads.map(({ associateOrganizations }) => associateOrganizations?.organizationIds)).toEqual(ids);
  expect(payloads.every(({ customerId }) => customerId === undefined)).toBe(true);
});

test('a time of day is left out of a date, and the day stays as it is written', async () => {
  const payloads = await sent(await checked('11-date-with-time.csv'));
  expect(valuesOf(payloads, 'Since')).toEqual([['2024-03-04'], ['2024-11-30'], ['2023-07-09']]);
});

test('separators at the end of rows carry nothing', async () => {
  const payloads = await sent(await checked('16-separator-at-row-ends.csv'));
  expect(valuesOf(payloads, 'Region')).toEqual([['EU'], ['US'], undefined]);
});

test('several options are read whichever sign is between them', async () => {
  const payloads = await sent(await checked('18-two-separators.csv'));
  expect(valuesOf(payloads, 'Interests')).toEqual([
    ['Webinars', 'Events'],
    ['Webinars', 'Newsletter'],
    ['Beta program'],
  ]);
});

describe('quotes of all sorts around cells', () => {
  test('are taken off and counted; an apostrophe that no address has is asked about', async () => {
    const file = await checked('20-typographic-quotes.csv');
    expect((await sent(file)).map(({ email }) => email)).toEqual([
      'ada@c20.example',
      'bo@c20.example',
      'di@c20.example',
      'ed@c20.example',
    ]);
    expect(problems(file)).toEqual([expect.stringMatching(/^4: The address has a character that only looks like/)]);
    expect(file.summary.groups[0]?.values).toEqual([
      { value: 'o’neil@c20.example', rows: 1, meant: "o'neil@c20.example" },
    ]);
    expect(file.summary.cleaned?.map(({ family, cells }) => [family, cells])).toEqual([
      ['quotes', 4],
      ['addresses', 1],
    ]);
  });

  test('stay where a person switches that off', async () => {
    const cleaning = [{ family: 'quotes' as const, isOn: false }];
    const file = await checked('20-typographic-quotes.csv', undefined, { cleaning });
    expect(problems(file)).toContainEqual(expect.stringMatching(/^2: Not an email address/));
    expect(file.summary.cleaned?.find(({ family }) => family === 'quotes')).toMatchObject({ isOn: false, cells: 4 });
  });
});

test.each(['22-database-nulls.csv', '22b-database-nulls-in-text.csv'])(
  '%s: what databases and spreadsheets write for nothing is nothing',
  async (name) => {
    const payloads = await sent(await checked(name));
    expect(payloads).toEqual(['ada', 'bo', 'cy'].map((who) => ({ email: `${who}@c22.example` })));
  },
);

test('titles above the header are left out, and a total below it is a row with a problem', async () => {
  const file = await checked('25-report-with-title.csv');
  expect(file.file.facts.reading).toMatchObject({ headerRow: 4, titles: 2 });
  expect((await sent(file)).map(({ email }) => email)).toEqual(['ada@c25.example', 'bo@c25.example']);
  expect(problems(file)).toEqual([expect.stringMatching(/^8: Not an email/), expect.stringMatching(/^9: /)]);
});

describe('the export of a German spreadsheet', () => {
  const GERMAN = '30-german-excel-64-rows.csv';
  const withSize = (columns: MatchedColumn[]): ImportColumn[] =>
    columns.map((column) =>
      column.header === 'Schuhgröße'
        ? { header: column.header, target: { to: 'detail', field: 'Shoe size', decimal: ',' } }
        : column,
    );

  test('has its columns matched in German, its dates and its words for yes and no read', async () => {
    const payloads = await sent(await checked(GERMAN, withSize, {}));
    expect(payloads).toHaveLength(8);
    expect(valuesOf(payloads, 'VIP')[0]).toEqual(['true']);
    expect(valuesOf(payloads, 'Since')[0]).toEqual(['2021-04-04']);
    expect(valuesOf(payloads, 'Shoe size')[0]).toEqual(['39.5']);
  });

  test('goes in as remedies are added, each without reading the file again', async () => {
    const first = await checked(GERMAN, withSize);
    const plan: ImportSetup = { ...first.plan, fields };
    const put = (columns: ImportColumn[], header: string, remedy: Partial<ImportColumn['target']>) =>
      columns.map((column) =>
        column.header === header ? { ...column, target: { ...column.target, ...remedy } } : column,
      );
    const europe = put(plan.columns, 'Region', { values: [['Europa', 'EU']] });
    const second = await first.again({ ...plan, columns: europe }, pass);
    const all = put(put(europe, 'Firma', { skipsInvalid: true }), 'Kunde seit', { skipsInvalid: true });
    const third = await second.again({ ...plan, columns: all }, pass);
    expect([first, second, third].map(({ summary }) => summary.ready)).toEqual([8, 10, 60]);
    expect(third.summary).toMatchObject({ rows: 64, leftOut: 4 });
    const payloads = await sent(third);
    expect(payloads).toHaveLength(60);
    expect(new Set(valuesOf(payloads, 'Region').flat())).toEqual(new Set(['EU']));
    expect(problems(third).map((problem) => problem.slice(0, 30))).toEqual([
      '62: The same customer is alrea',
      '63: The same customer is alrea',
      '64: Not an email address. Use ',
      '65: Not an email address. Use ',
    ]);
    const undone = await third.again({ ...plan, columns: europe }, pass);
    expect(undone.summary).toMatchObject({ ready: 10, leftOut: 54 });
  });

  test('goes in with single cells corrected, in its parts and for as long as they are', async () => {
    const first = await checked(GERMAN, withSize);
    const plan: ImportSetup = { ...first.plan, fields };
    const [email, firm] = ['E-Mail-Adresse', 'Firma'].map((header) => first.file.facts.headers.indexOf(header));
    const corrections = [
      { row: 64, column: email ?? 0, text: 'heil@messy.example' },
      { row: 64, column: firm ?? 0, text: '' },
    ];
    const corrected = await first.again({ ...plan, corrections }, pass);
    const payloads = await sent(corrected);
    expect(payloads.map((payload) => payload.email)).toContain('heil@messy.example');
    expect(payloads).toHaveLength(9);
    expect(await sent(await corrected.again(plan, pass))).toHaveLength(8);
  });
});

test('what is put for a value changes no cell that is right as it is', async () => {
  const first = await checked('04-nbsp-in-names.csv', (columns) =>
    columns.map((column) =>
      column.header === 'Organization'
        ? { ...column, target: { ...column.target, values: [['Alder Logistics Pty Ltd', 'Cedar Logistics K.K.']] } }
        : column,
    ),
  );
  const payloads = await sent(first);
  expect(payloads.map(({ associateOrganizations }) => associateOrganizations?.organizationIds)).toEqual([
    [11],
    [11],
    [11],
  ]);
});

test('nobody is called by a formula that failed, where empty cells clear what is stored as well', async () => {
  const options = { emptyCells: 'clear' as const, valueSeparator: ';' as const };
  const file = await checked('22b-database-nulls-in-text.csv', undefined, { options });
  expect(problems(file)).toContainEqual(expect.stringMatching(/^4: A formula failed in this cell/));
  expect((await sent(file)).map(({ email }) => email)).toEqual(['ada@c22.example', 'bo@c22.example']);
});
