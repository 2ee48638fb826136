import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import { checkSetup } from '../../../src/domain/import/check-setup';
import { FirstKeys, IdentityTable } from '../../../src/domain/import/identity-table';
import { matchColumns } from '../../../src/domain/import/match-columns';
import {
  AcceptedJson,
  acceptedJson,
  decodePart,
  encodePart,
  parseAccepted,
  parseLeftOut,
} from '../../../src/domain/import/part';
import { Utf8Buffer } from '../../../src/domain/import/utf8-buffer';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import type { FieldDefinition } from '../../../src/contract/fields';
import { fromBase64, toBase64 } from '../../../src/domain/import/base64';
import { words } from '../../support/words';

const region = { name: 'Region', type: 'SELECT' as const, options: ['EU'] };
const placesWith = (...fields: FieldDefinition[]) => customerProfiles.places(fields);
const since = { name: 'Since', type: 'DATE' as const, options: [] };

function plan(headers: string[], changes: Partial<ImportPlan> = {}): ImportPlan {
  return {
    kind: 'customer-profiles',
    operation: 'UPSERT',
    columns: matchColumns(headers, [], placesWith(region)),
    fields: [region],
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: {
      organizations: [
        ['acme; sons', '1'],
        ['beta', '2'],
      ],
      products: [],
    },
    ...changes,
  };
}

test('a row becomes the operation that the API takes', () => {
  const columns = [
    ...matchColumns(['E-Mail Address', 'Full name', 'region', 'Company'], [], placesWith(region)),
    { header: 'Customer ID', target: { to: 'customerId' } },
    { header: 'Product ID', target: { to: 'product', by: 'id' as const } },
  ];
  expect(
    customerProfiles.encoder(plan([], { columns }))(['Ada@x.example', 'Ada', 'eu', 'Beta', 'qm:1', 'p1;p2']).operation,
  ).toEqual({
    operationType: 'UPSERT',
    payload: {
      email: 'Ada@x.example',
      customerId: 'qm:1',
      displayName: 'Ada',
      details: [{ name: 'Region', values: ['EU'] }],
      associateOrganizations: { organizationIds: [2] },
      associateProducts: { productIds: ['p1', 'p2'] },
    },
  });
});

test('an organization whose name contains the separator is found whole', () => {
  const { operation } = customerProfiles.encoder(plan(['E-mail', 'Company']))(['a@x.example', 'Acme; Sons']);
  expect(operation?.payload.associateOrganizations).toEqual({ organizationIds: [1] });
});

test('an empty cell is left or cleared, as chosen', () => {
  const clears = plan(['E-mail', 'Region'], { options: { emptyCells: 'clear', valueSeparator: ';' } });
  expect(
    customerProfiles.encoder(plan(['E-mail', 'Region']))(['a@x.example', '']).operation?.payload.details,
  ).toBeUndefined();
  expect(customerProfiles.encoder(clears)(['a@x.example', '']).operation?.payload.details).toEqual([
    { name: 'Region', values: [] },
  ]);
});

test.each([
  [['E-mail', 'Company'], ['a@x.example', 'Gamma'], 'Company', /No organization/],
  [['E-mail', 'Company'], ['a@x.example', 'Twice'], 'Company', /Several organizations/],
  [['E-mail', 'Name'], ['', 'Ada'], null, /identify a customer/],
  [['E-mail', 'Name'], ['ada at x', 'Ada'], 'E-mail', /name@example.com/],
])('%j with %j is left out', (headers, cells, column, message) => {
  const encode = customerProfiles.encoder(plan(headers), { organizations: new Set(['twice']), products: new Set() });
  expect(encode(cells).problems).toEqual([expect.objectContaining({ column, message: words(message) })]);
});

test.each([
  ['1;2;3;4;5;6', /More than 5/],
  ['x', /whole number/],
])('ids of organizations such as %j are refused', (cell, message) => {
  const columns = [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'Organization ID', target: { to: 'organization', by: 'id' as const } },
  ];
  const encode = customerProfiles.encoder(plan([], { columns }));
  const problem = { column: 'Organization ID', message: words(message) };
  expect(encode(['a@x.example', cell]).problems).toEqual([expect.objectContaining(problem)]);
});

test('a header that names an id is matched to no id of the site: other systems have ids, too', () => {
  const headers = ['E-mail', 'Company ID', 'Organization ID', 'Product ID', 'Customer ID', 'Company'];
  expect(matchColumns(headers, [], placesWith()).map(({ target }) => target)).toEqual([
    { to: 'email' },
    { to: 'nothing' },
    { to: 'nothing' },
    { to: 'nothing' },
    { to: 'nothing' },
    { to: 'organization', by: 'name' },
  ]);
});

test.each([
  ['UPDATE', 1],
  ['UPSERT', 0],
] as const)('a row that names a customer and nothing else is left out of an %s: %i problem', (operation, problems) => {
  const encode = customerProfiles.encoder(plan(['E-mail', 'Name', 'Region'], { operation }));
  expect(encode(['a@x.example', 'A', '']).problems).toEqual([]);
  expect(encode(['a@x.example', '', 'EU']).problems).toEqual([]);
  expect(encode(['a@x.example', '', '']).problems).toHaveLength(problems);
});

