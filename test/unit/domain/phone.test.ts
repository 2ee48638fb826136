import { getCountries, getExampleNumber, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { checkPhone } from '../../../src/domain/fields/phone';

const read = (raw: string, country?: string): string => {
  const checked = checkPhone(raw, country);
  return checked.ok ? (checked.values[0] ?? '') : `refused: ${checked.message}`;
};
const digitsOf = (text: string): string => text.replaceAll(/[^\d+]/g, '');

/** Dialled there with other digits than one prefix before the number: 15 for a mobile, 80, none of an area. */
const dialledOtherwise = new Set(['AR', 'BY', 'KI', 'SO']);

it.each(
  getCountries().filter(
    (country) => getExampleNumber(country, examples) !== undefined && !dialledOtherwise.has(country),
  ),
)('a mobile number of %s is that which the library reads, as it is dialled there', (country) => {
  const example = getExampleNumber(country, examples);
  expect(digitsOf(read(example?.formatNational() ?? '', country))).toBe(example?.number);
});

it.each([
  ['DE', '(030) 123-456', '+49 30 123-456'],
  ['DE', '030/1234567', '+49 30 1234567'],
  ['DE', 'tel:030 1234567', '+49 30 1234567'],
  ['DE', '0049 30 1234567', '+49 30 1234567'],
  ['DE', '+49 (0)30 1234567', '+49 (0)30 1234567'],
  ['FR', '06 12 34 56 78', '+33 6 12 34 56 78'],
  ['FR', '612345678', '+33 612345678'],
  ['US', '(212) 555-0123', '+1 212 555-0123'],
  ['US', '1-212-555-0123', '+1 212-555-0123'],
  ['US', '011 44 20 7946 0958', '+44 20 7946 0958'],
  ['RU', '8 (495) 123-45-67', '+7 495 123-45-67'],
  ['RU', '812 123-45-67', '+7 812 123-45-67'],
  ['IT', '06 1234 5678', '+39 06 1234 5678'],
  ['ES', '34 912 34 56 78', '+34 912 34 56 78'],
  ['HU', '06 1 234 5678', '+36 1 234 5678'],
  ['GB', '020 7946 0958', '+44 20 7946 0958'],
  ['AU', '0412 345 678', '+61 412 345 678'],
  ['JP', '03-1234-5678', '+81 3-1234-5678'],
])('in %s, %s is %s', (country, raw, number) => {
  expect(read(raw, country)).toBe(number);
});

it('reads the prefix of calls abroad where no country is said, of numbers that can be', () => {
  expect(read('0049 30 1234567')).toBe('+49 30 1234567');
  expect(read('001 212 555 0123')).toBe('+1 212 555 0123');
  // How Australians call Britain.
  expect(read('0011 44 20 7946 0958')).toMatch(/^refused: A phone number starts with \+/);
});

it.each([
  [undefined, '030 1234567', /starts with \+ and the country code/],
  ['DE', '49 30 1234567', /with and without a country code/],
  ['DE', '123456', /area code/],
  ['US', '555-0123', /of the country with the code \+1/],
  ['FR', '01 23 45 67 8', /of the country with the code \+33/],
  ['DE', 'ask Bo', /Not a phone number/],
  ['DE', '030 1234567 ext. 5', /Not a phone number/],
  ['DE', '+49 30 ext. 5', /Not a phone number/],
])('refuses, for the country %s, %s', (country, raw, reason) => {
  expect(read(raw, country)).toMatch(reason);
});

it('agrees with the library on landline numbers that keep their zero', () => {
  expect(digitsOf(read('06 1234 5678', 'IT'))).toBe(parsePhoneNumberWithError('06 1234 5678', 'IT').number);
});
