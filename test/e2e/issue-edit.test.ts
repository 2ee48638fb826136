import type { Locator, Page } from 'playwright-core';
import { withoutCustomer, withoutCustomerParts } from '../support/between';
import type { BrowserSession } from '../support/browser';
import { Elsewhere } from '../support/elsewhere';
import type { IssuePage } from '../support/issue-page';
import { openIssues } from '../support/open-issues';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;
let elsewhere: Elsewhere;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
  elsewhere = new Elsewhere(issue, session.url);
});
afterAll(() => session.close());

/** The issues of the demo site: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const EMPTY = 'CARE-9';
const HIDDEN_MAIL = 'CARE-10';

describe('what a customer lacks', () => {
  it('is less once a value is taken over that somebody else has set', async () => {
    await issue.open(EMPTY);
    await issue.says('All fields are empty');
    await issue.edit('Notes', 'Mine');
    await elsewhere.set('Notes', ['Theirs']);
    await issue.button('Save').click();
    await issue.button('Keep current').click();
    await issue.says('Theirs');
    await issue.says(/^\d+ of \d+ fields are empty$/);
  });

  it('is as the site has it, also where an edit is given up that somebody else was faster with', async () => {
    await issue.open(EMPTY);
    await issue.edit('Seats', '7');
    await elsewhere.set('Seats', ['8']);
    await issue.button('Save').click();
    await issue.button('Keep current').waitFor();
    await issue.button('Cancel').click();
    await issue.context.getByText('8', { exact: true }).waitFor();
  });
});

describe('a value that somebody else has set meanwhile', () => {
  it('is asked about again where one goes back to what one saw', async () => {
    await issue.open(FULL);
    const seen = await elsewhere.valueOf('Seats');
    await issue.edit('Seats', '71');
    await elsewhere.set('Seats', ['72']);
    await issue.button('Save').click();
    await issue.button('Keep current').waitFor();
    await elsewhere.set('Seats', ['73']);
    await issue.value('Seats').fill(seen);
    await issue.button('Save').click();
    await issue.says('Seats is now: 73.');
    await issue.button('Overwrite with mine').click();
    await issue.button('Edit Seats').waitFor();
    await soon(() => elsewhere.valueOf('Seats'), seen);
  });
});

describe('a text of several lines', () => {
  it('is shown as it is written, and keeps its lines when something else of it is changed', async () => {
    await issue.open(FULL);
    await elsewhere.set('Notes', ['Call in the morning\n\nNever on Fridays']);
    await issue.open(FULL);
    await issue.context.getByText('Call in the morning', { exact: true }).waitFor();
    await issue.context.getByText('Never on Fridays', { exact: true }).waitFor();
    await issue.button('Edit Notes').click();
    await issue.value('Notes').press('Control+End');
    await issue.value('Notes').pressSequentially(' at all');
    await issue.button('Save').click();
    await issue.context.getByText('Never on Fridays at all', { exact: true }).waitFor();
    await soon(() => elsewhere.valueOf('Notes'), 'Call in the morning\n\nNever on Fridays at all');
  });
});

describe('a value that is half written', () => {
  it('is not dropped by going to another person unless one says so', async () => {
    await issue.open(FULL);
    await issue.edit('Notes', 'Half a');
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
    await page.getByRole('button', { name: 'Stay', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await soon(() => issue.value('Notes').inputValue(), 'Half a');
    await issue.button('Ada Admin').click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await issue.context.getByRole('heading', { name: 'Ada Admin', exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await issue.button('People').and(page.locator(':focus')).waitFor();
  });

  it('is kept where the profile was opened too long ago and is loaded again', async () => {
    await withoutCustomerParts(page, async () => {
      await issue.open(FULL);
      await issue.says('Entitlements couldn’t be loaded');
    });
    await issue.edit('Notes', 'Half a');
    await sandboxControl(session.url).advance(20 * 60_000);
    await withoutCustomer(page, async () => {
      await issue.button('Try again').last().click();
      await issue.says('Details couldn’t be loaded');
      await issue.says('Helpdesk Cloud');
    });
    await soon(() => issue.value('Notes').inputValue(), 'Half a');
    await issue.button('Try again').click();
    await issue.context.getByText('Details couldn’t be loaded').waitFor({ state: 'detached' });
    await soon(() => issue.value('Notes').inputValue(), 'Half a');
  });

  it('is no reason to ask while it is as it was', async () => {
    await issue.open(FULL);
    await issue.button('Edit Notes').click();
    await issue.value('Notes').waitFor();
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await issue.context.getByRole('heading', { name: 'Ada Admin', exact: true }).waitFor();
  });
});

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

describe('a field that the site has closed', () => {
  it('says so at the first try, and offers no second one', async () => {
    await issue.open(EMPTY);
    await issue.edit('Legacy ID', 'C-1');
    await issue.button('Save').click();
    await issue.says(/You may not edit the detail field "Legacy ID"/);
    await issue.button('Cancel').click();
    await issue.value('Legacy ID').waitFor({ state: 'detached' });
    await issue.button('Edit Legacy ID').waitFor({ state: 'detached' });
    await issue.says(/You may not edit the detail field "Legacy ID".*A Jira administrator can change that/);
    await issue.button('Edit Tier').waitFor();
  });

  it('leaves the focus at the nearest field that is open', async () => {
    await issue.open(EMPTY);
    await issue.edit('Legacy ID', 'C-1');
    await issue.button('Save').click();
    await issue.says(/You may not edit the detail field "Legacy ID"/);
    await issue.button('Cancel').click();
    await issue.focused('Edit External ID');
  });
  it('stays closed for whoever goes to another person and comes back', async () => {
    await issue.open(FULL);
    await issue.edit('Legacy ID', 'C-1');
    await issue.button('Save').click();
    await issue.says(/You may not edit the detail field "Legacy ID"/);
    await issue.button('Cancel').click();
    for (const other of ['Hiroshi Nguyen', 'Chidi Becker']) {
      await issue.button('People').click();
      await issue.button(other).click();
      await issue.heading(other).waitFor();
      await issue.button('Edit Notes').waitFor();
      await issue.says(/You may not edit the detail field "Legacy ID"/);
      expect(await issue.button('Edit Legacy ID').count()).toBe(0);
    }
  });
});

describe('a customer who was deleted while somebody edits them', () => {
  it('is called so, and is loaded again for whoever asks for it', async () => {
    await issue.open(HIDDEN_MAIL);
    await issue.edit('Notes', 'Too late');
    await elsewhere.deleteCustomer();
    await issue.button('Save').click();
    await issue.says(/This customer no longer exists\. Nothing was saved\./);
    await soon(() => issue.value('Notes').inputValue(), 'Too late');
    await issue.button('Reload').click();
    await issue.says('This account no longer exists');
    await issue.value('Notes').waitFor({ state: 'detached' });
  });
});
