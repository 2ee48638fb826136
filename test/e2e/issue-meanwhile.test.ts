import type { Page } from 'playwright-core';
import { held, outage, withoutCustomerParts } from '../support/between';
import type { BrowserSession } from '../support/browser';
import type { IssuePage } from '../support/issue-page';
import { pressOn } from '../support/keyboard';
import { openIssues } from '../support/open-issues';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;
/** As another administrator uses it. */
let site: ReturnType<typeof siteApi>;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
  site = siteApi(session.url);
});
afterAll(() => session.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
/** The one whose customer nothing else here looks at. */
const DELETED_LATER = 'CARE-10';

const saveOf = (field: string) =>
  issue.context
    .getByRole('group', { name: `Save or cancel ${field}` })
    .getByRole('button', { name: 'Save', exact: true });

describe('a field that was made again with another type while somebody edits it', () => {
  it('is the new field once the customer is loaded again, which keeps what was entered in others', async () => {
    await site('POST', 'customer/details', { name: 'Floor', type: { name: 'TEXT' } });
    await issue.open(FULL);
    await issue.edit('Notes', 'Half a');
    await issue.edit('Floor', 'Third');
    await site('DELETE', 'customer/details/Floor');
    await site('POST', 'customer/details', { name: 'Floor', type: { name: 'NUMBER' } });
    await saveOf('Floor').click();
    await issue.says(/Floor.* now has a different type/);
    await issue.says('What you entered is kept only in fields that haven’t changed.');
    await issue.button('Reload').click();
    await issue.button('Edit Floor').waitFor();
    await soon(() => issue.context.getByText(/different type/).count(), 0);
    await soon(() => issue.value('Notes').inputValue(), 'Half a');
  });
});

describe('whoever goes to another person while a value is being saved', () => {
  it('is not told that it was not saved, but what may be lost', async () => {
    await issue.open(FULL);
    await issue.button('People').click();
    await issue.button('Ada Admin').waitFor();
    await issue.edit('Notes', 'On its way');
    await held(page, 'profile.set', async (release) => {
      await saveOf('Notes').click();
      await issue.button('Ada Admin').click();
      const question = page.getByRole('dialog');
      await question.getByText('Leave before it’s saved?').waitFor();
      await question.getByText('If it can’t be saved, your change will be lost when you leave.').waitFor();
      release(outage);
      await question.getByText('Leave without saving?').waitFor();
      await question.getByText('Your change hasn’t been saved and will be lost if you leave.').waitFor();
    });
  });
  it('is there once it is saved and nothing else would be lost', async () => {
    await issue.open(FULL);
    await pressOn(page, issue.button('People'));
    await issue.button('Ada Admin').waitFor();
    await issue.edit('Notes', 'Saved meanwhile');
    await held(page, 'profile.set', async (release) => {
      await page.keyboard.press('Enter');
      await issue.button('Ada Admin').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Leave before it’s saved?').waitFor();
      release();
      await issue.heading('Ada Admin').waitFor();
    });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await issue.focused('People');
  });

  it('is asked on about another value that is not saved', async () => {
    await issue.open(FULL);
    await issue.button('People').click();
    await issue.button('Ada Admin').waitFor();
    await issue.edit('Seats', '12');
    await issue.edit('Notes', 'Saved as well');
    await held(page, 'profile.set', async (release) => {
      await saveOf('Notes').click();
      await issue.button('Ada Admin').click();
      await page.getByRole('dialog').getByText('Leave before it’s saved?').waitFor();
      release();
      await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
    });
    await page.getByRole('button', { name: 'Stay', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await soon(() => issue.value('Seats').inputValue(), '12');
  });
});

describe('a customer who was deleted after the first content was there', () => {
  it('is called so once whoever looks tries again to load what is missing', async () => {
    await withoutCustomerParts(page, async () => {
      await issue.open(DELETED_LATER);
      await issue.says('Entitlements couldn’t be loaded');
    });
    const id = await issue.value('Customer ID').inputValue();
    await site('DELETE', `customer/account/${encodeURIComponent(id)}`);
    await issue.button('Try again').last().click();
    await issue.says('It may have been deleted.');
    await issue.button('Try again').click();
    await issue.says('This account no longer exists');
    await soon(() => issue.context.getByText('Entitled to').count(), 0);
  });
});
