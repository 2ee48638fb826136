import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { siteApi } from '../support/site-api';

jest.setTimeout(120_000);

/** As fast as people type: what is typed has to reach the app before Enter does. */
const TYPING = { delay: 50 };

const entitlementsSchema = v.array(v.object({ id: v.string(), product: v.object({ id: v.string() }) }));

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
/** The one entitlement of organization 1, to the Payment Terminal. */
let terminal: v.InferOutput<typeof entitlementsSchema>[number];

const heading = (name: string) => page.getByRole('heading', { name, exact: true });

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
  const [first] = v.parse(entitlementsSchema, await siteApi(session.url)('GET', 'organization/1/entitlement'));
  if (first === undefined) throw new Error('The demo organization has no entitlement.');
  terminal = first;
});
afterAll(() => session.close());

describe('finding who holds entitlements', () => {
  it('finds a customer by a name, by the keyboard alone, and marks what is inherited', async () => {
    await ui.open('entitlements');
    await ui.button('Find').click();
    await ui.text('Enter an email address, a name or a customer ID.').waitFor();
    await ui.focused(page.getByLabel('Email, name or customer ID', { exact: true }));
    await page.keyboard.type('tamar fern', TYPING);
    await page.keyboard.press('Enter');
    await ui.at('entitlements/find/customer/tamar fern');
    const found = page.getByRole('row').filter({ hasText: 'tamar.fernandez.108@' }).getByRole('button');
    await pressOn(page, found);
    await heading('Tamar Fernández').waitFor();
    await ui.text('Inherited').waitFor();
    await ui.button('from Alder Logistics Pty Ltd').click();
    await ui.at('organizations/1');
  });
});

describe('the entitlements of a holder', () => {
  it('are granted and revoked', async () => {
    await ui.open('entitlements/organization/1');
    await ui.button('Grant a product').click();
    await ui.inDialog('Grant product').click();
    await ui.dialog.getByText('Choose the product to grant.').waitFor();
    await ui.choose('Product to grant', 'Fleet Tracker');
    await ui.inDialog('Grant product').click();
    await ui.button('Fleet Tracker').waitFor();
    await ui.button('Revoke Fleet Tracker').click();
    await ui.dialog.getByText(/loses Fleet Tracker, along with the \d+ customers who inherit it/).waitFor();
    await ui.inDialog('Revoke entitlement').click();
    await ui.button('Fleet Tracker').waitFor({ state: 'detached' });
  });
});

describe('for everyone', () => {
  const paths = () => [
    'entitlements',
    'entitlements/find/customer/tamar',
    'entitlements/find/organization/alder',
    'entitlements/organization/1',
    `entitlements/${terminal.id}`,
  ];

  it('has nothing that axe finds, and fits in 320 px', async () => {
    for (const path of paths()) {
      await ui.open(path);
      await settled();
      expect({ path, found: await hindrances(page) }).toEqual({ path, found: [] });
      await fitsNarrowed(page);
    }
  });
});

/** Waits until everything on the page is loaded. */
async function settled(): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-testid="skeleton"]') === null);
}
