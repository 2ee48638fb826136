import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(180_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

/** Lets happen what is due within a minute, and has the page ask for it now, and not in some seconds. */
async function pass(): Promise<void> {
  await sandboxControl(session.url).advance(60_000);
  await page.reload();
}

it('is created, seen in a preview and switched on in a browser, on pages that fit 320 pixels', async () => {
  await ui.open('sync/rules/new');
  await page.getByLabel('Name').fill('Enterprise support');
  await ui.choose('Field of organizations', 'Industry');
  await ui.choose('Any of these values', 'Finance');
  await ui.choose('Product', 'Payment Terminal');
  await page.getByRole('spinbutton', { name: /^Customers/ }).fill('3');
  await fitsNarrowed(page);
  await ui.button('Create and preview').click();
  await ui.button('Switch on').waitFor();
  await pass();
  await ui.text(/matching organizations/).waitFor();
  await page.getByRole('row').filter({ hasText: 'Grant' }).nth(1).waitFor();
  await fitsNarrowed(page);
  await ui.button('Switch on').click();
  await ui.button('Pause').waitFor();
  await pass();
  await ui.button('Approve changes').click();
  await page.getByText('Changes approved').waitFor();
  await pass();
  await ui.text('Applied').waitFor();
  await fitsNarrowed(page);
  await ui.button('← Entitlement rules').click();
  await ui.at('sync/rules');
  await page.getByRole('row').filter({ hasText: 'Enterprise support' }).waitFor();
  await fitsNarrowed(page);
});