test('a row says what names its entity, as the cells have it', () => {
  const columns = [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'ID', target: { to: 'customerId' } },
  ];
  expect(customerProfiles.encoder(plan([], { columns }))(['Ada@X.example', 'QM:1'])).toMatchObject({
    identities: [
      { place: 'email', value: 'Ada@X.example' },
      { place: 'customerId', value: 'QM:1' },
    ],
  });
});

test('the console’s own columns, and what fits no place, go to nothing', () => {
  const headers = ['Mail', 'E-mail', 'Shoe size', 'CSM Console reason'];
  expect(matchColumns(headers, [], placesWith()).map(({ target }) => target.to)).toEqual([
    'email',
    'nothing',
    'nothing',
    'nothing',
  ]);
  expect(matchColumns(['Login'], [['a@b.example']], placesWith())[0]?.target).toEqual({ to: 'email' });
});

test('a setup that cannot work is refused with the column at fault', () => {
  const setup = plan(['Name', 'Since'], {
    fields: [since],
    columns: matchColumns(['Name', 'Since'], [['A'], ['3/4/2025']], placesWith(since)),
  });
  expect(checkSetup(setup).map(({ column }) => column)).toEqual([null, 'Since']);
  const doubled = plan([], {
    columns: [
      { header: 'A', target: { to: 'email' } },
      { header: 'B', target: { to: 'email' } },
    ],
  });
  expect(checkSetup(doubled)).toEqual([
    { column: 'B', message: '"A" goes to the same place. Keep only one of the two.' },
  ]);
});

test('the table of customers knows each key of a large file by its first row', () => {
  const table = new IdentityTable(100_000);
  for (let row = 2; row < 100_000; row += 1) table.add(`email ${row}@x.example`, row);
  table.add('email 2@x.example', 77);
  const rows = Array.from({ length: 100_000 - 2 }, (_, at) => at + 2);
  expect(rows.filter((row) => table.firstRow(`email ${row}@x.example`) !== row)).toEqual([]);
  expect(table.firstRow('email 1@x.example')).toBe(0);
});

test('the keys of a file are known by their first rows, the few that come first and all that follow', () => {
  const [first, last] = [2, 120_000];
  const keys = new FirstKeys(last);
  const known = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  for (const row of known) keys.add(`email ${row}@x.example`, row);
  for (const row of [first, last]) keys.add(`email ${row}@x.example`, last + 1);
  expect(known.filter((row) => keys.firstRow(`email ${row}@x.example`) !== row)).toEqual([]);
  expect(keys.firstRow('email 1@x.example')).toBe(0);
});

test('rows that are added to a part a few at a time make the JSON of all of them', () => {
  const rows: StoredRow[] = [
    [2, ['Ada', '"é\\']],
    [5, ['Bob', '\n\ud800']],
    [9, ['', '名'], [10, 12]],
    [13, ['Eve', 'x']],
  ];
  const [part, json] = [new AcceptedJson(), new Utf8Buffer()];
  for (const written of [1, 2]) {
    json.empty();
    part.add(rows.slice(0, written));
    part.add(rows.slice(written));
    part.moveTo(json);
    const text = new TextDecoder().decode(json.bytes());
    expect(text).toBe(acceptedJson(rows));
    expect(JSON.parse(text)).toEqual({
      gaps: [2, 3, 4, 4],
      columns: [
        ['Ada', 'Bob', '', 'Eve'],
        ['"é\\', '\n\ud800', '名', 'x'],
      ],
      joined: [[2, [10, 12]]],
    });
    expect(parseAccepted(text)).toEqual(rows);
  }
});

test('bytes of any number come back from base64, and rows from a part', async () => {
  for (let length = 0; length < 20; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 97 + length * 31) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
  }
  const same = (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(bytes);
  const pieces = await encodePart(
    acceptedJson([
      [2, ['a', 'ü']],
      [5, ['', 'x'.repeat(400_000)]],
    ]),
    same,
  );
  expect(pieces.length).toBeGreaterThan(1);
  expect(parseAccepted(await decodePart(pieces, same))).toEqual([
    [2, ['a', 'ü']],
    [5, ['', 'x'.repeat(400_000)]],
  ]);
  expect(() => parseAccepted('{"gaps":[2,0],"columns":[["a","b"]]}')).toThrow('does not hold rows');
  expect(() => parseAccepted('{"gaps":[2,1],"columns":[["a"]]}')).toThrow('different numbers of cells');
  expect(() => parseLeftOut('[[1,["a"],[]]]')).toThrow('does not hold rows');
  expect(() => parseLeftOut('[[3,[],[]],[2,[],[]]]')).toThrow('order of the file');
  await expect(decodePart(['%'], same)).rejects.toThrow('cannot be unpacked');
});
