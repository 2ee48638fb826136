import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const site = (...request: Parameters<ReturnType<typeof siteApi>>) => siteApi(session.url)(...request);
const control = () => sandboxControl(session.url);

const createdSchema = v.object({ id: v.string() });
const add = async (path: string, name: string) => v.parse(createdSchema, await site('POST', path, { name })).id;

/** Begins what a dialog does while the site is slow, and tries all the ways out of it until that is done. */
async function beginAndTryToLeave(verb: string | RegExp, leave: string): Promise<void> {
  await control().faults({ latencyMs: 1_500 });
  await ui.inDialog(verb).click();
  await soon(() => ui.inDialog(leave).isDisabled({ timeout: 1_000 }), true);
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 450);
  await soon(() => ui.dialog.isVisible(), true);
  await control().faults({ latencyMs: 0 });
}

beforeAll(async () => {
  session = await openBrowser(['--site', 'empty']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterEach(() => control().faults({ latencyMs: 0 }));
afterAll(() => session.close());

describe('what was begun in a dialog', () => {
  it('keeps it open: a deletion', async () => {
    await ui.open(`products/${await add('product', 'Doomed')}`);
    await ui.button('Delete product').click();
    await ui.dialog.getByRole('textbox').fill('Doomed');
    await soon(() => ui.inDialog('Delete product').isEnabled(), true);
    await beginAndTryToLeave('Delete product', 'Keep it');
    await ui.flag('Doomed deleted').waitFor();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.at('products');
  });
});

describe('a name that turns the direction of writing', () => {
  const NAME = 'Tracker \u202EX';
  /** How far to the right of their first letter words of a text end, in pixels: less than nothing where they are turned. */
  const run = (text: ReturnType<Page['getByText']>, words: string) =>
    text.evaluate((element, wanted) => {
      const range = document.createRange();
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const at = node.textContent?.lastIndexOf(wanted) ?? -1;
        if (at === -1) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const begin = range.getBoundingClientRect().left;
        range.setStart(node, at + wanted.length - 1);
        range.setEnd(node, at + wanted.length);
        return range.getBoundingClientRect().left - begin;
      }
      throw new Error(`No text has “${wanted}”.`);
    }, words);

  it('leaves the words of dialogs and messages around it as they are, and is still what is sent and typed', async () => {
    await ui.open(`products/${await add('product', NAME)}`);
    await ui.button('Delete product').click();
    expect(await run(ui.dialog.getByText('to confirm'), 'to confirm')).toBeGreaterThan(0);
    await ui.dialog.getByRole('textbox').fill('Tracker X');
    await soon(() => ui.inDialog('Delete product').isEnabled(), true);
    await ui.inDialog('Keep it').click();
    await ui.button('Rename').click();
    await soon(() => ui.dialog.getByLabel('Name').inputValue(), NAME);
    await ui.dialog.getByLabel('Name').fill(`${NAME} 2`);
    await ui.inDialog('Rename product').click();
    expect(await run(ui.flag('renamed'), 'renamed')).toBeGreaterThan(0);
    await ui.button('Delete product').click();
    await ui.dialog.getByRole('textbox').fill('Tracker X 2');
    await soon(() => ui.inDialog('Delete product').isEnabled(), true);
    await ui.dialog.getByRole('textbox').press('Enter');
    expect(await run(ui.flag('deleted'), 'deleted')).toBeGreaterThan(0);
  });
});
