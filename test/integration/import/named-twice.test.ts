import type { ImportSite } from '../../support/import-site';
import { furnishing, importRows, note, siteOfKinds, valuesOf } from '../../support/import-rows';

let world: ImportSite;

beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

it.each([
  ['customer-details', 'bulk'],
  ['customer-profiles', undefined],
] as const)('writes what the last row of %s says of a customer named by email, then by ID', async (kind, route) => {
  const { addCustomer } = furnishing(world);
  const emails = Array.from({ length: 220 }, (_, index) => `customer${index}@example.com`);
  const ids = emails.map((email) => addCustomer(email));
  const { tally } = await importRows(world, {
    kind,
    operation: 'UPDATE',
    ...(route && { route }),
    columns: [
      ['Email', { to: 'email' }],
      ['ID', { to: 'customerId' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ],
    fields: [note],
    rows: [...emails.map((email) => [email, '', 'first']), ['', ids[0] ?? '', 'last']],
  });
  expect(tally).toMatchObject({ succeeded: 221 });
  const { customers } = world.sandbox.site.state();
  expect(valuesOf(customers.find('customer0@example.com'), 'Note')).toEqual(['last']);
  expect(world.sandbox.site.journal.violations).toEqual([]);
});
