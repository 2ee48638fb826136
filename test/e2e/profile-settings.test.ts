import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

const shown = (field: string) => page.getByRole('checkbox', { name: field, exact: true });
const readOnly = (field: string) => page.getByRole('checkbox', { name: new RegExp(`^Read-only +${field}$`) });

it('lets what agents see be chosen by the keyboard alone, hinders nobody and fits 320 pixels', async () => {
  await ui.open('settings/profile');
  await shown('Region').waitFor();
  expect(await hindrances(page)).toEqual([]);
  await fitsNarrowed(page);
  await readOnly('Tier').check({ force: true });
  await ui.button('Move Tier up').click();
  await pressOn(page, shown('Interests'), 'Space');
  await pressOn(page, ui.button('Save'));
  await page.getByText('Customer on the issue saved').waitFor();
  await page.reload();
  await ui.text(/^Last changed by Ada Admin/).waitFor();
  await soon(() => shown('Interests').isChecked(), false);
  await soon(() => readOnly('Tier').isChecked(), true);
  await page.getByRole('button', { name: 'Move Tier up', disabled: true }).waitFor();
});
