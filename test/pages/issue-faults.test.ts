import { altered, held, withoutCustomer, withoutCustomerParts, withoutParticipants } from '../support/page/between';
import { ADA } from '../support/console';
import { outage } from '../support/profile-answers';
import { IssueInNode } from '../support/page/issue';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issues of the demo site: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const HIDDEN_MAIL = 'CARE-10';

/** Slow enough that what shows meanwhile is seen. */
const SLOW = { latencyMs: 1_500 };

/** Opens an issue whose customer's own call fails alone. */
const openWithoutCustomer = (key: string, during: () => Promise<void>): Promise<void> =>
  withoutCustomer(issue, async () => {
    await issue.open(key, ADA);
    await issue.says('Details couldn’t be loaded');
    await during();
  });

describe('a customer whose own call fails alone', () => {
  it('is shown with what could be loaded, and is no less a customer', async () => {
    await openWithoutCustomer(FULL, async () => {
      await issue.says('Helpdesk Cloud');
      await issue.says('2 other open issues');
      await issue.soon(() => issue.getByText(/^Inherited from /).texts(), ['Inherited from 3 organizations']);
      await issue.soon(() => issue.getByLabel('Customer ID').count(), 1);
      await issue.button('People').click();
      await issue.button('Open this customer in the CSM Console').waitFor();
    });
    await openWithoutCustomer(HIDDEN_MAIL, () => issue.says('Email not visible to you'));
  });

  it('shows that it is tried again, and only for as long as it is', async () => {
    await openWithoutCustomer(FULL, async () => {
      await issue.says('2 other open issues');
      issue.faults({ ...SLOW, down: true });
      await issue.button('Try again').click();
      await issue.button(/^Try again.*Loading/).waitFor();
      await issue.says(/Service unavailable/);
      await issue.soon(() => issue.button('Try again').count(), 1);
      await issue.soon(() => issue.getByText(/couldn’t be loaded/).texts(), ['Details couldn’t be loaded']);
      issue.faults({ latencyMs: 0, down: false });
    });
  });
});

describe('what is tried again', () => {
  it('says so while it runs', async () => {
    issue.faults({ down: true });
    await issue.open(FULL, ADA);
    await issue.says('The customer couldn’t be loaded');
    issue.faults({ ...SLOW, down: false });
    await issue.button('Try again').click();
    await issue.button(/^Try again.*Loading/).waitFor();
    await issue.heading('Chidi Becker').waitFor();
    issue.faults({ latencyMs: 0 });
  });

  it('has the focus with the person once there is one, for whoever pressed it', async () => {
    issue.faults({ down: true });
    await issue.open(FULL, ADA);
    await issue.button('Try again').waitFor();
    issue.faults({ down: false });
    await issue.button('Try again').click();
    await issue.heading('Chidi Becker').waitFor();
    await issue.focused(issue.button('People'));
  });

  it('costs nothing of what is there, also where another part fails then', async () => {
    const withoutIssues = (data: object) => ({ ...data, issues: outage });
    await altered(issue, 'profile.rest', withoutIssues, async () => {
      await issue.open(FULL, ADA);
      await issue.says('Other open issues couldn’t be loaded');
      await issue.says('Helpdesk Cloud');
    });
    await withoutCustomerParts(issue, async () => {
      await issue.button('Try again').click();
      await issue.says('2 other open issues');
      await issue.says('Entitlements couldn’t be loaded');
      await issue.soon(() => issue.button(/Helpdesk Cloud/).count(), 1);
      issue.faults({ down: true });
      await issue.button('Try again').first().click();
      await issue.says('Other open issues couldn’t be loaded');
      await issue.soon(() => issue.getByText('2 other open issues').count(), 1);
      issue.faults({ down: false });
    });
  });

  it('says so of a part that is missing alone', async () => {
    await withoutCustomerParts(issue, async () => {
      await issue.open(FULL, ADA);
      await issue.says('Entitlements couldn’t be loaded');
    });
    issue.faults(SLOW);
    await issue.button('Try again').first().click();
    await issue
      .button(/^Try again.*Loading/)
      .first()
      .waitFor();
    await issue.says('Helpdesk Cloud');
    issue.faults({ latencyMs: 0 });
  });
});

describe('a profile that was opened too long ago', () => {
  it('does not say that it goes on by itself where it couldn’t be loaded again', async () => {
    const lost = { ok: false, error: { code: 'INTERNAL', message: 'Something went wrong in the app.' } };
    await held(issue, 'profile.rest', async (release) => {
      await issue.open(FULL, ADA);
      release(lost);
      await issue.says('The rest couldn’t be loaded');
    });
    await issue.run(20 * 60_000);
    await held(issue, 'profile.open', async (release) => {
      await issue.button('Try again').click();
      await issue.getByRole('status').filter({ hasText: 'Loading entitlements' }).waitFor();
      release(outage);
      await issue.says('The customer couldn’t be reloaded');
      await issue.getByRole('status').waitFor({ state: 'detached' });
    });
    await issue.button('Try again').click();
    await issue.says('Helpdesk Cloud');
    await issue.says('2 other open issues');
  });
});

describe('the people of the issue', () => {
  it('are still there for whoever chooses one long after they were listed', async () => {
    await issue.open(FULL, ADA);
    await issue.button('People').click();
    await issue.button('Ada Admin').waitFor();
    await issue.run(20 * 60_000);
    await issue.button('Ada Admin').click();
    await issue.says('Ada Admin isn’t a customer on your site');
  });

  it('are told once of what fails twice', async () => {
    await issue.open(FULL, ADA);
    await withoutParticipants(issue, async () => {
      await issue.button('People').click();
      await issue.says('Other participants couldn’t be loaded');
    });
    issue.faults({ down: true });
    await issue.button('Try again').click();
    await issue.says(/Service unavailable/);
    await issue.soon(() => issue.getByText(/couldn’t be loaded/).texts(), ['Other participants couldn’t be loaded']);
    issue.faults({ down: false });
    await issue.button('Try again').click();
    await issue.button('Ada Admin').waitFor();
  });

  it('lead back to the reporter while it cannot be told who else takes part', async () => {
    await issue.open(FULL, ADA);
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await issue.heading('Ada Admin').waitFor();
    await withoutParticipants(issue, async () => {
      await issue.button('People').click();
      await issue.says('Other participants couldn’t be loaded');
      await issue.button('Chidi Becker').click();
      await issue.heading('Chidi Becker').waitFor();
    });
  });
});

describe('whoever goes to another person of the issue by the keyboard', () => {
  it('sees at once whose profile comes, and goes on from where they were', async () => {
    await issue.open(FULL, ADA);
    await issue.says('2 other open issues');
    await issue.button('People').click();
    issue.faults(SLOW);
    await issue.button('Ada Admin').click();
    await issue.heading('Ada Admin').waitFor();
    await issue.focused(issue.button('People'));
    issue.faults({ latencyMs: 0 });
    await issue.says('isn’t a customer on your site');
    await issue.focused(issue.button('People'));
  });
});
