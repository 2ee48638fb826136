import type { Page } from 'playwright-core';
import { held, outage } from '../support/between';
import { type BrowserSession, openBrowser } from '../support/browser';
import { IssuePage } from '../support/issue-page';
import { pressOn } from '../support/keyboard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  issue = new IssuePage(page, session.url);
  await issue.list();
  await issue.signInAs('gil');
});
afterAll(() => session.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';

const button = (name: string | RegExp) => issue.context.getByRole('button', { name, exact: true });
const value = (field: string) => issue.context.getByLabel(field, { exact: true });
const focused = (name: string) => button(name).and(page.locator(':focus')).waitFor();

/** Types where the focus is, once it is in the editor of a field. */
async function typeIn(field: string, text: string): Promise<void> {
  await value(field).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
}

/** Opens the editor of a field and empties it. */
async function openEmptied(field: string): Promise<void> {
  await button(`Edit ${field}`).click();
  await value(field).fill('');
}

describe('whoever types in a second field while the first is being saved', () => {
  it('goes on typing there once it is saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Saved slowly');
    await held(page, 'profile.set', async (release) => {
      await button('Save').click();
      await openEmptied('Seats');
      await typeIn('Seats', '12');
      release();
      await button('Edit Notes').waitFor();
    });
    await typeIn('Seats', '34');
    await soon(() => value('Seats').inputValue(), '1234');
  });

  it('goes on typing there once it could not be saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Not saved');
    await held(page, 'profile.set', async (release) => {
      await button('Save').click();
      await openEmptied('Seats');
      await typeIn('Seats', '12');
      release(outage);
      await issue.says(/Service Unavailable/);
    });
    await typeIn('Seats', '34');
    await soon(() => value('Seats').inputValue(), '1234');
  });
});

describe('whoever saves over what somebody else has set meanwhile', () => {
  it('keeps the question, and the focus in it, until it is saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Mine');
    await held(page, 'profile.set', async (release) => {
      await page.keyboard.press('Enter');
      release({ ok: false, error: { code: 'CONFLICT', message: 'It has changed.', present: ['Theirs'] } });
      await issue.says('Notes is now: Theirs.');
    });
    await held(page, 'profile.set', async (release) => {
      const sent = page.waitForRequest((request) => request.postData()?.includes('"profile.set"') === true);
      await pressOn(page, button('Save mine over it'));
      await sent;
      await button(/^Save mine over it.*Loading/)
        .and(page.locator(':focus'))
        .waitFor();
      release({ ok: true, data: { values: ['Mine'] } });
      await issue.says('Mine');
      await focused('Edit Notes');
    });
  });
});

describe('what is typed while the field is being saved', () => {
  it('is kept in its editor, to be saved as well', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Sent');
    await held(page, 'profile.set', async (release) => {
      await page.keyboard.press('Enter');
      await button(/^Save.*Loading/).waitFor();
      await typeIn('Notes', ' and more');
      release();
      await button('Save').waitFor();
    });
    await soon(() => value('Notes').inputValue(), 'Sent and more');
    await page.keyboard.press('Enter');
    await issue.says('Sent and more');
    await focused('Edit Notes');
  });
});
