import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { ImportWizard, downloaded } from '../support/import-wizard';

jest.setTimeout(180_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
/** The list of those for whom a field was set, as it was exported. */
let exported: Buffer;

beforeAll(async () => {
  session = await openBrowser(['--task-speed', '200']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

const rows = () => page.getByRole('row');

it('reads the site, lists its customers, finds those whose entitlement ends soon, sets a field for all of them, and exports', async () => {
  await ui.open('customers');
  await ui.button('Read the site').click();
  await ui.text('3,000 customers found').waitFor();
  expect(await rows().count()).toBe(26);
  expect(await hindrances(page)).toEqual([]);

  await ui.button('Email').click();
  await ui.button('Email ↑').waitFor();
  await ui.choose('View', 'Entitlement ends in 30 days');
  await ui.button('Entitlement ends in 30 days').waitFor();
  const found = ui.text(/^[\d,]+ customers found$/);
  await ui.text('3,000 customers found').waitFor({ state: 'detached' });
  const count = Number((await found.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(25);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await ui.text(`25 selected of ${count} found`).waitFor();
  await ui.button(`Select all ${count}`).click();
  await ui.button('Set a field').click();
  await ui.choose('Detail field', 'Notes');
  await ui.dialog.getByLabel('New value', { exact: true }).fill('Call to renew');
  await ui.inDialog('Set field').click();
  await ui.text(`${count} of ${count} rows · 100%`).waitFor();

  await ui.open('customers');
  await ui.text('An import has ended since.').waitFor();
  await ui.button('Refresh').click();
  await ui.text('An import has ended since.').waitFor({ state: 'detached' });
  await ui.button('Add filter').click();
  await ui.choose('Detail field', 'Notes');
  await ui.dialog.getByLabel('Value', { exact: true }).fill('call to renew');
  await ui.inDialog('Add filter').click();
  await ui.button('Notes is call to renew').waitFor();
  await ui.text(`${count} customers found`).waitFor();

  const { name, bytes } = await downloaded(page, () => ui.button('Export this list').click());
  expect(name).toBe('customers.csv');
  exported = bytes;
  const lines = bytes.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFCSM customer ID,Email,Display name,CSM organization ID,Organization names,Entitled to,Entitled until',
  );
  expect(lines).toHaveLength(count + 1);

  const workbook = await downloaded(page, () => ui.button('Export as .xlsx').click());
  expect(workbook.name).toBe('customers.xlsx');
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
});

it('keeps the list when a customer is opened and left again, and fits a narrow page', async () => {
  const address = page.url();
  await page.getByRole('table').getByRole('button').nth(8).click();
  await page.getByRole('heading', { name: 'Entitlements', exact: true }).waitFor();
  await page.goBack();
  await ui.button('Notes is call to renew').waitFor();
  expect(page.url()).toBe(address);
  await fitsNarrowed(page);
});

it('reports what was counted, and leads from each number to its list', async () => {
  await ui.open('overview');
  await ui.button('Reports').click();
  await page.getByRole('table', { name: 'Fields of customers' }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
  const notes = page
    .getByRole('row', { name: /^Notes/ })
    .getByRole('button')
    .first();
  const empty = await notes.innerText();
  await notes.click();
  await ui.button('Notes is empty').waitFor();
  await ui.text(`${empty} customers found`).waitFor();
});

it('exports the entitlements, and takes those of many out of an organization who are in it', async () => {
  await ui.open('entitlements');
  const { name, bytes } = await downloaded(page, () => ui.button('Export entitlements').click());
  expect(name).toBe('entitlements.csv');
  expect(bytes.toString('utf8').split('\r\n')[0]).toBe(
    '\uFEFFCSM customer ID,Email,Display name,CSM organization ID,Organization,CSM product ID,Entitled to,Valid until,' +
      'Plan,Services,Hotline,Licenses,Auto-renew,Agreement,Contact,Remarks',
  );

  await ui.open('customers');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await ui.button('Take out of organization').click();
  await ui.choose('Organization', 'Cinder Energy GmbH');
  const told = ui.dialog.getByText('The other 23 aren’t, as far as the directory knows, and are left out.');
  await told.waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
  await ui.dialog.getByLabel('Type “2” to confirm').fill('2');
  await ui.inDialog('Take out of organization').click();
  await ui.text('2 of 2 rows · 100%').waitFor();
});

it('undoes what was set for many, and tells of the exported list that importing it changes nothing', async () => {
  const rows = exported.toString('utf8').trimEnd().split('\r\n').length - 1;
  await ui.open('imports');
  await page.getByRole('table').getByText('Set Notes to Call to renew').click();
  await ui.button('Undo import').click();
  await ui.dialog.getByText(`${rows} customers get back what they had.`, { exact: true }).waitFor();
  await ui.inDialog('Undo import').click();
  await page.getByText('Undoes').waitFor();
  await ui.text(`${rows} of ${rows} rows · 100%`).waitFor();

  const wizard = new ImportWizard(page);
  await wizard.open(session.url);
  await wizard.choose('customers.csv', exported);
  await wizard.check();
  await wizard.button('Compare with your site').click();
  await page.getByRole('listitem').getByText(`${rows} customers stay the same.`).waitFor();
  await wizard.button('Continue to start').click();
  await page.getByRole('heading', { name: 'Nothing changes' }).waitFor();
  expect(await hindrances(page)).toEqual([]);
});
