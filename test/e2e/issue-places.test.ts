import type { Locator, Page } from 'playwright-core';
import { asStranger, held, withoutParticipants } from '../support/between';
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

describe('a value that is edited at the right of the issue', () => {
  const shown = (where: Locator, text: string) => where.getByText(text, { exact: true }).waitFor();

  it('is there in the middle of it, too, and is edited on from there', async () => {
    await issue.open(FULL);
    await issue.addPanel();
    await issue.button('Edit Notes', issue.panel).waitFor();
    await issue.edit('Notes', 'Said at the right');
    await issue.button('Save').click();
    await shown(issue.panel, 'Said at the right');
    await issue.edit('Notes', 'Said in the middle', issue.panel);
    await issue.button('Save', issue.panel).click();
    await shown(issue.context, 'Said in the middle');
  });

  it('is not called another person’s where an editor was open in the middle', async () => {
    await issue.open(FULL);
    await issue.addPanel();
    await issue.edit('Notes', 'Begun in the middle', issue.panel);
    await issue.edit('Notes', 'Done at the right');
    await issue.button('Save').click();
    await shown(issue.context, 'Done at the right');
    await soon(() => issue.value('Notes', issue.panel).inputValue(), 'Begun in the middle');
    await issue.button('Save', issue.panel).click();
    await shown(issue.panel, 'This has changed since you opened it');
    expect(await page.getByText('Someone else').count()).toBe(0);
  });
});

describe('somebody who is found in one place to have lost the right to see the issue', () => {
  it('sees nothing of its customer in the other place either', async () => {
    await issue.open(FULL);
    await issue.addPanel();
    await issue.panel.getByText('2 other open issues').waitFor();
    await asStranger(page, 'profile.menu', async () => {
      await issue.panel.getByRole('button', { name: 'People', exact: true }).click();
      await issue.panel.getByText('You can’t view this issue').waitFor();
    });
    await issue.says('You can’t view this issue');
    await issue.heading('Chidi Becker').waitFor({ state: 'detached' });
  });
});

describe('whoever uses the keyboard, and has lost the right to see the issue', () => {
  const tryAgain = () => issue.button('Try again').and(page.locator(':focus')).waitFor();

  it.each(['People', 'Save'])('is led by the keyboard from %s to what can be done about it', async (pressed) => {
    await issue.open(FULL);
    await issue.edit('Notes', 'Too late');
    await asStranger(page, pressed === 'Save' ? 'profile.set' : 'profile.menu', async () => {
      await issue.button(pressed).focus();
      await page.keyboard.press('Enter');
      await issue.says('You can’t view this issue');
    });
    await tryAgain();
  });

  it('goes on from the top of the profile once they have it back', async () => {
    await asStranger(page, 'profile.open', async () => {
      await issue.open(FULL);
      await issue.says('You can’t view this issue');
      const answered = page.waitForResponse(
        (response) => response.request().postData()?.includes('"profile.open"') === true,
      );
      await pressOn(page, issue.button('Try again'));
      await answered;
      await tryAgain();
    });
    await page.keyboard.press('Enter');
    await issue.heading('Chidi Becker').waitFor();
    await issue.focused('People');
  });

  it('is told why it cannot be known whether they have it back', async () => {
    await asStranger(page, 'profile.open', async () => {
      await issue.open(FULL);
      await issue.says('You can’t view this issue');
    });
    await held(page, 'profile.open', async (release) => {
      await pressOn(page, issue.button('Try again'));
      release(outage);
      await issue.says(/Service Unavailable/);
    });
    await issue.says('You can’t view this issue');
    await tryAgain();
  });

  it('stays where they write when that is found in the other place', async () => {
    await issue.open(FULL);
    await withoutParticipants(page, async () => {
      await issue.button('People').click();
      await issue.says('Other participants couldn’t be loaded');
    });
    await pressOn(page, issue.button('Try again'));
    await issue.focused('People');
    await issue.addPanel();
    await asStranger(page, 'profile.menu', async () => {
      await issue.button('People', issue.panel).click();
      await issue.panel.getByText('You can’t view this issue').waitFor();
      await issue.says('You can’t view this issue');
    });
    await issue.button('Try again', issue.panel).and(page.locator(':focus')).waitFor();
  });
});
