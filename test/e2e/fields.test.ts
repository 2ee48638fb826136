import type { Page } from 'playwright-core';
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

const site = (...request: Parameters<ReturnType<typeof siteApi>>) => siteApi(session.url)(...request);
const control = () => sandboxControl(session.url);
const dialog = () => page.getByRole('dialog');
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
const flag = (words: string) => page.getByRole('alert').getByText(words);
const row = (name: string) => page.getByRole('row').filter({ has: ui.button(name) });
const name = () => page.getByRole('textbox', { name: /^Name/ });
const option = (number: number) => page.getByLabel(`Option ${number}`, { exact: true });

const options = (...texts: string[]) => ({ name: 'SELECT', options: texts });
/** What another administrator makes of the options of a field. */
const change = (field: string, ...texts: string[]) =>
  site('PUT', `customer/details/${encodeURIComponent(field)}`, { name: field, options: texts });

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

describe('detail fields in a browser', () => {
  it('stand in three tabs with their slots, each with an address', async () => {
    await ui.open('fields');
    await page.getByText('12 of 50 used').waitFor();
    await row('Region').getByText('EU · US · UK +5').waitFor();
    await page.getByRole('tab', { name: 'Organizations 10' }).click();
    await ui.at('fields/organizations');
    await page.getByText('10 of 50 used').waitFor();
    await page.reload();
    await page.getByText('10 of 50 used').waitFor();
    await page.goBack();
    await page.getByText('12 of 50 used').waitFor();
  });

  it('are checked against the rules of names while they are written', async () => {
    await ui.open('fields/customers/new');
    await ui.button('Create field').click();
    await page.getByText('Give the field a name.').waitFor();
    await ui.focused(name());
    const faults = {
      x: 'A name has at least 2 characters.',
      'What?': 'A name cannot contain ?',
      label: '“Label” is reserved: Customer Service Management uses it itself.',
      tier: 'There is a field named “Tier” already.',
      ['x'.repeat(256)]: 'A name has at most 255 characters; this one has 256.',
    };
    for (const [written, words] of Object.entries(faults)) {
      await name().fill(written);
      await page.getByText(words, { exact: true }).waitFor();
    }
    await name().fill('Tier of old');
    await page.getByText('2 to 255 characters, without').waitFor();
  });

  it('are created with options, by the keyboard too, and with a list that is pasted', async () => {
    await ui.open('fields/customers/new/Plan/select');
    await soon(() => name().inputValue(), 'Plan');
    await pressOn(page, ui.button('Add option'));
    await ui.focused(option(1));
    await page.keyboard.type('Basic, or so');
    await page.getByText('An option cannot contain a comma.').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.getByText('An option cannot contain a comma.').waitFor();
    await ui.button('Create field').click();
    await ui.focused(option(1));
    await option(1).fill('Basic');
    await ui.button('Paste a list').click();
    await dialog().getByRole('textbox').fill('Gold, silver\nbasic\tSilver\n');
    await dialog().getByText('Left out, as they are in the list: “basic” and “Silver”.').waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await inDialog('Add 2 options').dblclick();
    await option(3).waitFor();
    await ui.button('Move silver up').click();
    await soon(written, ['Basic', 'silver', 'Gold']);
    await ui.button('Create field').click();
    await flag('Plan created').waitFor();
    await row('Plan').getByText('Basic · silver · Gold').waitFor();
    await page.getByText('13 of 50 used').waitFor();
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
    await flag('Size created').waitFor();
    await ui.open('fields/customers/edit/Size');
    await name().fill('Size of shoe');
    await name().press('Enter');
    await flag('Size of shoe saved').waitFor();
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
    await page.getByText('An option cannot contain a comma.').waitFor();
    await option(2).fill('Gold, or so');
    await ui.button('Create field').click({ delay: PRESS_MS });
    await ui.focused(option(1));
  });

  it('keep what was written when the site does not answer, and say what it refuses', async () => {
    await ui.open('fields/organizations/new');
    await name().fill('Renewal');
    await page.getByRole('combobox', { name: /^Type/ }).fill('Date');
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    await control().faults({ down: true });
    await ui.button('Create field').click();
    await page.getByText('Your site does not answer').waitFor();
    await soon(() => name().inputValue(), 'Renewal');
    await control().faults({ down: false });
    await site('POST', 'organization/details', { name: 'renewal', type: { name: 'TEXT' } });
    await ui.button('Create field').click();
    await page.getByText('There is a field named “renewal” already.').waitFor();
    await name().fill('Renewal day');
    await ui.button('Create field').click();
    await flag('Renewal day created').waitFor();
    await row('Renewal day').getByText('Date').waitFor();
  });

  it('ask before a form that is half written is left with Back, and not when it is given up', async () => {
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await ui.open('fields');
    await ui.button('Create field').click();
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
    await flag('Service tier saved').waitFor();
    await row('Service tier').getByRole('button', { name: 'Delete Service tier' }).click();
    await dialog()
      .getByText(/^\d[\d,]* customers have a value now\.$/)
      .waitFor();
    await inDialog('Keep it').click();
    await ui.focused(ui.button('Delete Service tier'));
    await ui.open('fields/customers/edit/Tier');
    await page.getByText('There is no such field').waitFor();
  });

  it('lose options only once it was said who holds them and the name was typed', async () => {
    await ui.open('fields/customers/edit/Region');
    await option(1).fill('Europe');
    await ui.button('Remove ZA').click();
    await ui.button('Add option').click();
    await option(8).fill('Moon');
    await ui.button('Save field').click();
    await dialog().getByText('Take 2 options out of Region?').waitFor();
    await dialog().getByText('Removed: “ZA”. No customer can be given it any more.').waitFor();
    await dialog()
      .getByText(/^Renamed: “EU” to “Europe”/)
      .waitFor();
    await dialog()
      .getByText(/^“EU”: \d+ customers$/)
      .waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await soon(() => inDialog('Save field').isEnabled(), false);
    await dialog().getByRole('textbox').fill('Region');
    await inDialog('Save field').click();
    await flag('Region saved').waitFor();
    await row('Region').getByText('Europe · US · UK +5').waitFor();
  });

  it('show what another administrator has made of the options, and let the person choose', async () => {
    await site('POST', 'customer/details', { name: 'Shared', type: options('One', 'Two') });
    await ui.open('fields/customers/edit/Shared');
    await ui.button('Remove Two').click();
    await change('Shared', 'One', 'Two', 'Three');
    await ui.button('Save field').click();
    await dialog().getByRole('textbox').fill('Shared');
    await inDialog('Save field').click();
    await page.getByText('The list of options of Shared is now: “One”, “Two” and “Three”.').waitFor();
    await ui.button('Keep what is there').click();
    await option(3).waitFor();
    await soon(written, ['One', 'Two', 'Three']);

    await option(3).fill('Tres');
    await ui.button('Add option').click();
    await option(4).fill('Mine');
    await change('Shared', 'One', 'Two', 'Three', 'Four');
    await ui.button('Save field').click();
    await dialog().getByRole('textbox').fill('Shared');
    await inDialog('Save field').click();
    await ui.button('Save mine over it').click();
    // What somebody else has added goes as well: that is asked anew.
    await dialog().getByText('Removed: “Four”. No customer can be given it any more.').waitFor();
    await dialog().getByRole('textbox').fill('Shared');
    await inDialog('Save field').click();
    await flag('Shared saved').waitFor();
    await row('Shared').getByText('One · Two · Tres +1').waitFor();
  });

  it('are deleted once their name is typed, unless another has changed them meanwhile', async () => {
    await site('POST', 'customer/details', { name: 'Doomed', type: options('Red') });
    await ui.open('fields/customers/edit/Doomed');
    await ui.button('Delete field').click();
    await dialog().getByText('0 customers have a value now.').waitFor();
    await change('Doomed', 'Red', 'Blue');
    await dialog().getByRole('textbox').fill('Doomed');
    await inDialog('Delete field').click();
    await dialog()
      .getByText(/its options are Red, Blue now/)
      .waitFor();
    await inDialog('Delete field').click();
    await flag('Doomed deleted').waitFor();
    await page.getByText('14 of 50 used').waitFor();
    expect(await row('Doomed').count()).toBe(0);
  });

  it('are at most 50 of an entity, which the form says before anything is written', async () => {
    for (let at = 10; at <= 50; at += 1) {
      await site('POST', 'entitlement/details', { name: `Field ${at}`, type: { name: 'TEXT' } });
    }
    await ui.open('fields/entitlements');
    await page.getByText('50 of 50 used').waitFor();
    await ui.button('Create field').click();
    await page.getByText('All 50 fields of entitlements are used').waitFor();
    expect(await name().count()).toBe(0);
  });

  it.each(['Light', 'Dark'] as const)('hinder nobody: %s', async (theme) => {
    await ui.open('fields');
    await ui.theme(theme);
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
    await site('POST', 'customer/details', { name: long, type: options(long) });
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['fields', 'fields/customers/new/x/select', `fields/customers/edit/${long}`]) {
      await ui.open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByTestId('skeleton').waitFor({ state: 'detached' });
      await fits(page);
    }
    await ui.button('Delete field').click();
    await dialog().getByRole('textbox').waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('show what is amiss in place of the list alone, and lead nowhere from a wrong address', async () => {
    await control().faults({ down: true });
    await ui.open('fields');
    await page.getByText('Your site does not answer').waitFor();
    await control().faults({ down: false });
    await ui.button('Try again').click();
    await row('Region').waitFor();
    await ui.open('fields/persons');
    await page.getByText('There is no such page').waitFor();
    expect(await control().violations()).toEqual([]);
  });
});
