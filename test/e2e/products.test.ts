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
const control = () => sandboxControl(session.url);
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

  it('keep the names that a site does not take, for another time', async () => {
    await ui.open('products/new');
    await names().fill(Array.from({ length: 45 }, (_, at) => `Product ${at + 1}`).join('\n'));
    await control().faults({ down: true });
    await ui.button('Create 45 products').click();
    await page.getByText('Your site isn’t responding').waitFor();
    expect((await names().inputValue()).split('\n')).toHaveLength(45);
    await control().faults({ down: false });
    await ui.button('Create 45 products').click();
    await ui.flag('45 products created').waitFor();
    await soon(() => names().inputValue(), '');
    await page.getByRole('navigation', { name: 'Pages of names' }).getByText('2', { exact: true }).click();
    await ui.button('Product 45').waitFor();
  });

  it('go on page by page, each with an address of its own, and Back leads back', async () => {
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

  it('are found by a part of the name, which is part of the address', async () => {
    await ui.open('products');
    await page.getByLabel('Find products by name').fill('TRACK/ER %');
    await page.keyboard.press('Enter');
    await ui.at('products/find/TRACK/ER %');
    await page.getByText('No products found among all 48.').waitFor();
    await page.getByLabel('Find products by name').fill('tracker');
    await ui.button('Find').click();
    await page.getByText('1 product found among all 48.').waitFor();
    await ui.button('Rename Fleet Tracker').click();
    await ui.dialog.getByLabel('Name').fill('Fleet Tracker II');
    await ui.inDialog('Rename product').click();
    await ui.button('Fleet Tracker II').waitFor();
    await ui.button('Show all').click();
    await ui.at('products');
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
  });

  it('do not lose the name that another administrator has given meanwhile', async () => {
    const { id } = await add('Contested');
    await ui.open(`products/${id}`);
    await ui.button('Rename').click();
    await site('PUT', `product/${id}`, { name: 'Theirs' });
    await ui.dialog.getByLabel('Name').fill('Mine');
    await ui.inDialog('Rename product').click();
    await ui.dialog.getByText('The name is now: Theirs. Your change wasn’t saved.').waitFor();
    await ui.inDialog('Keep current').click();
    await page.getByRole('heading', { name: 'Theirs', exact: true, level: 1 }).waitFor();

    await site('PUT', `product/${id}`, { name: 'Theirs again' });
    await ui.button('Delete product').click();
    await ui.dialog.getByLabel(/Type “Theirs”/).fill('Theirs');
    await ui.inDialog('Delete product').click();
    await ui.dialog.getByText(/It’s now “Theirs again”/).waitFor();
    await ui.dialog.getByLabel(/Type “Theirs again”/).waitFor();
    await ui.inDialog('Keep it').click();

    await ui.button('Rename').click();
    await site('PUT', `product/${id}`, { name: 'Theirs at last' });
    await ui.dialog.getByLabel('Name').fill('Mine');
    await ui.inDialog('Rename product').click();
    await ui.inDialog('Overwrite with mine').click();
    await page.getByRole('heading', { name: 'Mine', exact: true, level: 1 }).waitFor();
  });

  it('are deleted once their name is typed, with the organizations that hold them counted', async () => {
    const { id } = await add('Doomed');
    const organization = v.parse(productSchema, await site('POST', 'organization', { name: 'Acme GmbH' }));
    await site('POST', 'organization', { name: 'Bolt AG' });
    await site('POST', `organization/${organization.id}/entitlement`, { productId: id });
    await ui.open(`products/${id}`);
    await ui.button('Check organizations').click();
    await ui.text('1 of all 2 organizations is entitled to it.').waitFor();
    await ui.button('Acme GmbH').waitFor();
    await ui.button('Delete product').click();
    await ui.dialog.getByText('1 of all 2 organizations is entitled to it.').waitFor();
    expect(await hindrances(page, '[role=dialog]')).toEqual([]);
    await soon(() => ui.inDialog('Delete product').isEnabled(), false);
    await ui.dialog.getByRole('textbox').fill('Doomed');
    await ui.inDialog('Delete product').click();
    await ui.flag('Doomed deleted').waitFor();
    await ui.at('products');
    await ui.open(`products/${id}`);
    await page.getByText('This can’t be found').waitFor();
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
    await fitsNarrowed(page);
  });

  it('are compared with all that the site has, a page a call, before any is created', async () => {
    for (let at = 0; at < 2_050; at += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => add(`Bulk ${at + index + 1}`)));
    }
    await add('Late Arrival');
    await ui.open('products/new');
    await names().fill('LATE ARRIVAL\nNewest');
    await ui.button('Create 2 products').click();
    await outcome('LATE ARRIVAL').getByText('already exists').waitFor();
    await outcome('Newest').getByText('created').waitFor();
    await ui.button('Done').click();
  });

  it('show what is amiss in place of the list alone, and the way to try again', async () => {
    await control().faults({ down: true });
    await ui.open('products');
    await page.getByText('Your site isn’t responding').waitFor();
    await page.getByRole('heading', { name: 'Products', exact: true }).waitFor();
    await control().faults({ down: false });
    await ui.button('Try again').click();
    await ui.button('Fleet Tracker II').waitFor();
    expect(await control().violations()).toEqual([]);
  });
});
