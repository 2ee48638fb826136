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
const shot = (name: string) => page.screenshot({ path: `/tmp/rules-${name}.png`, fullPage: true });
async function narrowShot(name: string) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 900 });
  await page.waitForTimeout(600);
  await shot(name);
  if (before) await page.setViewportSize(before);
}

it('is created, seen in a preview, switched on, paused and deleted', async () => {
  await ui.open('sync');
  await ui.button('Entitlement rules').click();
  await ui.at('sync/rules');
  await shot('empty');
  await ui.button('Create rule').click();
  await ui.at('sync/rules/new');
  await ui.button('Create and preview').click();
  await ui.text('Choose a field of organizations.').waitFor();
  await shot('new-errors');
  await page.getByLabel('Name').fill('Enterprise support');
  await ui.choose('Field of organizations', 'Industry');
  await ui.choose('Any of these values', 'Finance');
  await ui.choose('Product', 'Payment Terminal');
  await page.getByRole('spinbutton', { name: /^Customers/ }).fill('3');
  await shot('new');
  await narrowShot('new-320');
  await fitsNarrowed(page);
  await ui.button('Create and preview').click();
  await ui.text(/matching organizations/).waitFor();
  await page.getByRole('row').filter({ hasText: 'Grant' }).nth(1).waitFor();
  await shot('preview');
  await narrowShot('preview-320');
  await fitsNarrowed(page);
  await ui.button('Switch on').click();
  await ui.button('Approve changes').waitFor();
  await shot('approval');
  await ui.button('Approve changes').click();
  await pass(60_000);
  await ui.text('Applied').waitFor();
  await shot('applied');
  await narrowShot('applied-320');
  await ui.button('Edit').click();
  await ui.button('Save').waitFor();
  await shot('edit');
  await ui.button('Cancel').click();
  await ui.button('Pause').click();
  await ui.button('Resume').waitFor();
  await ui.button('← Entitlement rules').click();
  await ui.at('sync/rules');
  await page.getByRole('row').filter({ hasText: 'Enterprise support' }).waitFor();
  await shot('list');
  await narrowShot('list-320');
  await fitsNarrowed(page);
  await ui.button('Enterprise support').click();
  await ui.button('Delete').click();
  await ui.inDialog('Delete rule').click();
  await ui.button('Create rule').waitFor();
});
