import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { GIL } from '../support/console';
import { fits } from '../support/fits';
import { customersCsv } from '../support/customers-csv';
import { ImportWizard } from '../support/import-wizard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

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

  it('goes back with the browser, and links to a page of its own', async () => {
    await page.goto(address('imports'));
    await page.getByRole('button', { name: 'Import customers' }).click();
    await page.getByRole('button', { name: 'Continue to the file' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
  });

  it('asks before a form is left that is half written', async () => {
    const field = page.getByLabel('Task slots');
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await page.goto(address('settings'));
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

  it('shows an agent no data, and whom to ask', async () => {
    await page.goto(address('overview'));
    await page.getByLabel('Signed in as').selectOption(GIL);
    await page.getByRole('heading', { name: 'You need the Administer Jira permission', level: 1 }).waitFor();
    await soon(() => page.locator('main').getByRole('button').allInnerTexts(), ['Try again']);
    expect(await hindrances(page)).toEqual([]);
  });
});
