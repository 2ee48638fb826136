import type { Page } from 'playwright-core';
import { altered, held, withoutCustomer, withoutParticipants } from '../support/between';
import { outage } from '../support/profile-answers';
import type { BrowserSession } from '../support/browser';
import type { IssuePage } from '../support/issue-page';
import { pressOn } from '../support/keyboard';
import { openIssues } from '../support/open-issues';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
});
afterAll(() => session.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';

/** Types where the focus is, once it is in the editor of a field. */
async function typeIn(field: string, text: string): Promise<void> {
  await issue.value(field).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
}

/** Opens the editor of a field and empties it. */
async function openEmptied(field: string): Promise<void> {
  await issue.button(`Edit ${field}`).click();
  await issue.value(field).fill('');
}

describe('whoever types in a second field while the first is being saved', () => {
  it('goes on typing there once it is saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Saved slowly');
    await held(page, 'profile.set', async (release) => {
      await issue.button('Save').click();
      await openEmptied('Seats');
      await typeIn('Seats', '12');
      release();
      await issue.button('Edit Notes').waitFor();
    });
    await typeIn('Seats', '34');
    await soon(() => issue.value('Seats').inputValue(), '1234');
  });

  it('goes on typing there once it could not be saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Not saved');
    await held(page, 'profile.set', async (release) => {
      await issue.button('Save').click();
      await openEmptied('Seats');
      await typeIn('Seats', '12');
      release(outage);
      await issue.says(/Service Unavailable/);
    });
    await typeIn('Seats', '34');
    await soon(() => issue.value('Seats').inputValue(), '1234');
  });
});

describe('whoever saves over what somebody else has set meanwhile', () => {
  it('is told of the question, which keeps the focus in it until it is saved', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Mine');
    await held(page, 'profile.set', async (release) => {
      await page.keyboard.press('Enter');
      release({ ok: false, error: { code: 'CONFLICT', message: 'It has changed.', present: ['Theirs'] } });
      await issue.context.getByRole('alert').getByText('Notes is now: Theirs.').waitFor();
    });
    await held(page, 'profile.set', async (release) => {
      const sent = page.waitForRequest((request) => request.postData()?.includes('"profile.set"') === true);
      await pressOn(page, issue.button('Overwrite with mine'));
      await sent;
      await issue
        .button(/^Overwrite with mine.*Loading/)
        .and(page.locator(':focus'))
        .waitFor();
      release({ ok: true, data: { values: ['Mine'] } });
      await issue.says('Mine');
      await issue.focused('Edit Notes');
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
      await issue.button(/^Save.*Loading/).waitFor();
      await typeIn('Notes', ' and more');
      release();
      await issue.button('Save').waitFor();
    });
    await soon(() => issue.value('Notes').inputValue(), 'Sent and more');
    await page.keyboard.press('Enter');
    await issue.says('Sent and more');
    await issue.focused('Edit Notes');
  });
});

describe('whoever tries again by the keyboard', () => {
  const withoutRest = () => ({ customer: { entitlements: outage, organizations: outage }, issues: outage });

  it('goes on from the top of the profile once the details are there', async () => {
    await withoutCustomer(page, async () => {
      await issue.open(FULL);
      await issue.says('Details couldn’t be loaded');
    });
    await pressOn(page, issue.button('Try again'));
    await issue.button('Edit Notes').waitFor();
    await issue.focused('People');
  });

  it('goes on from the top of the profile once the rest is there', async () => {
    await altered(page, 'profile.rest', withoutRest, async () => {
      await issue.open(FULL);
      await issue.says('Other open issues couldn’t be loaded');
    });
    await pressOn(page, issue.button('Try again').last());
    await issue.says('2 other open issues');
    await issue.focused('People');
  });

  it('goes on at the people of the issue once they are there', async () => {
    await issue.open(FULL);
    await withoutParticipants(page, async () => {
      await issue.button('People').click();
      await issue.says('Other participants couldn’t be loaded');
    });
    await pressOn(page, issue.button('Try again'));
    await issue.button('Ada Admin').waitFor();
    await issue.focused('People');
  });

  it('stays where they have gone on to meanwhile', async () => {
    await withoutCustomer(page, async () => {
      await issue.open(FULL);
      await issue.says('2 other open issues');
    });
    await held(page, 'profile.open', async (release) => {
      await issue.button('Try again').click();
      await issue.button(/Helpdesk Cloud/).focus();
      release();
      await issue.button('Edit Notes').waitFor();
    });
    await soon(
      () =>
        issue
          .button(/Helpdesk Cloud/)
          .and(page.locator(':focus'))
          .count(),
      1,
    );
  });
});

describe('whoever is asked by the keyboard whether to leave', () => {
  it('loses nothing by pressing the same key once more, and goes on from where they were', async () => {
    await issue.open(FULL);
    await openEmptied('Notes');
    await typeIn('Notes', 'Half a');
    await pressOn(page, issue.button('People'));
    await pressOn(page, issue.button('Ada Admin'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Stay', exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await issue.focused('Ada Admin');
    await soon(() => issue.value('Notes').inputValue(), 'Half a');
  });
});

describe('whoever types while a customer is loaded again', () => {
  it('goes on typing there, whether it comes or not, and keeps the people that are open', async () => {
    const gone = { ok: false, error: { code: 'CONFLICT', message: 'There is no such field.' } };
    await held(page, 'profile.open', async (release) => {
      await issue.open(FULL);
      release(outage);
      await issue.says('The customer couldn’t be loaded');
    });
    await issue.button('Try again').click();
    await issue.says('2 other open issues');
    await issue.button('People').click();
    await issue.button('Ada Admin').waitFor();
    await held(page, 'profile.set', async (release) => {
      await openEmptied('Notes');
      await typeIn('Notes', 'Half a');
      await page.keyboard.press('Enter');
      release(gone);
      await issue.button('Reload').waitFor();
    });
    await held(page, 'profile.open', async (release) => {
      await issue.button('Reload').click();
      await issue.value('Notes').click();
      release(outage);
      await issue.says(/The customer couldn’t be reloaded/);
    });
    await typeIn('Notes', ' sentence');
    await held(page, 'profile.open', async (release) => {
      await issue.button('Try again').click();
      await issue.value('Notes').click();
      release();
      await issue.context.getByText(/The customer couldn’t be reloaded/).waitFor({ state: 'detached' });
    });
    await typeIn('Notes', ' more');
    await soon(() => issue.value('Notes').inputValue(), 'Half a sentence more');
    await soon(() => issue.button('Ada Admin').count(), 1);
  });

  it('goes on from the top of the profile where the keyboard asked for that', async () => {
    await issue.open(FULL);
    await held(page, 'profile.set', async (release) => {
      await openEmptied('Notes');
      await typeIn('Notes', 'Half a');
      await page.keyboard.press('Enter');
      release({ ok: false, error: { code: 'CONFLICT', message: 'There is no such field.' } });
      await issue.button('Reload').waitFor();
    });
    await held(page, 'profile.open', async (release) => {
      await pressOn(page, issue.button('Reload'));
      await issue.button(/^Reload.*Loading/).waitFor();
      release();
      await issue.button(/^Reload/).waitFor({ state: 'detached' });
    });
    await issue.focused('People');
  });
});
