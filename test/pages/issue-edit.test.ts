import { withoutCustomer, withoutCustomerParts } from '../support/page/between';
import { IssueInNode } from '../support/page/issue';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issues of the demo site: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const EMPTY = 'CARE-9';
const HIDDEN_MAIL = 'CARE-10';

describe('what a customer lacks', () => {
  it('is less once a value is taken over that somebody else has set', async () => {
    await issue.open(EMPTY);
    await issue.says('All fields are empty');
    await issue.edit('Notes', 'Mine');
    await issue.setElsewhere('Notes', ['Theirs']);
    await issue.button('Save').click();
    await issue.button('Keep current').click();
    await issue.says('Theirs');
    await issue.says(/^\d+ of \d+ fields are empty$/);
  });

  it('is as the site has it, also where an edit is given up that somebody else was faster with', async () => {
    await issue.open(EMPTY);
    await issue.edit('Seats', '7');
    await issue.setElsewhere('Seats', ['8']);
    await issue.button('Save').click();
    await issue.button('Keep current').waitFor();
    await issue.button('Cancel').click();
    await issue.getByText('8', { exact: true }).waitFor();
  });
});

describe('a value that somebody else has set meanwhile', () => {
  it('is asked about again where one goes back to what one saw', async () => {
    await issue.open(FULL);
    const seen = await issue.storedValue('Seats');
    await issue.edit('Seats', '71');
    await issue.setElsewhere('Seats', ['72']);
    await issue.button('Save').click();
    await issue.button('Keep current').waitFor();
    await issue.setElsewhere('Seats', ['73']);
    await issue.value('Seats').fill(seen);
    await issue.button('Save').click();
    await issue.says('Seats is now: 73.');
    await issue.button('Overwrite with mine').click();
    await issue.button('Edit Seats').waitFor();
    await issue.soon(() => issue.storedValue('Seats'), seen);
  });
});

describe('a text of several lines', () => {
  it('is shown as it is written, and keeps its lines when something else of it is changed', async () => {
    await issue.open(FULL);
    await issue.setElsewhere('Notes', ['Call in the morning\n\nNever on Fridays']);
    await issue.open(FULL);
    await issue.getByText('Call in the morning', { exact: true }).waitFor();
    await issue.getByText('Never on Fridays', { exact: true }).waitFor();
    await issue.button('Edit Notes').click();
    await issue.value('Notes').fill(`${await issue.value('Notes').inputValue()} at all`);
    await issue.button('Save').click();
    await issue.getByText('Never on Fridays at all', { exact: true }).waitFor();
    await issue.soon(() => issue.storedValue('Notes'), 'Call in the morning\n\nNever on Fridays at all');
  });
});

describe('a value that is half written', () => {
  it('is not dropped by going to another person unless one says so', async () => {
    await issue.open(FULL);
    await issue.edit('Notes', 'Half a');
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await issue.dialog.getByText('Leave without saving?').waitFor();
    await issue.inDialog('Stay').click();
    await issue.dialog.waitFor({ state: 'detached' });
    await issue.soon(() => issue.value('Notes').inputValue(), 'Half a');
    await issue.button('Ada Admin').click();
    await issue.inDialog('Leave').click();
    await issue.getByRole('heading', { name: 'Ada Admin', exact: true }).waitFor();
    await issue.dialog.waitFor({ state: 'detached' });
    await issue.focused(issue.button('People'));
  });

  it('is kept where the profile was opened too long ago and is loaded again', async () => {
    await withoutCustomerParts(issue, async () => {
      await issue.open(FULL);
      await issue.says('Entitlements couldn’t be loaded');
    });
    await issue.edit('Notes', 'Half a');
    await issue.run(20 * 60_000);
    await withoutCustomer(issue, async () => {
      await issue.button('Try again').last().click();
      await issue.says('Details couldn’t be loaded');
      await issue.says('Helpdesk Cloud');
    });
    await issue.soon(() => issue.value('Notes').inputValue(), 'Half a');
    await issue.button('Try again').click();
    await issue.getByText('Details couldn’t be loaded').waitFor({ state: 'detached' });
    await issue.soon(() => issue.value('Notes').inputValue(), 'Half a');
  });

  it('is no reason to ask while it is as it was', async () => {
    await issue.open(FULL);
    await issue.button('Edit Notes').click();
    await issue.value('Notes').waitFor();
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await issue.getByRole('heading', { name: 'Ada Admin', exact: true }).waitFor();
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
    await issue.focused(issue.button('Edit External ID'));
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
      expect(issue.button('Edit Legacy ID').count()).toBe(0);
    }
  });
});

describe('a customer who was deleted while somebody edits them', () => {
  it('is called so, and is loaded again for whoever asks for it', async () => {
    await issue.open(HIDDEN_MAIL);
    await issue.edit('Notes', 'Too late');
    await issue.deleteCustomer();
    await issue.button('Save').click();
    await issue.says(/This customer no longer exists\. Nothing was saved\./);
    await issue.soon(() => issue.value('Notes').inputValue(), 'Too late');
    await issue.button('Reload').click();
    await issue.says('This account no longer exists');
    await issue.value('Notes').waitFor({ state: 'detached' });
  });
});
