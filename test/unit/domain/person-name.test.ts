import type { ImportSetup } from '../../../src/contract/file-frame';
import { areLastFirst, turnedRound } from '../../../src/domain/fields/person-name';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { kindOf } from '../../../src/domain/kinds';

test.each([
  ['Byron, Ada', 'Ada Byron'],
  ['van Beethoven,Ludwig', 'Ludwig van Beethoven'],
  ['GARCÍA LÓPEZ, María José', 'María José GARCÍA LÓPEZ'],
  ['O’Brien, Dr. Síle', 'Dr. Síle O’Brien'],
  ['Smith-Jones, A. B.', 'A. B. Smith-Jones'],
  ['King, Martin Luther, Jr.', 'Martin Luther King, Jr.'],
  ['King, Jr., Martin Luther', 'Martin Luther King, Jr.'],
  ['King, Martin Luther Jr.', 'Martin Luther King Jr.'],
  ['Smith, John III', 'John Smith III'],
  ['Smith Jr., John', 'John Smith Jr.'],
  ['DE LA CRUZ, ANA', 'ANA DE LA CRUZ'],
  ['Иванова, Мария', 'Мария Иванова'],
])('%s is %s', (name, turned) => {
  expect(turnedRound(name)).toBe(turned);
});

test.each([
  ...['Ada Byron', 'Smith, Jr.', 'John Smith, PhD', 'John Smith, Ph. D.', 'John Smith III', 'Smith, John, Peter'],
  ...['Ada Byron, CFA', 'Ada Byron, M.A.', 'Ada King Byron, LCSW'],
  ...['Acme, Inc.', 'Acme, L.L.C.', 'Müller, GmbH & Co. KG', 'Acme Inc, Berlin', 'Beta, S.A.', 'Gamma, S. p. A.'],
  ...['Beatles, The', 'University of Oxford, Physics', 'Sales, Team 2', ', Ada', 'Byron,', ''],
])('%j is left as it is', (name) => {
  expect(turnedRound(name)).toBeNull();
});

test.each([
  [['Byron, Ada', 'Ek, Bo', 'Cy Young'], true],
  [['Byron, Ada', 'Bo Ek', 'Cy Young'], false],
  [['Byron, Ada', 'Bo Ek'], false],
  [['Smith, Jr.', 'Acme, Inc.'], false],
  [['', ''], false],
])('names %j are written last name first: %s', (names, expected) => {
  expect(areLastFirst(names)).toBe(expected);
});

const kind = kindOf('customer-profiles');
const headers = ['Email', 'Name'];

/** The display names that are imported for rows of an email address and a name. */
function imported(columns: ImportSetup['columns'], ...names: string[]) {
  const encode = kind.encoder({
    ...{ kind: kind.id, operation: 'UPSERT', columns, fields: [] },
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  });
  return names.map((name) => encode(['a@x.example', name]).operation).map((one) => JSON.stringify(one));
}

test('a column of names that are mostly written so is proposed to be turned round, and only those are', () => {
  const names = ['Byron, Ada', 'Ek, Bo', 'Smith, Jr.'];
  const columns = matchColumns(headers, [['a@x.example'], names], kind.places([]));
  expect(columns[1]?.target).toEqual({ to: 'displayName', nameOrder: 'last-first' });
  expect(imported(columns, ...names)).toEqual([
    expect.stringContaining('"Ada Byron"'),
    expect.stringContaining('"Bo Ek"'),
    expect.stringContaining('"Smith, Jr."'),
  ]);
  const off = columns.map(({ header, target: { nameOrder: _, ...target } }) => ({ header, target }));
  expect(imported(off, 'Byron, Ada')[0]).toContain('"Byron, Ada"');
});

test('names of organizations are never turned round', () => {
  const names = ['Berlin, Museum', 'Paris, Louvre'];
  const [column] = matchColumns(['Organization name'], [names], kindOf('organization-profiles').places([]));
  expect(column?.target).toEqual({ to: 'name' });
});

test('a last name that makes the name together with a first one is not turned round', () => {
  const columns = matchColumns(
    ['First name', 'Last name'],
    [
      ['Ada', 'Bo'],
      ['Byron, Dr.', 'Ek, Dr.'],
    ],
    kind.places([]),
  );
  expect(columns.map(({ target }) => target.nameOrder)).toEqual([undefined, undefined]);
});
