import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { PRESS_MS, pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const found = () => page.getByRole('table').getByRole('button');

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('finding customers', () => {
  it('finds by the beginning of a name, opens one, and goes back to what was found', async () => {
    await ui.open('customers');
    await page.getByLabel('Email or name', { exact: true }).fill('amara bian');
    await ui.button('Find customers').click();
    await ui.at('customers/find/person/1/amara bian');
    await found().first().click();
    await page.getByRole('heading', { name: 'Amara Bianchi', exact: true }).waitFor();
    await page.goBack();
    await found().first().waitFor();
    await soon(() => page.getByLabel('Email or name', { exact: true }).inputValue(), 'amara bian');
  });

  it('finds by several values, a page at a time, and each page has an address', async () => {
    await ui.open('customers');
    await ui.choose('Find by', 'Detail values');
    await ui.choose('Field 1', 'Region');
    await ui.choose('Value 1', 'EU');
    await ui.button('Add a field').click();
    await ui.choose('Field 2', 'Tier');
    await ui.button('Find customers').click();
    await page.getByText('Choose a field and enter a value on every line.').waitFor();
    await ui.focused(page.getByLabel('Value 2', { exact: true }));
    await ui.choose('Value 2', 'Gold');
    await ui.button('Find customers').click();
    await page.getByText('90 customers').waitFor();
    const first = await found().first().innerText();
    await page.getByRole('navigation', { name: 'Pages of customers' }).getByText('4', { exact: true }).click();
    await ui.at('customers/find/details/4/Region/EU/Tier/Gold');
    await expectRows(15);
    await page.goBack();
    await page.getByText(first, { exact: true }).waitFor();
  });

  it('finds the members of an organization', async () => {
    await ui.open('customers');
    await ui.choose('Find by', 'Organization');
    await ui.button('Find customers').click();
    await page.getByText('Choose an organization.').waitFor();
    await ui.focused(page.getByLabel('Organization', { exact: true }));
    await ui.choose('Organization', 'Alder Logistics Pty Ltd');
    await ui.button('Find customers').click();
    await ui.at('customers/find/organization/1/1');
    await found().first().waitFor();
    // A person who opens the address finds the organization by its name, not by its number.
    await page.reload();
    await page.locator('main').getByText('Alder Logistics Pty Ltd').waitFor();
  });

  it('says which of several ids nobody has', async () => {
    await ui.open('customers/find/id/1/qm:gone/qm:away');
    await page.getByText('qm:gone, qm:away').waitFor();
    await page.getByText('No customers found.').waitFor();
  });

  it('is not lost over an address that makes no sense', async () => {
    await ui.open('customers/find/shoe-size/1/42');
    await page.getByRole('heading', { name: 'Page not found', exact: true }).waitFor();
  });

  it('says that the site is down in the place of what would be found, and finds it on another try', async () => {
    const control = sandboxControl(session.url);
    await control.faults({ down: true });
    await ui.open('customers/find/person/1/amara%20bian');
    await ui.text('Your site isn’t responding').waitFor();
    await control.faults({ down: false });
    await page.getByRole('button', { name: 'Try again' }).click();
    await found().first().waitFor();
  });

  it('works by the keyboard alone', async () => {
    await ui.open('customers');
    await page.getByLabel('Email or name', { exact: true }).focus();
    await page.keyboard.type('amara bian');
    await page.keyboard.press('Enter');
    await pressOn(page, found().first());
    await page.getByRole('heading', { name: 'Amara Bianchi', exact: true }).waitFor();
  });
});

async function expectRows(count: number): Promise<void> {
  // Under the head of the table; the rows of the page before stay until the next ones are there.
  await page.getByRole('row').nth(count).waitFor();
  await page
    .getByRole('row')
    .nth(count + 1)
    .waitFor({ state: 'detached' });
}

describe('creating a customer', () => {
  it('keeps what was typed through errors and a fault of the site, then creates with everything at once', async () => {
    await ui.open('customers/new');
    await ui.button('Create customer').click();
    await page.getByText('Enter the customer’s email address.').waitFor();
    await ui.focused(page.getByLabel('Email', { exact: false }).first());
    await page.getByLabel(/^Email/).fill('grace@example.com');
    await page.getByLabel('Display name').fill('Grace Hopper');
    await page.getByLabel('Phone', { exact: true }).fill('030 12345');
    await page.getByLabel('Website', { exact: true }).fill('example');
    await page.getByLabel('Billing email', { exact: true }).fill('nobody');
    await ui.button('Create customer').click();
    await page.getByText('A phone number starts with +').waitFor();
    await page.getByText('Not a URL.').waitFor();
    await page.getByText('Not an email address.').waitFor();
    await ui.focused(page.getByLabel('Phone', { exact: true }));
    await page.getByLabel('Phone', { exact: true }).fill('+49 30 12345');
    await page.getByLabel('Website', { exact: true }).fill('https://example.com');
    await page.getByLabel('Billing email', { exact: true }).fill('bills@example.com');
    await ui.choose('Region', 'EU');
    await ui.choose('VIP', 'Yes');
    await ui.choose('Interests', 'Events');
    await ui.choose('Interests', 'Webinars');
    await ui.choose('Organizations', 'Alder Logistics Pty Ltd');
    await ui.choose('Products', 'Field Service');
    const control = sandboxControl(session.url);
    await control.faults({ down: true });
    await ui.button('Create customer').click();
    await ui.text('Your site isn’t responding').waitFor();
    await soon(() => page.getByLabel('Display name').inputValue(), 'Grace Hopper');
    await control.faults({ down: false });
    await ui.button('Create customer').click();
    await page.getByRole('heading', { name: 'Grace Hopper', exact: true }).waitFor();
    for (const words of ['+49 30 12345', 'https://example.com', 'EU', 'Webinars', 'Alder Logistics Pty Ltd']) {
      await ui.text(words).waitFor();
    }
    await ui.button('Field Service').waitFor();
  });

  it('names the organization that the site did not add', async () => {
    const site = siteApi(session.url);
    const { id } = v.parse(v.object({ id: v.string() }), await site('POST', 'organization', { name: 'Fleeting Ltd' }));
    await ui.open('customers/new');
    await page.getByLabel(/^Email/).fill('left.out@example.com');
    await ui.choose('Organizations', 'Fleeting Ltd');
    await site('DELETE', `organization/${id}`);
    await ui.button('Create customer').click();
    await page.getByText('Customer created, but not complete').waitFor();
    await page.getByText(/Your site did not add: .*Fleeting Ltd/).waitFor();
    await page.getByRole('heading', { name: 'left.out@example.com', exact: true }).waitFor();
  });

  it('shows the site’s own words where the address is taken', async () => {
    await ui.open('customers/new');
    await page.getByLabel(/^Email/).fill('grace@example.com');
    await ui.button('Create customer').click();
    await ui.text(/A customer with the e-mail grace@example.com exists already/).waitFor();
    await soon(() => page.getByLabel(/^Email/).inputValue(), 'grace@example.com');
  });

  it('does not lose a click on the button to the error of the field that it leaves', async () => {
    await ui.open('customers/new');
    await page.getByLabel(/^Email/).fill('nobody');
    await ui.button('Create customer').click({ delay: PRESS_MS });
    await page.getByText('Not an email address.').waitFor();
    await ui.focused(page.getByLabel(/^Email/));
  });

  it('says at the picker that five organizations are the most, and puts the focus there', async () => {
    await ui.open('customers/new');
    await page.getByLabel(/^Email/).fill('many@example.com');
    const names = ['Alder', 'Amber', 'Atlas', 'Beacon', 'Birch', 'Boreal'];
    for (const name of names) {
      const field = page.getByLabel('Organizations', { exact: true });
      await field.fill(`${name} Logistics`);
      await page.getByRole('option', { name: new RegExp(`^${name} Logistics`) }).waitFor();
      await field.press('Enter');
    }
    await ui.button('Create customer').click({ delay: PRESS_MS });
    await page.getByText('You can add up to 5 organizations at once.').waitFor();
    await ui.focused(page.getByLabel('Organizations', { exact: true }));
    await page
      .locator('main')
      .getByText(/^Boreal Logistics/)
      .waitFor();
  });
});

describe('the looks of the pages', () => {
  it('have no serious accessibility violations', async () => {
    await ui.open('customers');
    await ui.button('Find customers').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await ui.open('customers/find/details/1/Region/EU/Tier/Gold');
    await expectRows(25);
    expect(await hindrances(page)).toEqual([]);
    await ui.open('customers/new');
    await page.getByLabel('Interests', { exact: true }).waitFor();
    await ui.button('Create customer').click();
    await page.getByText('Enter the customer’s email address.').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('fit a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['customers', 'customers/find/details/1/Region/EU/Tier/Gold', 'customers/new']) {
      await ui.open(path);
      await page
        .locator('main')
        .getByLabel(/^(Find by|Interests)$/)
        .first()
        .waitFor();
      await fits(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
