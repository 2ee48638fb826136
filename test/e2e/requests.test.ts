import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fitsNarrowed } from '../support/fits';
import { pressOn, tabTo } from '../support/keyboard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

/** As the sandbox's own panel says it. */
const HELP_CENTER = 'c0ffee00-0000-4000-a000-00000000c5a1';

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const field = (label: string) => page.getByLabel(label);

beforeAll(async () => {
  session = await openBrowser(['--site', 'empty']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('sending a request in a browser', () => {
  it('begins with a help center that a stranger finds in the sandbox’s panel', async () => {
    await ui.open('requests');
    await ui.button('Sandbox').click();
    await page.getByRole('region', { name: 'Help center' }).getByText(HELP_CENTER).waitFor();
    await ui.button('Sandbox').click();
    await ui.text('open the help center’s settings in your site').waitFor();
  });

  it('keeps what was typed just before a button was pressed', async () => {
    await ui.open('requests');
    await ui.button('Add metadata').click();
    await ui.typeAndPress(field('Value 1'), 'A-1', ui.button('Add metadata'));
    await field('Value 2').waitFor();
    await soon(() => field('Value 1').inputValue(), 'A-1');
    await ui.typeAndPress(field('Value 2'), 'B-2', ui.button('Remove entry 1'));
    await field('Value 2').waitFor({ state: 'detached' });
    await soon(() => field('Value 1').inputValue(), 'B-2');
  });

  it('is what Enter does, once what is lacking has had the focus', async () => {
    await ui.open('requests');
    await field('Summary').fill('The door does not open');
    await field('Summary').press('Enter');
    await ui.text('Enter the help center.').waitFor();
    await ui.focused(field('Help center'));
    await field('Help center').fill(HELP_CENTER);
    await field('Help center').press('Enter');
    await ui.text('Your site accepted the request as CARE-1').waitFor();
    await page.getByRole('link', { name: /Open CARE-1/ }).waitFor();
  });
});

describe('commenting on a request in a browser', () => {
  it('works by the keyboard alone', async () => {
    await ui.open(`requests/comment/${HELP_CENTER}/CARE-1`);
    await tabTo(page, field('Comment'));
    await page.keyboard.type('By keyboard');
    await tabTo(page, page.getByRole('radio', { name: 'Who can see it: Agents only' }));
    await page.keyboard.press('ArrowDown');
    await ui.focused(page.getByRole('radio', { name: 'Who can see it: Agents and the customer', checked: true }));
    await pressOn(page, ui.button('Add comment'));
    await page.getByText('Comment added to CARE-1').first().waitFor();
  });
});

describe('the pages of requests', () => {
  it('hinder nobody and fit 320 pixels, and Back leads from one to the other', async () => {
    await ui.open('requests');
    await ui.button('Add metadata').click();
    await field('Key 1').waitFor();
    await ui.button('Send request').click();
    await ui.text('Enter the help center.').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await fitsNarrowed(page);
    await ui.open('requests/comment');
    await ui.button('Add comment').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await fitsNarrowed(page);
    await page.goBack();
    await ui.button('Send request').waitFor();
  });
});
