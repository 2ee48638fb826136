import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds, valuesOf } from '../../support/import-rows';

let world: ImportSite;
const emails = ['filled@example.com', 'empty@example.com', 'unknown@example.com'];
const customer = (at: number) => world.sandbox.site.state().customers.find(emails[at] ?? '');

beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer } = furnishing(world);
  for (const email of emails) addCustomer(email);
  customer(0)?.details.set('Note', ['there']);
});
afterEach(() => world.close());

const rows = (...cells: string[][]): ImportedRows => ({
  kind: 'customer-profiles',
  operation: 'UPDATE',
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note', write: 'if-empty' }],
  ],
  fields: [note],
  rows: cells,
});

it('ends where some rows of a request have nothing left to write', async () => {
  const { job } = await importRows(world, rows([emails[0] ?? '', 'new'], [emails[1] ?? '', 'new']));
  expect(job.tally.succeeded).toBe(2);
  expect([valuesOf(customer(0), 'Note'), valuesOf(customer(1), 'Note')]).toEqual([['there'], ['new']]);
});

it('fails rows of which nobody knows what is there, beside others that the site takes', async () => {
  world.changeAnswers(({ path }, answer) =>
    path.endsWith('/customer/profile/fetch')
      ? { ...answer, body: answer.body.replace(/"email":"unknown@example.com",?/, '') }
      : answer,
  );
  const { job, reasons } = await importRows(world, rows([emails[1] ?? '', 'new'], [emails[2] ?? '', 'new']));
  expect(job.tally).toMatchObject({ succeeded: 1, failed: 1 });
  expect(reasons).toEqual([expect.stringMatching(/^3 failed: Your site doesn’t show what the customer has/)]);
});
