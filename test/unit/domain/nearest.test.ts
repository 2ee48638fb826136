import { nearestOnSite } from '../../../src/domain/nearest';

const names = [
  'Alder Logistics Pty Ltd',
  'Cedar Logistics K.K.',
  'Field Service',
  'Müller & Söhne',
  'Acme Corporation',
];
const search = (text: string) =>
  Promise.resolve(names.filter((name) => name.toLowerCase().includes(text.toLowerCase())));

test.each([
  ['Alder Logistcs Pty Ltd', 'Alder Logistics Pty Ltd'],
  ['Aldre Logistics Pty Ltd', 'Alder Logistics Pty Ltd'],
  ['Field Servce', 'Field Service'],
  ['Acmee Corporation', 'Acme Corporation'],
  ['Müller & Sohne', 'Müller & Söhne'],
  ['Acme Corp', 'Acme Corporation'],
  ['Cedar', 'Cedar Logistics K.K.'],
  ['Logistics', undefined],
  ['Brand New Org', undefined],
  ['&', undefined],
])('%s most likely means %s', async (name, meant) => {
  expect(await nearestOnSite(name, search)).toBe(meant);
});
