import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { ImportWizard, downloaded } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(180_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
/** The list of those whose entitlement ends soon, as it was exported. */
let exported: Buffer;

beforeAll(async () => {
  session = await openBrowser(['--task-speed', '200']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').trimEnd().split('\r\n');

it('reads the site, lists its customers and exports those whose entitlement ends soon', async () => {
  await ui.open('customers');
  await ui.button('Read the site').click();
  await sandboxControl(session.url).quickened(ui.text('3,000 customers found').waitFor());
  expect(await page.getByRole('row').count()).toBe(26);
  expect(await hindrances(page)).toEqual([]);

  await ui.choose('View', 'Entitlement ends in 30 days');
  await ui.button('Entitlement ends in 30 days').waitFor();
  const found = ui.text(/^[\d,]+ customers found$/);
  await ui.text('3,000 customers found').waitFor({ state: 'detached' });
  const count = Number((await found.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(25);

  const { name, bytes } = await downloaded(page, () => ui.button('Export this list').click());
  expect(name).toBe('customers.csv');
  exported = bytes;
  const lines = linesOf(bytes);
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
  await ui.button('Entitlement ends in 30 days').waitFor();
  expect(page.url()).toBe(address);
  await fitsNarrowed(page);
});

it('shows reports that hinder nobody and fit a narrow page', async () => {
  await ui.open('overview');
  await ui.button('Reports').click();
  await page.getByRole('table', { name: 'Fields of customers' }).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
});

it('lists the entitlements for everyone, and exports them', async () => {
  await ui.open('entitlements');
  await ui.text(/^[\d,]+ entitlements found$/).waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
  const { name, bytes } = await downloaded(page, () => ui.button('Export this list').click());
  expect(name).toBe('entitlements.csv');
  expect(linesOf(bytes)[0]).toBe(
    '\uFEFFCSM customer ID,Email,Display name,CSM organization ID,Organization,CSM product ID,Entitled to,Valid until,' +
      'Plan,Services,Hotline,Licenses,Auto-renew,Agreement,Contact,Remarks',
  );
});

it('tells of an exported list that importing it changes nothing', async () => {
  const rows = linesOf(exported).length - 1;
  const wizard = new ImportWizard(page);
  await wizard.open(session.url);
  await wizard.choose('customers.csv', exported);
  await wizard.check();
  await page.getByRole('radio', { name: /^Your site as it was read on .*: no requests$/ }).check();
  await wizard.button('Compare with your site').click();
  await page.getByRole('paragraph').filter({ hasText: 'Compared with your site as it was read on' }).waitFor();
  await page.getByRole('listitem').getByText(`${rows} customers stay the same.`).waitFor();
  await wizard.button('Continue to start').click();
  await page.getByRole('heading', { name: 'Nothing changes' }).waitFor();
  expect(await hindrances(page)).toEqual([]);
});

it('takes those of many out of an organization who are in it', async () => {
  await ui.open('customers');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await ui.button('Take out of organization').click();
  await ui.choose('Organization', 'Cinder Energy GmbH');
  await ui.dialog.getByText('The other 23 aren’t, as far as the directory knows, and are left out.').waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
  await ui.dialog.getByLabel('Type “2” to confirm').fill('2');
  await ui.inDialog('Take out of organization').click();
  await ui.text('of 2 rows').waitFor();
});

it('shows on a narrow page how the site has grown from one day to the next', async () => {
  const site = sandboxControl(session.url);
  await site.advance(25 * 60 * 60_000);
  await ui.open('overview/reports');
  await page.getByText('Detail fields in use, of 50 each').first().waitFor();
  await fitsNarrowed(page);
});
