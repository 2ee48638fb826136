import { ADA } from '../support/console';
import { IssueInNode } from '../support/page/issue';

let issue: IssueInNode;
beforeAll(async () => {
  issue = await IssueInNode.start();
});
afterAll(() => issue.close());

/** The issues of the demo site: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const COLLEAGUE = 'CARE-5';
const NOBODY = 'CARE-6';
const DELETED = 'CARE-7';
const ADMINISTRATORS_ONLY = 'CARE-8';
const EMPTY = 'CARE-9';
const HIDDEN_MAIL = 'CARE-10';

describe('an agent on an issue', () => {
  it('is told at the field what a value may not be, and loses nothing of it', async () => {
    await issue.open(FULL);
    await issue.edit('Seats', 'many');
    await issue.button('Save').click();
    await issue.says(/number/i);
    expect(await issue.value('Seats').inputValue()).toBe('many');
  });

  it('switches to somebody who takes part, and back', async () => {
    await issue.open(FULL);
    await issue.button('People').click();
    await issue.button('Ada Admin').click();
    await issue.heading('Ada Admin').waitFor();
    await issue.says('isn’t a customer on your site');
    await issue.button('People').click();
    await issue.button('Chidi Becker').click();
    await issue.heading('Chidi Becker').waitFor();
  });

  it('has no way into the console, which is for administrators', async () => {
    await issue.open(FULL);
    await issue.button('People').click();
    await issue.says('Reporter');
    expect(issue.button(/CSM Console/).count()).toBe(0);
  });
});

describe('an administrator on an issue', () => {
  it('sees the issue that only administrators may see', async () => {
    await issue.open(ADMINISTRATORS_ONLY, ADA);
    await issue.heading('Olga Kaya').waitFor();
  });
});

describe('an issue that is not as usual', () => {
  it.each([
    [COLLEAGUE, 'Ada Admin isn’t a customer on your site, so there’s no profile to show.'],
    [NOBODY, 'This issue has no reporter, so there’s no customer to show.'],
    [DELETED, 'It was deleted or closed, along with what your site stored about the customer.'],
    [EMPTY, 'All fields are empty'],
    [HIDDEN_MAIL, 'Email not visible to you'],
  ])('has its own plain words: %s', async (key, words) => {
    await issue.open(key);
    await issue.says(words);
    expect(issue.getByText('@sandbox.example').count()).toBe(0);
  });

  it('says that the site is down, and shows the customer once it is asked again', async () => {
    issue.faults({ down: true });
    await issue.open(FULL);
    await issue.says('The customer couldn’t be loaded');
    issue.faults({ down: false });
    await issue.button('Try again').click();
    await issue.heading('Chidi Becker').waitFor();
  });

  it('shows what came first while the rest is on its way', async () => {
    issue.faults({ latencyMs: 1_500 });
    await issue.open(FULL);
    await issue.says('Prefers to be called in the morning.');
    expect(issue.getByText('2 other open issues').count()).toBe(0);
    await issue.says('2 other open issues');
    issue.faults({ latencyMs: 0 });
  });
});
