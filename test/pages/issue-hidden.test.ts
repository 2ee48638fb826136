import { asStranger, withoutCustomer } from '../support/page/between';
import { IssueInNode } from '../support/page/issue';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';

describe('somebody who has lost the right to see the issue', () => {
  it('sees nothing of its customer any more once it is loaded again', async () => {
    await withoutCustomer(issue, async () => {
      await issue.open(FULL);
      await issue.says('Details couldn’t be loaded');
    });
    await asStranger(issue, 'profile.open', async () => {
      await issue.button('Try again').click();
      await issue.says('You can’t view this issue');
      await issue.heading('Chidi Becker').waitFor({ state: 'detached' });
      expect(issue.getByText('other open issues').count()).toBe(0);
    });
  });

  it('sees nothing of its customer any more once they try to save something', async () => {
    await issue.open(FULL);
    await issue.button('Edit Notes').click();
    await issue.getByLabel('Notes', { exact: true }).fill('Too late');
    await asStranger(issue, 'profile.set', async () => {
      await issue.button('Save').click();
      await issue.says('You can’t view this issue');
      await issue.heading('Chidi Becker').waitFor({ state: 'detached' });
    });
  });

  it('sees the customer again once they have it back, and not before', async () => {
    await asStranger(issue, 'profile.open', async () => {
      await issue.open(FULL);
      await issue.says('You can’t view this issue');
      await issue.button('Try again').click();
      await issue.says('You can’t view this issue');
    });
    await issue.button('Try again').click();
    await issue.heading('Chidi Becker').waitFor();
    await issue.says('2 other open issues');
  });

  it('sees nothing of its customer any more once the people of the issue are asked for', async () => {
    await issue.open(FULL);
    await issue.says('2 other open issues');
    await asStranger(issue, 'profile.menu', async () => {
      await issue.button('People').click();
      await issue.says('You can’t view this issue');
      await issue.heading('Chidi Becker').waitFor({ state: 'detached' });
    });
  });
});
