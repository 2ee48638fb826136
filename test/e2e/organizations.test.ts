import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits, fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

/** As fast as people type: what is typed has to reach the app before Enter does. */
const TYPING = { delay: 50 };

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const rows = () => page.getByRole('row');

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('finding organizations', () => {
  it('leads through the list a page at a time, and back', async () => {
    await ui.open('organizations');
    await ui.button('Alder Logistics Pty Ltd').waitFor();
    await soon(() => rows().count(), 26);
    await ui.button('Next').click();
    await ui.at('organizations/page/2');
    await ui.button('Alder Logistics Pty Ltd').waitFor({ state: 'detached' });
    await page.goBack();
    await ui.button('Alder Logistics Pty Ltd').click();
    await heading('Alder Logistics Pty Ltd').waitFor();
  });

  it('finds by a part of the name, by the keyboard alone', async () => {
    await ui.open('organizations');
    await page.getByLabel('Part of the name', { exact: true }).focus();
    await page.keyboard.type('ALDER logi', TYPING);
    await page.keyboard.press('Enter');
    await ui.at('organizations/find/words/ALDER logi');
    await ui.text('1 organization found among all 100.').waitFor();
    await pressOn(page, ui.button('Alder Logistics Pty Ltd'));
    await heading('Alder Logistics Pty Ltd').waitFor();
  });
});

describe('an organization', () => {
  it('is created with everything at once, and what was typed survives what the site refuses', async () => {
    await ui.open('organizations/new');
    await ui.button('Create organization').click();
    await ui.text('Enter a name.').waitFor();
    await ui.focused(page.getByLabel(/^Name/));
    await page.getByLabel(/^Name/).fill('Alder Logistics Pty Ltd');
    await page.getByLabel('Switchboard', { exact: true }).fill('030 1');
    await ui.choose('Industry', 'Education');
    await ui.button('Create organization').click();
    await ui.text('A phone number starts with +').waitFor();
    await page.getByLabel('Switchboard', { exact: true }).fill('+49 30 1234567');
    await ui.button('Add customers').click();
    await ui.dialog.getByLabel('Email, name or customer ID').fill('amara bian');
    await ui.inDialog('Find customers').click();
    await ui.inDialog(/^Add Amara Bianchi \(/).click();
    await ui.dialog.getByText('Added', { exact: true }).waitFor();
    await ui.inDialog('Done').click();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.choose('Products', 'Fleet Tracker');
    await ui.button('Create organization').click();
    await ui.text(/exists already/).waitFor();
    await page.getByLabel(/^Name/).fill('Quartz Works');
    await ui.button('Create organization').click();
    await heading('Quartz Works').waitFor();
    await ui.text('1 customer · 1 entitlement').waitFor();
    await ui.text('+49 30 1234567').waitFor();
    await ui.button('Amara Bianchi').waitFor();
    await ui.button('Fleet Tracker').waitFor();
  });

  it('takes customers in and lets them out', async () => {
    await ui.open('organizations/find/names/Quartz%20Works');
    await ui.button('Quartz Works').click();
    await ui.button('Add customers').click();
    await ui.focused(ui.dialog.getByLabel('Email, name or customer ID'));
    await ui.inDialog('Find customers').click();
    await ui.dialog.getByText('Enter an email address, a name or a customer ID.').waitFor();
    await ui.dialog.getByLabel('Email, name or customer ID').fill('nobody at all');
    await ui.inDialog('Find customers').click();
    await ui.dialog.getByText('No customers found.').waitFor();
    await ui.dialog.getByLabel('Email, name or customer ID').fill('amara dahl');
    await ui.inDialog('Find customers').click();
    await ui.inDialog(/^Add Amara Dahl \(/).click();
    await ui.dialog.getByText('Added', { exact: true }).waitFor();
    await ui.inDialog('Done').click();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.text('2 customers · 1 entitlement').waitFor();
    await ui.button(/^Remove Amara Bianchi \(amara.*@/).click();
    await ui.inDialog('Remove customer').click();
    await ui.text('1 customer · 1 entitlement').waitFor();
    await ui.button('Amara Bianchi').waitFor({ state: 'detached' });
  });
});

describe('for everyone', () => {
  const pages = ['organizations', 'organizations/find/names/1/Nobody', 'organizations/new', 'organizations/1'];

  it('has nothing that axe finds, and fits in 320 px', async () => {
    for (const path of pages) {
      await ui.open(path);
      await settled();
      expect({ path, found: await hindrances(page) }).toEqual({ path, found: [] });
      await fitsNarrowed(page);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await ui.button(/^Remove Tamar Fernández/).click();
    await ui.inDialog('Keep it').click();
  });

  it('fits in 320 px with a field of a long name, also while its value is entered', async () => {
    const long = 'W'.repeat(60);
    await siteApi(session.url)('POST', 'organization/details', { name: long, type: { name: 'TEXT' } });
    await page.setViewportSize({ width: 320, height: 700 });
    await ui.open('organizations/2');
    await ui.button(`Edit ${long}`).click();
    const group = page.getByRole('group', { name: `Save or cancel ${long}` });
    await group.waitFor();
    await fits(page);
    await group.getByRole('button', { name: 'Cancel', exact: true }).click();
    await group.waitFor({ state: 'detached' });
    await fits(page);
    await ui.open('organizations/new');
    await ui.text('WWWW').waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

/** Waits until everything on the page is loaded. */
async function settled(): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-testid="skeleton"]') === null);
}
