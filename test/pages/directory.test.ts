import { ConsoleInNode } from '../support/page/console';

/** More than a reading of the site or a job for many takes, and less than until the site is read again by itself, in ms. */
const SOME_MINUTES = 3 * 60_000;

let ui: ConsoleInNode;
/** The customers whose entitlement ends soon. */
let count: number;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

const selectAll = () => ui.getByRole('checkbox', { name: 'Select all on this page' }).click();

it('reads the site, lists its customers, finds those whose entitlement ends soon, and sets a field for all of them', async () => {
  await ui.open('customers');
  await ui.button('Read the site').click();
  await ui.run(SOME_MINUTES);
  await ui.text('3,000 customers found').waitFor();
  await ui.soon(() => ui.getByRole('row').count(), 26);

  await ui.button('Email').click();
  await ui.button('Email ↑').waitFor();
  await ui.choose('View', 'Entitlement ends in 30 days');
  await ui.button('Entitlement ends in 30 days').waitFor();
  await ui.text('3,000 customers found').waitFor({ state: 'detached' });
  count = Number((await ui.text(/^[\d,]+ customers found$/).innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(25);
  await selectAll();
  await ui.text(`25 selected of ${count} found`).waitFor();
  await ui.button(`Select all ${count}`).click();
  await ui.button('Set a field').click();
  await ui.choose('Detail field', 'Notes');
  await ui.dialog.getByLabel('New value', { exact: true }).fill('Call to renew');
  await ui.inDialog('Set field').click();
  await ui.run(SOME_MINUTES);
  await ui.text(`${count} of ${count} rows · 100%`).waitFor();

  await ui.open('customers');
  await ui.text('An import has ended since.').waitFor();
  await ui.button('Refresh').click();
  await ui.run(SOME_MINUTES);
  await ui.text('An import has ended since.').waitFor({ state: 'detached' });
  await ui.button('Add filter').click();
  await ui.choose('Detail field', 'Notes');
  await ui.dialog.getByLabel('Value', { exact: true }).fill('call to renew');
  await ui.inDialog('Add filter').click();
  await ui.button('Notes is call to renew').waitFor();
  await ui.text(`${count} customers found`).waitFor();
});

it('keeps the list when a customer is opened and left again', async () => {
  await ui.getByRole('table').getByRole('button').nth(8).click();
  await ui.getByRole('heading', { name: 'Entitlements', exact: true }).waitFor();
  await ui.goBack();
  await ui.button('Notes is call to renew').waitFor();
  await ui.text(`${count} customers found`).waitFor();
});

it('reports what was counted, and leads from each number to its list', async () => {
  await ui.open('overview');
  await ui.button('Reports').click();
  await ui.getByRole('table', { name: 'Fields of customers' }).waitFor();
  const notes = ui
    .getByRole('row', { name: /^Notes/ })
    .first()
    .getByRole('button')
    .first();
  const empty = await notes.innerText();
  await notes.click();
  await ui.button('Notes is empty').waitFor();
  await ui.text(`${empty} customers found`).waitFor();
});

it('takes those of many out of an organization who are in it', async () => {
  await ui.open('customers');
  await selectAll();
  await ui.button('Take out of organization').click();
  await ui.choose('Organization', 'Cinder Energy GmbH');
  await ui.dialog.getByText('The other 23 aren’t, as far as the directory knows, and are left out.').waitFor();
  await ui.dialog.getByLabel('Type “2” to confirm').fill('2');
  await ui.inDialog('Take out of organization').click();
  await ui.run(SOME_MINUTES);
  await ui.text('2 of 2 rows · 100%').waitFor();
});

it('undoes what was set for many', async () => {
  await ui.open('imports');
  await ui.getByRole('table').getByRole('button', { name: 'Set Notes to Call to renew' }).click();
  await ui.button('Undo import').click();
  await ui.dialog.getByText(`${count} customers get back what they had.`, { exact: true }).waitFor();
  await ui.inDialog('Undo import').click();
  await ui.text('Undoes').waitFor();
  await ui.run(SOME_MINUTES);
  await ui.text(`${count} of ${count} rows · 100%`).waitFor();
});
