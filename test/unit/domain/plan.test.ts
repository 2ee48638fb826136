import type { ImportPlan } from '../../../src/contract/imports';
import { checkSetup } from '../../../src/domain/import/check-setup';
import { IdentityTable } from '../../../src/domain/import/identity-table';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { rowKeys } from '../../../src/domain/import/operation';
import { acceptedJson, decodePart, encodePart, parseAccepted, parseLeftOut } from '../../../src/domain/import/part';
import { rowEncoder } from '../../../src/domain/import/row-encoder';
import { fromBase64, toBase64 } from '../../../src/domain/import/base64';
import { words } from '../../support/words';

const region = { name: 'Region', type: 'SELECT' as const, options: ['EU'] };
const since = { name: 'Since', type: 'DATE' as const, options: [] };

function plan(headers: string[], changes: Partial<ImportPlan> = {}): ImportPlan {
  return {
    kind: 'customer-profiles',
    operation: 'UPSERT',
    columns: matchColumns(headers, [], [region]),
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
  const headers = ['E-Mail Address', 'Customer ID', 'Full name', 'region', 'Company', 'Product ID'];
  expect(rowEncoder(plan(headers))(['Ada@x.example', 'qm:1', 'Ada', 'eu', 'Beta', 'p1;p2']).operation).toEqual({
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
  const { operation } = rowEncoder(plan(['E-mail', 'Company']))(['a@x.example', 'Acme; Sons']);
  expect(operation?.payload.associateOrganizations).toEqual({ organizationIds: [1] });
});

test('an empty cell is left or cleared, as chosen', () => {
  const clears = plan(['E-mail', 'Region'], { options: { emptyCells: 'clear', valueSeparator: ';' } });
  expect(rowEncoder(plan(['E-mail', 'Region']))(['a@x.example', '']).operation?.payload.details).toBeUndefined();
  expect(rowEncoder(clears)(['a@x.example', '']).operation?.payload.details).toEqual([{ name: 'Region', values: [] }]);
});

test.each([
  [['E-mail', 'Company'], ['a@x.example', 'Gamma'], 'Company', /No organization/],
  [['E-mail', 'Company'], ['a@x.example', 'Twice'], 'Company', /Several organizations/],
  [['E-mail', 'Organization ID'], ['a@x.example', '1;2;3;4;5;6'], 'Organization ID', /More than 5/],
  [['E-mail', 'Organization ID'], ['a@x.example', 'x'], 'Organization ID', /whole number/],
  [['E-mail', 'Name'], ['', 'Ada'], null, /identify a customer/],
  [['E-mail', 'Name'], ['ada at x', 'Ada'], 'E-mail', /name@example.com/],
])('%j with %j is left out', (headers, cells, column, message) => {
  const encode = rowEncoder(plan(headers), { organizations: new Set(['twice']), products: new Set() });
  expect(encode(cells).problems).toEqual([expect.objectContaining({ column, message: words(message) })]);
});

test('the keys of a row are case-folded', () => {
  expect(rowKeys({ operationType: 'UPDATE', payload: { email: 'Ada@X.example', customerId: 'QM:1' } })).toEqual({
    email: 'ada@x.example',
    customerId: 'qm:1',
  });
});

test('the console’s own columns, and what fits no place, go to nothing', () => {
  const headers = ['Mail', 'E-mail', 'Shoe size', 'CSM Console reason'];
  expect(matchColumns(headers, [], []).map(({ target }) => target.to)).toEqual([
    'email',
    'nothing',
    'nothing',
    'nothing',
  ]);
  expect(matchColumns(['Login'], [['a@b.example']], [])[0]?.target).toEqual({ to: 'email' });
});

test('a setup that cannot work is refused with the column at fault', () => {
  const setup = plan(['Name', 'Since'], {
    fields: [since],
    columns: matchColumns(['Name', 'Since'], [['A', '3/4/2025']], [since]),
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
  for (let row = 2; row < 100_000; row += 1) expect(table.firstRow(`email ${row}@x.example`) === row).toBe(true);
  expect(table.firstRow('email 1@x.example')).toBe(0);
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
