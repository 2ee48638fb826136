import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { hindrances } from '../support/axe';
import { held } from '../support/between';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
/** Of the customer of the demo site with values, organizations and entitlements of every kind. */
let customerId: string;

const editorOf = (field: string) =>
  page.locator('form').filter({ has: page.getByRole('group', { name: `Save or cancel ${field}` }) });

async function open(): Promise<void> {
  await ui.open(`customers/${encodeURIComponent(customerId)}`);
  await page.getByRole('heading', { name: 'Entitlements', exact: true }).waitFor();
  await ui.button('Edit Region').waitFor();
}

async function edit(field: string): Promise<Locator> {
  await ui.button(`Edit ${field}`).click();
  const editor = editorOf(field);
  await editor.waitFor();
  return editor;
}

const save = (editor: Locator) => editor.getByRole('button', { name: 'Save', exact: true }).click();
const shown = (text: string) => page.locator('main').getByText(text, { exact: true });

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
  const body = { detailFields: [{ name: 'Notes', value: 'Prefers to be called in the morning.' }] };
  const found = await siteApi(session.url)('POST', 'customer/search-by-detail-field', body);
  const [first] = v.parse(foundSchema, found).customers;
  if (first === undefined) throw new Error('The demo site has no such customer.');
  customerId = first.id;
});
afterAll(() => session.close());

describe('the detail values of a customer in a browser', () => {
  it('take a date from the calendar or the keyboard, and are not said to be saved where a typed one was not taken', async () => {
    await open();
    const date = page.getByLabel('Since', { exact: true });
    const editor = await edit('Since');
    await date.fill('Jan 31, 2027');
    await date.press('Enter');
    await save(editor);
    await page.getByText('Since saved').waitFor();
    await shown('Jan 31, 2027').waitFor();
    await page.reload();
    await shown('Jan 31, 2027').waitFor();

    await edit('Since');
    await editor.getByText('Choose a date from the calendar, or type one and press Enter.').waitFor();
    await date.pressSequentially('Feb 1, 2030');
    await page.keyboard.press('Tab');
    await save(editor);
    await ui.focused(ui.button('Edit Since'));
    await shown('Jan 31, 2027').waitFor();
    expect(await page.getByText('Since saved').count()).toBe(0);
  });

  it('are edited by the keyboard alone, and the pencil has the focus once they are saved, cleared or left', async () => {
    await open();
    const seats = page.getByLabel('Seats', { exact: true });
    await pressOn(page, ui.button('Edit Seats'));
    await ui.focused(seats);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('777');
    await page.keyboard.press('Enter');
    await shown('777').waitFor();
    await ui.focused(ui.button('Edit Seats'));
    await edit('Seats');
    await seats.fill('99');
    await page.keyboard.press('Escape');
    await ui.focused(ui.button('Edit Seats'));
    expect(await shown('99').count()).toBe(0);

    for (const [field, option] of [
      ['Region', 'AU'],
      ['Interests', 'Newsletter'],
    ] as const) {
      const chosen = await edit(field);
      await ui.choose(field, option);
      await save(chosen);
      await ui.focused(ui.button(`Edit ${field}`));
      await shown(option).waitFor();
    }

    const editor = await edit('Tier');
    await editor.getByRole('button', { name: 'Clear', exact: true }).click();
    await ui.focused(page.getByLabel('Tier', { exact: true }));
    await save(editor);
    await ui.focused(ui.button('Edit Tier'));
    await shown('None').first().waitFor();
  });

  it('cannot be given up by Escape while they are saved', async () => {
    await open();
    const editor = await edit('Notes');
    await page.getByLabel('Notes', { exact: true }).fill('Sent, and on its way');
    await held(page, 'details.set', async (release) => {
      await save(editor);
      await soon(() => editor.getByRole('button', { name: 'Cancel', exact: true }).isDisabled(), true);
      await page.keyboard.press('Escape');
      release();
      await page.getByText('Notes saved').waitFor();
    });
    await shown('Sent, and on its way').waitFor();
  });
});

describe('a customer in a browser', () => {
  it('hinders nobody and fits 320 pixels, also while values are edited and in its dialogs', async () => {
    await open();
    for (const field of ['Region', 'Since', 'Phone', 'Interests']) await edit(field);
    await page.getByLabel('Phone', { exact: true }).fill('030');
    await save(editorOf('Phone'));
    await page.getByText('A phone number starts with +').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await fitsNarrowed(page);
    for (const name of ['Rename', 'Delete', 'Add to organization']) {
      await ui.button(name).click();
      await ui.dialog.waitFor();
      expect(await hindrances(page, '[role=dialog]')).toEqual([]);
      await page.keyboard.press('Escape');
      await ui.dialog.waitFor({ state: 'detached' });
      await ui.focused(ui.button(name));
    }
  });
});
