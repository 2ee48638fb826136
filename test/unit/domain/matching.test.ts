import type { FieldDefinition } from '../../../src/contract/fields';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { entitlements } from '../../../src/domain/kinds/entitlements';
import { placeKey } from '../../../src/domain/kinds/place';

const field = (name: string, type: FieldDefinition['type'], options: string[] = []) => ({ name, type, options });
const places = customerProfiles.places([
  field('Phone', 'PHONE'),
  field('Since', 'DATE'),
  field('Region', 'SELECT', ['EU', 'US']),
  field('Address', 'TEXT'),
  field('External ID', 'TEXT'),
]);

/** Where each column goes, as `header → place`, and whether it is doubtful. */
const matched = (columns: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    matchColumns(Object.keys(columns), Object.values(columns), places).map(({ header, target, doubt }) => [
      header,
      `${placeKey(target)}${target.join ? ` ${target.join.at}` : ''}${doubt === undefined ? '' : ' ?'}`,
    ]),
  );

test.each([
  ['German', ['E-Mail-Adresse', 'Firma', 'Telefon', 'Kunde seit']],
  ['French', ['Courriel', 'Entreprise', 'Téléphone', 'Client depuis']],
  ['Spanish', ['Correo electrónico', 'Empresa', 'Teléfono', 'Cliente desde']],
  ['Italian', ['Indirizzo e-mail', 'Azienda', 'Telefono', 'Cliente dal']],
  ['Dutch', ['E-mailadres', 'Bedrijf', 'Telefoon', 'Klant sinds']],
  ['Polish', ['Adres e-mail', 'Nazwa firmy', 'Numer telefonu', 'Klient od']],
  ['Japanese', ['メールアドレス', '会社名', '電話番号', '契約日']],
])('headers in %s are understood', (_language, headers) => {
  const columns = Object.fromEntries(headers.map((header) => [header, []]));
  expect(Object.values(matched(columns))).toEqual(['email', 'organization name', 'detail Phone', 'detail Since']);
});

test('a first and a last name make the display name, in either order, and a whole name goes before them', () => {
  expect(matched({ Nachname: ['Byron'], Vorname: ['Ada'] })).toEqual({
    Nachname: 'displayName 2',
    Vorname: 'displayName 1',
  });
  expect(matched({ 'First name': ['Ada'], 'Last name': ['Byron'], 'Full name': ['Ada Byron'] })).toEqual({
    'First name': 'nothing',
    'Last name': 'nothing',
    'Full name': 'displayName',
  });
});

test('a middle name stands between them', () => {
  expect(matched({ 'Last Name': ['Byron'], 'Middle Name': ['K'], 'First Name': ['Ada'] })).toEqual({
    'Last Name': 'displayName 3',
    'Middle Name': 'displayName 2',
    'First Name': 'displayName 1',
  });
});

test('a list of licenses is understood: whose, how many and until when', () => {
  const fields = [field('Contact', 'EMAIL'), field('Valid until', 'DATE'), field('Licenses', 'NUMBER')];
  const headers = ['Kunde', 'Produkt', 'Gültig bis', 'Anzahl Lizenzen'];
  const values = [['a@x.example', 'b@x.example', 'c@x.example'], ['Helpdesk'], ['31.12.2026'], ['5']];
  const columns = matchColumns(headers, values, entitlements.places(fields));
  expect(columns.map(({ target }) => placeKey(target))).toEqual([
    'email',
    'product name',
    'detail Valid until',
    'detail Licenses',
  ]);
  const ends = matchColumns(['End Date', 'Number of licences'], [['12/31/2026'], ['5']], entitlements.places(fields));
  expect(ends.map(({ target }) => target.field)).toEqual(['Valid until', 'Licenses']);
});

test('numbered lines make one text together', () => {
  expect(matched({ 'Address line 1': ['Elm 1'], 'Address line 2': [], Email: [] })).toMatchObject({
    'Address line 1': 'detail Address 1',
    'Address line 2': 'detail Address 2',
  });
});

test('the column with the values wins over the one with the name, which is asked about', () => {
  const people = { Contact: ['a@x.example', 'b@x.example', 'c@x.example'], Name: ['Ada', 'Bo', 'Cy'] };
  expect(matched(people)).toEqual({ Contact: 'email', Name: 'displayName' });
  const wrong = { Region: ['Ada', 'Bo', 'Cy', 'Di'], Email: ['a@x.example'] };
  expect(matched(wrong)).toEqual({ Region: 'detail Region ?', Email: 'email' });
});

test('a misspelt header is asked about, and an id of another system is never one of the site', () => {
  expect(matched({ Telefonn: ['+49 30 1'], 'Customer ID': ['17'], 'Organization ID': ['4'] })).toEqual({
    Telefonn: 'nothing',
    'Customer ID': 'nothing',
    'Organization ID': 'nothing',
  });
  expect(matched({ Organisaton: ['Acme', 'Beta', 'Gamma'] })).toEqual({ Organisaton: 'organization name ?' });
});

test.each([
  [
    { Vorname: ['Ada'], Name: ['Byron'], 'E-Mail': [] },
    { Vorname: 'displayName 1', Name: 'displayName 2' },
  ],
  [
    { Username: ['abyron'], Name: ['Ada Byron'], Email: [] },
    { Username: 'nothing', Name: 'displayName' },
  ],
  [
    { Customer: ['Acme'], 'First Name': ['Ada'], 'Last Name': ['Byron'] },
    { Customer: 'nothing', 'First Name': 'displayName 1' },
  ],
  [{ Customer: ['Acme'], Email: [] }, { Customer: 'displayName ?' }],
  [
    { 姓: ['山田'], 名: ['太郎'] },
    { 姓: 'displayName 1', 名: 'displayName 2' },
  ],
  [
    { 'Name (required)': ['Ada'], 'E-mail *': [] },
    { 'Name (required)': 'displayName', 'E-mail *': 'email' },
  ],
])('who is called what, and what only looks like a name: %j', (columns, expected) => {
  expect(matched(columns)).toMatchObject(expected);
});

test('of two columns of addresses the one that is not called just so is asked about', () => {
  const addresses = ['a@x.example', 'b@x.example', 'c@x.example'];
  expect(matched({ 'Owner Email': addresses, Login: addresses })).toEqual({
    'Owner Email': 'email ?',
    Login: 'nothing',
  });
  expect(matched({ 'Private Email': addresses, Email: addresses })).toEqual({
    'Private Email': 'nothing',
    Email: 'email',
  });
});

test('a field that is called as what an exported list tells people is asked about, and not in a list of entitlements', () => {
  const until = [...places, ...customerProfiles.places([field('Entitled until', 'DATE')])];
  const doubtOf = (headers: readonly string[]) =>
    matchColumns(headers, [], until).map(({ target, doubt }) => [placeKey(target), doubt !== undefined]);
  expect(doubtOf(['CSM customer ID', 'Entitled until'])).toEqual([
    ['customerId', false],
    ['detail Entitled until', true],
  ]);
  expect(doubtOf(['Email', 'Entitled until'])).toContainEqual(['detail Entitled until', false]);
  expect(doubtOf(['CSM customer ID', 'CSM product ID', 'Entitled until'])).toContainEqual([
    'detail Entitled until',
    false,
  ]);
});
