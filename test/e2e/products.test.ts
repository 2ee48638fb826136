import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const site = (...request: Parameters<ReturnType<typeof siteApi>>) => siteApi(session.url)(...request);
const names = () => page.getByRole('textbox', { name: 'Names' });
const outcome = (name: string) => page.getByRole('row').filter({ has: ui.button(name).or(page.getByText(name)) });

const productSchema = v.object({ id: v.string(), name: v.string() });
/** A product that another administrator creates. */
const add = async (name: string) => v.parse(productSchema, await site('POST', 'product', { name }));

beforeAll(async () => {
  session = await openBrowser(['--site', 'empty']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('products in a browser', () => {
  it('begin with none: a pasted list creates them, and tells what became of each name', async () => {
    await ui.open('products');
    await page.getByText('No products yet').waitFor();
    await ui.button('Create products').click();
    await ui.at('products/new');
    await ui.button('Create product').click();
    await page.getByText('Enter the name of at least one product.').waitFor();
    await ui.focused(names());

    await names().fill('Fleet Tracker\r\nScanner\n\nfleet tracker');
    await page.getByText('Entered more than once, created only once: “fleet tracker”.').waitFor();
    await ui.button('Create 2 products').click();
    await ui.flag('2 products created').waitFor();
    await soon(() => names().inputValue(), '');

    await names().fill(`SCANNER\nTerminal\n${'x'.repeat(201)}`);
    await page.getByText('1 name left out: longer than 200 characters.').waitFor();
    await ui.button('Create 2 products').click();
    await outcome('SCANNER').getByText('already exists').waitFor();
    await outcome('SCANNER').getByText('As “Scanner”.').waitFor();
    await outcome('Terminal').getByText('created').waitFor();
    await soon(() => names().inputValue(), 'x'.repeat(201));
    await ui.button('Done').click();
    await ui.button('Fleet Tracker').waitFor();
  });

  it('go on page by page, each with an address of its own, and Back leads back', async () => {
    for (let at = 1; at <= 45; at += 1) await add(`Product ${at}`);
    await ui.open('products');
    await ui.button('Fleet Tracker').waitFor();
    await soon(() => page.getByRole('row').count(), 26);
    await ui.button('Next').click();
    await page.getByText('Page 2').waitFor();
    await ui.button('Product 45').waitFor();
    await page.reload();
    await ui.button('Product 45').waitFor();
    await ui.button('First page').click();
    await ui.button('Fleet Tracker').waitFor();
    await page.goBack();
    await ui.button('Product 45').waitFor();
    await ui.open('products/after/nowhere');
    await page.getByText('Your site refused this').waitFor();
    await ui.button('First page').click();
    await ui.button('Fleet Tracker').waitFor();
  });

  it('are renamed with the keyboard; a name that is taken is said at the name', async () => {
    await ui.open('products');
    await pressOn(page, ui.button('Rename Scanner'));
    await ui.focused(ui.dialog.getByLabel('Name'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('terminal');
    await page.keyboard.press('Enter');
    await ui.dialog.getByText('A product named “Terminal” already exists.').waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.type(' S');
    await page.keyboard.press('Enter');
    await ui.flag('terminal S renamed').waitFor();
    await ui.button('terminal S').waitFor();
    await pressOn(page, ui.button('Rename terminal S'));
    await ui.focused(ui.dialog.getByLabel('Name'));
    await page.keyboard.press('Escape');
    await ui.focused(ui.button('Rename terminal S'));
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });

  it('hinder nobody, and fit a narrow window, whatever their names', async () => {
    const { id } = await add('W'.repeat(200));
    for (const path of ['products', 'products/new', 'products/find/w', `products/${id}`]) {
      await ui.open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByTestId('skeleton').waitFor({ state: 'detached' });
      expect(await hindrances(page)).toEqual([]);
      await fitsNarrowed(page);
    }
    await ui.button('Delete product').click();
    await ui.dialog.getByRole('textbox').waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await fitsNarrowed(page);
  });
});
