import type { FieldDefinition } from '../../../src/contract/fields';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
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
