import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits, fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
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

  it('finds several by their names and ids, and says which nobody has', async () => {
    await ui.open('organizations');
    await ui.choose('Find by', 'Names or IDs');
    await ui.button('Find organizations').click();
    await ui.text('Enter a name or an ID.').waitFor();
    await page.getByLabel('Names or IDs', { exact: true }).fill('x'.repeat(201));
    await ui.text('A name can have up to 200 characters. Shorten it.').waitFor();
    await ui.focused(page.getByLabel('Names or IDs', { exact: true }));
    await page.getByLabel('Names or IDs', { exact: true }).fill('2\nalder logistics pty ltd\nNobody/Ltd');
    await ui.button('Find organizations').click();
    await ui.text('2 organizations found.').waitFor();
    await ui.text('Nobody/Ltd').waitFor();
    await ui.button('Amber Logistics S.A.').waitFor();
  });

  it('says so where nothing is found, and is not lost over an address that makes no sense', async () => {
    await ui.open('organizations/find/words/no%20such%20word');
    await ui.text('No organizations found among all 100.').waitFor();
    await ui.open('organizations/find/shoe-size/42');
    await heading('Page not found').waitFor();
    await ui.open('organizations/4711');
    await ui.text('There is no organization 4711.').waitFor();
  });

  it('says that the site is down in the place of the list, shows that it is tried again, and then the list', async () => {
    const control = sandboxControl(session.url);
    await control.faults({ down: true });
    await ui.open('organizations');
    await ui.text('Your site isn’t responding').waitFor();
    await control.faults({ down: false, latencyMs: 1_500 });
    await ui.button('Try again').click();
    await ui.button(/^Try again.*Loading/).waitFor();
    await ui.button('Alder Logistics Pty Ltd').waitFor();
    await control.faults({ latencyMs: 0 });
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

  it('turns the pages of its customers, each with an address', async () => {
    await ui.open('organizations/1');
    await ui.button('Tamar Fernández').waitFor();
    await ui.button('Next').click();
    await ui.at('organizations/1/customers/2');
    await ui.button('Tamar Fernández').waitFor({ state: 'detached' });
    await soon(() => page.getByRole('table').getByRole('row').count(), 5);
  });

  it('has its values edited in their place', async () => {
    await ui.open('organizations/2');
    await ui.button('Edit Homepage').click();
    const form = page.locator('form').filter({ hasText: 'Start with https' });
    await page.getByLabel('Homepage', { exact: true }).fill('https://amber.example');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await ui.text('https://amber.example').waitFor();
  });

  it('is renamed, unless someone else has just done so', async () => {
    await ui.open('organizations/5');
    await heading('Birch Logistics K.K.').waitFor();
    await siteApi(session.url)('PUT', 'organization/5', { name: 'Birch' });
    await ui.button('Rename').click();
    await ui.dialog.getByLabel(/^Name/).fill('Birch Holding');
    await ui.inDialog('Rename organization').click();
    await ui.dialog.getByText(/The name is now: Birch/).waitFor();
    await ui.inDialog('Overwrite with mine').click();
    await heading('Birch Holding').waitFor();
    await ui.button('Rename').click();
    await ui.dialog.getByLabel(/^Name/).fill('Cedar Logistics K.K.');
    await ui.inDialog('Rename organization').click();
    await ui.dialog.getByText(/exists already/).waitFor();
  });

  it('says that it is not there any more where someone else has deleted it meanwhile', async () => {
    await ui.open('organizations/7');
    const name = await page
      .locator('main h1')
      .filter({ hasNotText: /^Organization$/ })
      .innerText();
    await siteApi(session.url)('DELETE', 'organization/7');
    await ui.button('Delete').click();
    await ui.dialog.getByLabel(/to confirm/).fill(name);
    await ui.inDialog('Delete organization').click();
    await ui.dialog.getByText('Your site no longer has organization 7.').waitFor();
    await ui.inDialog('Keep it').click();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.text('This can’t be found').waitFor();
  });

  it('is deleted once its name was typed in, and leaves its customers', async () => {
    await ui.open('organizations/8');
    await ui.button('Delete').click();
    await ui.dialog.getByText('Its 27 customers stay, without the entitlements inherited from it.').waitFor();
    await soon(() => ui.inDialog('Delete organization').isDisabled(), true);
    await ui.dialog.getByLabel(/to confirm/).fill('Cedar Logistics K.K.');
    await ui.inDialog('Delete organization').click();
    await ui.at('organizations');
    await ui.button('Cinder Logistics Inc').waitFor();
    expect(await ui.button('Cedar Logistics K.K.').count()).toBe(0);
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

  it('shows a person without the right no data', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Signed in as').selectOption({ label: 'Gil Agent (agent)' });
    await ui.open('organizations');
    await ui.text('You need the Administer Jira permission').waitFor();
    expect(await ui.button('Alder Logistics Pty Ltd').count()).toBe(0);
  });
});

/** Waits until everything on the page is loaded. */
async function settled(): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-testid="skeleton"]') === null);
}
