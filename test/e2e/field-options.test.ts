import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { PRESS_MS, pressOn } from '../support/keyboard';
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
const option = (number: number) => page.getByLabel(`Option ${number}`, { exact: true });

/** The options that are written, from the first. */
async function written(): Promise<string[]> {
  const fields = await page.getByLabel(/^Option \d+$/).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('detail fields with options in a browser', () => {
  it('are created with options, by the keyboard too, and with a list that is pasted', async () => {
    await ui.open('fields/customers/new/Plan/select');
    await soon(() => name().inputValue(), 'Plan');
    await pressOn(page, ui.button('Add option'));
    await ui.focused(option(1));
    await page.keyboard.type('Basic, or so');
    await page.getByText('An option can’t contain a comma.').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.getByText('An option can’t contain a comma.').waitFor();
    await ui.button('Create field').click();
    await ui.focused(option(1));
    await option(1).fill('Basic');
    await ui.button('Paste a list').click();
    await ui.dialog.getByRole('textbox').fill('Gold, silver\nbasic\tSilver\n');
    await ui.dialog.getByText('Left out because they’re already in the list: “basic” and “Silver”.').waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await ui.inDialog('Add 2 options').dblclick();
    await option(3).waitFor();
    await ui.button('Move silver up').click();
    await soon(written, ['Basic', 'silver', 'Gold']);
    await ui.button('Create field').click();
    await ui.flag('Plan created').waitFor();
    await row('Plan').getByText('Basic · silver · Gold').waitFor();
    await page.getByText('17 of 50 used').waitFor();
  });

  it('are saved by Enter in the name, and Enter in an option begins the next one', async () => {
    await ui.open('fields/customers/new/Size/select');
    await ui.button('Add option').click();
    await option(1).fill('Small');
    await option(1).press('Enter');
    await ui.focused(option(2));
    await option(2).press('Enter');
    await option(2).fill('Large');
    await option(1).press('Enter');
    await ui.focused(option(2));
    await soon(written, ['Small', 'Large']);
    await name().press('Enter');
    await ui.flag('Size created').waitFor();
    await ui.open('fields/customers/edit/Size');
    await name().fill('Size of shoe');
    await name().press('Enter');
    await ui.flag('Size of shoe saved').waitFor();
    await row('Size of shoe').getByText('Small · Large').waitFor();
    await site('DELETE', 'customer/details/Size%20of%20shoe');
  });

  it('keep the focus among the options when the button that was pressed goes', async () => {
    await ui.open('fields/customers/edit/Region');
    await pressOn(page, ui.button('Move US up'));
    await ui.focused(option(1));
    await pressOn(page, ui.button('Remove US'));
    await ui.focused(option(1));
    await soon(() => option(1).inputValue(), 'EU');
    await pressOn(page, ui.button('Remove ZA'));
    await ui.focused(option(6));
  });

  it('do not lose a click on a button to the error of the option that it leaves', async () => {
    await ui.open('fields/customers/new/Rating/select');
    await ui.button('Add option').click();
    await option(1).fill('Basic, or so');
    await ui.button('Add option').click({ delay: PRESS_MS });
    await ui.focused(option(2));
    await page.getByText('An option can’t contain a comma.').waitFor();
    await option(2).fill('Gold, or so');
    await ui.button('Create field').click({ delay: PRESS_MS });
    await ui.focused(option(1));
  });

  it('lose options only once it was said who holds them and the name was typed', async () => {
    await ui.open('fields/customers/edit/Region');
    await option(1).fill('Europe');
    await ui.button('Remove ZA').click();
    await ui.button('Add option').click();
    await option(8).fill('Moon');
    await ui.button('Save field').click();
    await ui.dialog.getByText('Remove 2 options from Region?').waitFor();
    await ui.dialog.getByText('Removed: “ZA”. You won’t be able to choose it for any customer.').waitFor();
    await ui.dialog.getByText(/^Renamed: “EU” to “Europe”/).waitFor();
    await ui.dialog.getByText(/^“EU”: \d+ customers$/).waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await soon(() => ui.inDialog('Save field').isEnabled(), false);
    await ui.dialog.getByRole('textbox').fill('Region');
    await ui.inDialog('Save field').click();
    await ui.flag('Region saved').waitFor();
    await row('Region').getByText('Europe · US · UK +5').waitFor();
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });
});
