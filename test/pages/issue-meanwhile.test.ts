import { held, withoutCustomerParts } from '../support/page/between';
import { outage } from '../support/profile-answers';
import { IssueInNode } from '../support/page/issue';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
/** The one whose customer nothing else here looks at. */
const DELETED_LATER = 'CARE-10';

const saveOf = (field: string) =>
  issue.getByRole('group', { name: `Save or cancel ${field}` }).getByRole('button', { name: 'Save', exact: true });

async function openPeople(): Promise<void> {
  await issue.open(FULL);
  await issue.button('People').click();
  await issue.button('Ada Admin').waitFor();
}

describe('a field that was made again with another type while somebody edits it', () => {
  it('is the new field once the customer is loaded again, which keeps what was entered in others', async () => {
    await issue.site('POST', 'customer/details', { name: 'Floor', type: { name: 'TEXT' } });
    await issue.open(FULL);
    await issue.edit('Notes', 'Half a');
    await issue.edit('Floor', 'Third');
    await issue.site('DELETE', 'customer/details/Floor');
    await issue.site('POST', 'customer/details', { name: 'Floor', type: { name: 'NUMBER' } });
    await saveOf('Floor').click();
    await issue.says(/Floor.* now has a different type/);
    await issue.says('What you entered is kept only in fields that haven’t changed.');
    await issue.button('Reload').click();
    await issue.button('Edit Floor').waitFor();
    await issue.soon(() => issue.getByText(/different type/).count(), 0);
    await issue.soon(() => issue.value('Notes').inputValue(), 'Half a');
  });
});

describe('whoever goes to another person while a value is being saved', () => {
  it('is not told that it was not saved, but what may be lost', async () => {
    await openPeople();
    await issue.edit('Notes', 'On its way');
    await held(issue, 'profile.set', async (release) => {
      await saveOf('Notes').click();
      await issue.button('Ada Admin').click();
      await issue.dialog.getByText('Leave before it’s saved?').waitFor();
      await issue.dialog.getByText('If it can’t be saved, your change will be lost when you leave.').waitFor();
      release(outage);
      await issue.dialog.getByText('Leave without saving?').waitFor();
      await issue.dialog.getByText('Your change hasn’t been saved and will be lost if you leave.').waitFor();
    });
  });

  it('is there once it is saved and nothing else would be lost', async () => {
    await openPeople();
    await issue.edit('Notes', 'Saved meanwhile');
    await held(issue, 'profile.set', async (release) => {
      await saveOf('Notes').click();
      await issue.button('Ada Admin').click();
      await issue.dialog.getByText('Leave before it’s saved?').waitFor();
      release();
      await issue.heading('Ada Admin').waitFor();
    });
    await issue.dialog.waitFor({ state: 'detached' });
    await issue.focused(issue.button('People'));
  });

  it('is asked on about another value that is not saved', async () => {
    await openPeople();
    await issue.edit('Seats', '12');
    await issue.edit('Notes', 'Saved as well');
    await held(issue, 'profile.set', async (release) => {
      await saveOf('Notes').click();
      await issue.button('Ada Admin').click();
      await issue.dialog.getByText('Leave before it’s saved?').waitFor();
      release();
      await issue.dialog.getByText('Leave without saving?').waitFor();
    });
    await issue.inDialog('Stay').click();
    await issue.dialog.waitFor({ state: 'detached' });
    await issue.soon(() => issue.value('Seats').inputValue(), '12');
  });
});

describe('a customer who was deleted after the first content was there', () => {
  it('is called so once whoever looks tries again to load what is missing', async () => {
    await withoutCustomerParts(issue, async () => {
      await issue.open(DELETED_LATER);
      await issue.says('Entitlements couldn’t be loaded');
    });
    await issue.deleteCustomer();
    await issue.button('Try again').last().click();
    await issue.says('It may have been deleted.');
    await issue.button('Try again').click();
    await issue.says('This account no longer exists');
    await issue.soon(() => issue.getByText('Entitled to').count(), 0);
  });
});
