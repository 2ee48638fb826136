import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { GIL, NORA } from '../support/console';
import { fits } from '../support/fits';
import { customersCsv, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

/** A page of each section, those that load nothing among them. */
const somePages = [
  ...['overview', 'customers', 'organizations', 'products/new', 'entitlements', 'fields', 'requests', 'imports/new'],
  ...['sync', 'settings/profile'],
];

describe('the console in a browser', () => {
  let session: BrowserSession;
  let page: Page;
  let job: string;
  const address = (path: string) => `${session.url}jira/settings/apps/csm-console/${path}`;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    const wizard = new ImportWizard(page);
    await wizard.open(session.url);
    await wizard.choose('customers.csv', customersCsv(80, 'console.example'));
    await wizard.check();
    await wizard.leaveOut();
    job = (await wizard.start(78)).split('/').slice(-2).join('/');
    await page.getByText('78 of 78 rows · 100%').waitFor({ timeout: 60_000 });
  });
  afterAll(() => session.close());

  it('has no serious accessibility violations on any page', async () => {
    const pages = {
      overview: 'Recent imports',
      imports: '1 import',
      [job]: 'Batches',
      'imports/new': 'File',
      sync: 'Sync',
    };
    for (const [path, words] of Object.entries(pages)) {
      await page.goto(address(path));
      await page.locator('main').getByText(words, { exact: true }).first().waitFor();
      expect(await hindrances(page)).toEqual([]);
    }
  });

  it.each([
    ['customers/find/person/1/amara%20bian', 'Amara Bianchi'],
    ['customers/find/details/1/Tier/Gold', /^\d+ customers$/],
    ['organizations/find/names/Alder%20Logistics%20Pty%20Ltd', '1 organization found.'],
    ['fields', '16 of 50 used'],
  ])('asks the site once for what a page shows: %s', async (path, words) => {
    const control = sandboxControl(session.url);
    // Slow enough that the person's right, which every call asks for on its own, is known before the content is there.
    await control.faults({ latencyMs: 300 });
    const before = (await control.requests()).length;
    await page.goto(address(path));
    await page.locator('main').getByText(words).first().waitFor();
    await control.faults({ latencyMs: 0 });
    const asked = (await control.requests()).slice(before).filter((request) => !request.includes('/mypermissions'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('goes back with the browser, and links to a page of its own', async () => {
    await page.goto(address('imports'));
    await page.getByRole('button', { name: 'Import customers' }).click();
    await page.getByRole('button', { name: 'Continue to the file' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
  });

  it.each([
    ['fields/customers/new', 'Name'],
    ['fields/customers/edit/Notes', 'Name'],
    ['products/new', 'Names'],
    ['requests', 'Summary'],
    ['requests/comment', 'Comment'],
    ['settings', 'Task slots'],
    ['customers/new', 'Email'],
    ['organizations/new', 'Name'],
  ])('asks before a form is left that is half written: %s', async (path, label) => {
    const field = page.getByLabel(new RegExp(`^${label}\\*?$`));
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await page.goto(address(path));
    await field.fill('3');
    await page.getByRole('link', { name: 'Sync', exact: true }).click();
    await question.getByRole('button', { name: 'Stay', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await soon(() => field.inputValue(), '3');
    await page.getByRole('link', { name: 'Sync', exact: true }).click();
    await question.getByRole('button', { name: 'Leave', exact: true }).click();
    await field.waitFor({ state: 'detached' });
  });

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(address('overview'));
    await page.getByRole('heading', { name: 'Customer Service Management', exact: true }).waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it.each([
    ['an agent', GIL],
    ['somebody with no right of the site', NORA],
  ])('shows %s no data on any page, and names the permission and who grants it', async (_, accountId) => {
    await page.goto(address('overview'));
    await page.getByLabel('Signed in as').selectOption(accountId);
    for (const path of somePages) {
      await page.goto(address(path));
      await page.getByRole('heading', { name: 'You need the Administer Jira permission', level: 1 }).waitFor();
      await page.getByText('Ask a Jira administrator').waitFor();
      await soon(() => page.locator('main').getByRole('button').allInnerTexts(), ['Try again']);
    }
    expect(await hindrances(page)).toEqual([]);
  });
});
