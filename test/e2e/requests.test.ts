import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { pressOn, tabTo } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

/** As the sandbox's own panel says it. */
const HELP_CENTER = 'c0ffee00-0000-4000-a000-00000000c5a1';

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

const field = (label: string) => page.getByLabel(label);
const send = () => ui.button('Send request').click();

beforeAll(async () => {
  session = await openBrowser(['--site', 'empty']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

describe('sending a request', () => {
  it('begins with a help center that a stranger finds in the sandbox’s panel', async () => {
    await ui.open('requests');
    await ui.button('Sandbox').click();
    await page.getByRole('region', { name: 'Help center' }).getByText(HELP_CENTER).waitFor();
    await ui.button('Sandbox').click();
    await ui.text('open the help center’s settings in your site').waitFor();
  });

  it('shows what is lacking, the first of it with the focus, and takes a pasted address', async () => {
    await ui.open('requests');
    await send();
    await ui.text('Enter the help center.').waitFor();
    await ui.text('Enter a short summary.').waitFor();
    await ui.focused(field('Help center'));
    await field('Help center').fill('https://site.example/helpcenter/support');
    await ui.text('This link doesn’t contain a help center ID.').waitFor();
    await field('Help center').fill(`https://site.example/helpcenter/${HELP_CENTER}/settings`);
    await field('Summary').fill('The door does not open');
    await field('Customer’s email').fill('nobody');
    await send();
    await ui.text('Enter a valid email address.').waitFor();
    await ui.focused(field('Customer’s email'));
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

  it('keeps the form through the words of the site and a fault of it, and sends metadata of three types', async () => {
    const control = sandboxControl(session.url);
    await ui.open('requests');
    await field('Help center').fill(HELP_CENTER);
    await field('Summary').fill('The door does not open');
    await field('Customer’s email').fill('nobody@example.com');
    for (const [place, key, type, value] of [
      [1, 'order', 'Text', 'A-1'],
      [2, 'weight', 'Number', '1,5'],
      [3, 'paid', 'Yes or no', 'Yes'],
    ] as const) {
      await ui.button('Add metadata').click();
      await field(`Key ${place}`).fill(key);
      await ui.choose(`Type ${place}`, type);
      if (type === 'Yes or no') await ui.choose(`Value ${place}`, value);
      else await field(`Value ${place}`).fill(value);
    }
    await send();
    await ui.text('Enter a number with a decimal point').waitFor();
    await ui.focused(field('Value 2'));
    await field('Value 2').fill('1.5');
    await send();
    await ui.text(/There is no customer with the e-mail nobody@example.com/).waitFor();
    await field('Customer’s email').fill('');
    await control.faults({ down: true });
    await send();
    await ui.text('Your site isn’t responding').waitFor();
    await control.faults({ down: false });
    await soon(() => field('Key 3').inputValue(), 'paid');
    await send();
    await ui.text('Your site accepted the request as CARE-1').waitFor();
    await soon(() => field('Key').inputValue(), 'CARE-1');
    expect(await page.getByRole('link', { name: /Open CARE-1/ }).getAttribute('href')).toContain('https://');
  });

  it('is what Enter does in a field of one line', async () => {
    await ui.open('requests');
    await field('Summary').press('Enter');
    await ui.text('Enter the help center.').waitFor();
    await ui.focused(field('Help center'));
  });

  it('goes on to a comment, or to another request to the same help center', async () => {
    await ui.open('requests');
    await field('Help center').fill(HELP_CENTER);
    await field('Summary').fill('The gate squeaks');
    await field('Origin').press('Enter');
    await ui.button('Send another request').click();
    await soon(() => field('Help center').inputValue(), HELP_CENTER);
    await field('Summary').fill('The window does not close');
    await send();
    await page.getByRole('table', { name: 'Recent requests' }).getByText('The gate squeaks').waitFor();
    await ui.button('Comment on CARE-3').first().click();
    await ui.at(`requests/comment/${HELP_CENTER}/CARE-3`);
  });
});

describe('commenting on a request', () => {
  it('is what Enter does in a field of one line', async () => {
    await ui.open('requests/comment');
    await field('Request').fill('CARE-1');
    await field('Request').press('Enter');
    await ui.text('Enter the help center.').waitFor();
    await ui.focused(field('Help center'));
  });

  it('takes the request from the address, and says who will see the comment', async () => {
    await ui.open(`requests/comment/${HELP_CENTER}/CARE-1`);
    await ui.button('Add comment').click();
    await ui.text('Enter a comment.').waitFor();
    await ui.focused(field('Comment'));
    await field('Comment').fill('We look into it.');
    await page.locator('main').getByText('Agents and the customer', { exact: true }).click();
    await page.getByRole('radio', { name: 'Who can see it: Agents and the customer', checked: true }).waitFor();
    await ui.button('Add comment').click();
    await page.getByText('Comment added to CARE-1').waitFor();
    await soon(() => field('Comment').inputValue(), '');
  });

  it('keeps the comment where the site knows no such request', async () => {
    await ui.open(`requests/comment/${HELP_CENTER}/CARE-99`);
    await field('Comment').fill('Hello');
    await ui.button('Add comment').click();
    await ui.text(/There is no request CARE-99 in this help center/).waitFor();
    await soon(() => field('Comment').inputValue(), 'Hello');
    await page.goBack();
    await ui.button('Add comment').waitFor();
    await ui.open('requests/comment/half-an-address');
    await page.getByRole('heading', { name: 'Page not found', exact: true }).waitFor();
  });

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

describe('the looks of the pages', () => {
  it('have no serious accessibility violations', async () => {
    await ui.open('requests');
    await ui.button('Add metadata').click();
    await field('Key 1').waitFor();
    await send();
    await ui.text('Enter the help center.').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await ui.open('requests/comment');
    await ui.button('Add comment').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('fit a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['requests', 'requests/comment']) {
      await ui.open(path);
      await field('Help center').waitFor();
      await fits(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
