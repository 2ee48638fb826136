import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const site = (...request: Parameters<ReturnType<typeof siteApi>>) => siteApi(session.url)(...request);
const row = (name: string) => page.getByRole('row').filter({ has: ui.button(name) });
const name = () => page.getByRole('textbox', { name: /^Name/ });

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('detail fields in a browser', () => {
  it('stand in three tabs with their slots, each with an address', async () => {
    await ui.open('fields');
    await page.getByText('16 of 50 used').waitFor();
    await row('Region').getByText('EU · US · UK +5').waitFor();
    await page.getByRole('tab', { name: 'Organizations' }).click();
    await ui.at('fields/organizations');
    await page.getByText('14 of 50 used').waitFor();
    await page.reload();
    await page.getByText('14 of 50 used').waitFor();
    await page.goBack();
    await page.getByText('16 of 50 used').waitFor();
  });

  it('put the focus on what is missing, and ask before a form that is half written is left with Back alone', async () => {
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await ui.open('fields');
    await ui.button('Create field').click();
    await ui.at('fields/customers/new');
    await ui.button('Create field').click();
    await page.getByText('Enter a name.').waitFor();
    await ui.focused(name());
    await name().fill('Half wri');
    await page.goBack();
    await question.getByRole('button', { name: 'Stay', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await soon(() => name().inputValue(), 'Half wri');
    await ui.at('fields/customers/new');
    await ui.button('Cancel').click();
    await ui.at('fields/customers');
    expect(await question.count()).toBe(0);
  });

  it('are renamed without the loss of a value, and are found under the new name', async () => {
    await ui.open('fields/customers/edit/Tier');
    await name().fill('Service tier');
    await ui.button('Save field').click();
    await ui.flag('Service tier saved').waitFor();
    await row('Service tier').getByRole('button', { name: 'Delete Service tier' }).click();
    await ui.dialog.getByText(/^\d[\d,]* customers have a value now\.$/).waitFor();
    await ui.inDialog('Keep it').click();
    await ui.focused(ui.button('Delete Service tier'));
    await ui.open('fields/customers/edit/Tier');
    await page.getByText('Field not found').waitFor();
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });

  it('hinder nobody', async () => {
    const paths = [
      'fields',
      'fields/organizations',
      'fields/entitlements',
      'fields/customers/new/A?/select',
      'fields/customers/edit/Region',
    ];
    for (const path of paths) {
      await ui.open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByTestId('skeleton').waitFor({ state: 'detached' });
      expect(await hindrances(page)).toEqual([]);
    }
  });

  it('fit a narrow window, whatever their names', async () => {
    const long = 'W'.repeat(255);
    await site('POST', 'customer/details', { name: long, type: { name: 'SELECT', options: [long] } });
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['fields', 'fields/customers/new/x/select', `fields/customers/edit/${long}`]) {
      await ui.open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByTestId('skeleton').waitFor({ state: 'detached' });
      await fits(page);
    }
    await ui.button('Delete field').click();
    await ui.dialog.getByRole('textbox').waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
