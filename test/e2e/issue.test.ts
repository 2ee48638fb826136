import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import type { BrowserSession } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import type { IssuePage } from '../support/issue-page';
import { openIssues } from '../support/open-issues';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
});
afterAll(() => session.close(/404/));

/** The issues of the demo site: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const ADMINISTRATORS_ONLY = 'CARE-8';

describe('an agent on an issue', () => {
  it('sees who is asking: account, values, organizations, entitlements and their other open issues', async () => {
    await issue.open(FULL);
    await issue.context.getByRole('heading', { name: 'Chidi Becker', exact: true }).waitFor();
    await issue.says('chidi.becker.2992@customers.example');
    await issue.says('Prefers to be called in the morning.');
    await issue.says('Fjord Logistics AB');
    await issue.says('Granted directly');
    await issue.says('Inherited from Beacon Logistics Inc');
    await issue.says('2 other open issues');
    expect(await issue.context.getByLabel('Customer ID').inputValue()).toMatch(/^qm:/);
    await issue.unfold('Helpdesk Cloud');
    await issue.says('Licenses');
  });

  it('sees the same in the middle of the issue, and runs nothing at the right while that is closed', async () => {
    await issue.open(FULL);
    await issue.says('2 other open issues');
    const words = await issue.context.locator('> :not(h2, iframe)').allInnerTexts();
    await page.getByRole('button', { name: 'Customer', exact: true, expanded: true }).click();
    await issue.says('Show the customer');
    expect(await issue.context.locator('iframe').count()).toBe(0);
    await issue.addPanel();
    await issue.panel.getByText('2 other open issues').waitFor();
    await soon(() => issue.panel.locator('> :not(h2, iframe)').allInnerTexts(), words);
  });

  it('edits a value in its place, and it is there the next time', async () => {
    await issue.open(FULL);
    await issue.button('Edit Notes').click();
    await issue.context.getByLabel('Notes', { exact: true }).fill('Call after four.');
    await issue.button('Save').click();
    await issue.says('Call after four.');
    await page.reload();
    await issue.says('Call after four.');
  });

  it('is led to all open issues of the customer', async () => {
    await issue.open(FULL);
    const opened = page.waitForEvent('popup');
    await issue.context.getByRole('link', { name: /^All their open issues/ }).click();
    const list = await opened;
    await list.getByRole('link', { name: 'CARE-2' }).waitFor();
    expect(await list.getByRole('link', { name: 'CARE-4' }).count()).toBe(0);
    await list.close();
  });
});

describe('an administrator on an issue', () => {
  beforeAll(async () => {
    await issue.list();
    await issue.signInAs('ada');
  });
  afterAll(async () => {
    await issue.list();
    await issue.signInAs('gil');
  });

  it('is led to the customer’s own page in the console', async () => {
    await issue.open(FULL);
    await issue.button('People').click();
    const opened = page.waitForEvent('popup');
    await issue.button('Open this customer in the CSM Console').click();
    const console_ = await opened;
    await console_.getByRole('heading', { name: 'Chidi Becker', exact: true }).waitFor();
    await console_.close();
  });

  it('decides what agents see: a hidden field, a read-only one, and how long an entitlement lasts', async () => {
    const settings = new ConsolePage(page, session.url);
    await settings.open('settings/profile');
    await page.getByRole('checkbox', { name: 'Legacy ID', exact: true }).uncheck({ force: true });
    await page.getByRole('checkbox', { name: /^Read-only +Tier$/ }).check({ force: true });
    await settings.choose('Date field with the last day', 'Valid until');
    await settings.button('Save').click();
    await settings.text(/^Last changed by Ada Admin/).waitFor();

    await issue.open(FULL);
    await issue.says('Ended 20 days ago');
    await issue.says('Ends in 12 days');
    await issue.says(/^\d+ products? ended$/);
    expect(await issue.button('Edit Tier').count()).toBe(0);
    await soon(() => issue.button('Edit Region').count(), 1);
    expect(await issue.context.getByText('Legacy ID').count()).toBe(0);
  });
});

describe('somebody who may see no issue', () => {
  it('sees neither the issue nor its customer', async () => {
    await issue.list();
    await issue.signInAs('nora');
    await page.getByText('There are no issues that you can view.').waitFor();
    await issue.open(FULL);
    await page.getByRole('heading', { name: /^You can’t view this issue/ }).waitFor();
    expect(await issue.context.count()).toBe(0);
    await issue.signInAs('gil');
    await issue.context.getByRole('heading', { name: 'Chidi Becker', exact: true }).waitFor();
  });
});

describe('an issue that is not as usual', () => {
  it('does not show an agent what only administrators may see', async () => {
    await issue.open(ADMINISTRATORS_ONLY);
    await page.getByRole('heading', { name: /^You can’t view this issue/ }).waitFor();
  });
});

describe('the looks of the issue', () => {
  it('have no serious accessibility violations', async () => {
    await issue.open(FULL);
    await issue.addPanel();
    await issue.says('2 other open issues');
    await issue.panel.getByText('2 other open issues').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await issue.list();
    await page.getByRole('link', { name: FULL, exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('do not scroll sideways on a narrow screen', async () => {
    await issue.open(FULL);
    await issue.says('2 other open issues');
    await page.setViewportSize({ width: 320, height: 800 });
    await fits(page);
  });
});
