import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { PRESS_MS, pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
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
