import type { Page } from 'playwright-core';
import type { StoredRow } from '../../src/contract/imports';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { planFor } from '../support/console';
import { consoleAt } from '../support/console-at';
import { ConsolePage } from '../support/console-page';
import { region } from '../support/import-site';
import { ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { exportOf, record } from '../support/sync-site';

jest.setTimeout(180_000);

/** An export of 12 customers, the first of whom are called something else. */
const renamed = (count: number, name: string): string =>
  exportOf(Array.from({ length: 12 }, (_, at) => record(at, `${at < count ? name : 'Customer'} ${at}`)));

describe('a sync in a browser', () => {
  let session: BrowserSession;
  let page: Page;
  let ui: ConsolePage;

  beforeAll(async () => {
    session = await openBrowser();
    page = await session.newPage();
    ui = new ConsolePage(page, session.url);
  });
  afterAll(() => session.close());

  /** Lets happen what is due within a minute, and has the page ask for it now, and not in a quarter of a minute. */
  async function pass(): Promise<void> {
    await sandboxControl(session.url).advance(60_000);
    await page.reload();
  }

  it('is made of an import, and takes deliveries of a script and of a file that is dropped', async () => {
    const rows = Array.from({ length: 12 }, (_, at): StoredRow => [at + 2, [...record(at)]]);
    const file = { name: 'crm', plan: planFor('UPSERT', [region]), rows };
    await ui.open(`imports/${await consoleAt(session.url).startImport(file)}`);
    await pass();
    await ui.button('Keep this in step').click();
    await page.getByLabel('Name').fill('Nightly CRM');
    await ui.button('Create sync').click();
    const token = await page.getByLabel('Token', { exact: true }).inputValue();
    const url = await page.getByLabel('Address', { exact: true }).inputValue();
    expect(await hindrances(page)).toEqual([]);
    await page.getByText('Open the sync →').click();
    await page.getByText('12 customers known').waitFor();

    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv' };
    const { status } = await fetch(url, { method: 'POST', headers, body: renamed(2, 'Changed') });
    expect(status).toBe(202);
    await pass();
    const runs = page.getByRole('table', { name: 'Runs' });
    await runs.getByText('Applied').waitFor();
    await page.getByRole('table', { name: 'Records of run 1' }).getByText('customer1@example.com').waitFor();

    await ui.button('Compare with your site').click();
    await page.getByText('deliver it again, even if nothing in it has changed').waitFor();
    await new ImportWizard(page).choose('crm.csv', renamed(10, 'Quite other'));
    await ui.button('Deliver').click();
    await page.getByText('File delivered').waitFor();
    await pass();
    await page.getByText('Run 2 waits for approval').waitFor();
    await page.getByText('2 records · 0 edited').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await ui.button('Approve changes').click();
    await page.getByText('Changes approved').waitFor();
    await pass();
    await runs.getByRole('row').nth(2).waitFor();
    expect(await runs.getByText('Applied').count()).toBe(2);
  });
});
