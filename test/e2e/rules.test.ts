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

/** Lets the pages, which ask every few seconds, catch up with what the sandbox's clock brings about. */
const pass = (ms: number) => sandboxControl(session.url).advance(ms);
it('is created, seen in a preview, switched on, paused and deleted', async () => {
  await ui.open('sync');
  await ui.button('Entitlement rules').click();
  await ui.at('sync/rules');
  await ui.button('Create rule').click();
  await ui.at('sync/rules/new');
  await ui.button('Create and preview').click();
  await ui.text('Choose a field of organizations.').waitFor();
  await page.getByLabel('Name').fill('Enterprise support');
  await ui.choose('Field of organizations', 'Industry');
  await ui.choose('Any of these values', 'Finance');
  await ui.choose('Product', 'Payment Terminal');
  await page.getByRole('spinbutton', { name: /^Customers/ }).fill('3');
  await fitsNarrowed(page);
  await ui.button('Create and preview').click();
  await ui.text(/matching organizations/).waitFor();
  await page.getByRole('row').filter({ hasText: 'Grant' }).nth(1).waitFor();
  await fitsNarrowed(page);
  await ui.button('Switch on').click();
  await ui.button('Approve changes').waitFor();
  await ui.button('Approve changes').click();
  await pass(60_000);
  await ui.text('Applied').waitFor();
  await fitsNarrowed(page);
  await ui.button('Edit').click();
  await ui.button('Save').waitFor();
  await ui.button('Cancel').click();
  await ui.button('Pause').click();
  await ui.button('Resume').waitFor();
  await ui.button('← Entitlement rules').click();
  await ui.at('sync/rules');
  await page.getByRole('row').filter({ hasText: 'Enterprise support' }).waitFor();
  await fitsNarrowed(page);
  await ui.button('Enterprise support').click();
  await ui.button('Delete').click();
  await ui.inDialog('Delete rule').click();
  await ui.button('Create rule').waitFor();
});
