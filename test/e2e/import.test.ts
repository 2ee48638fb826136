import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv } from '../support/customers-csv';
import { ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

describe('an import in a browser', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
  });
  afterAll(() => session.close());

  beforeEach(async () => {
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterEach(() => page.close());

  it('goes on when the page is closed, and is found again', async () => {
    await wizard.open(session.url);
    await wizard.choose('closed.csv', customersCsv(400, 'closed.example'));
    await wizard.check();
    await wizard.leaveOut();
    const path = await wizard.start(390);
    await page.close();

    page = await session.newPage();
    await page.goto(new URL(path, session.url).href);
    await sandboxControl(session.url).quickened(page.getByText('390 of 390 rows · 100%').waitFor());
    await page.goto(`${session.url}jira/settings/apps/csm-console/overview`);
    await page.getByRole('button', { name: 'closed' }).first().click();
    await page.getByRole('heading', { name: 'closed', exact: true }).waitFor();
  });

  it('takes rows that are pasted', async () => {
    await wizard.open(session.url);
    const frame = await wizard.frame();
    await frame.getByText('Paste rows instead').click();
    await frame.getByLabel('Rows to import').fill('E-mail\tFull name\npasted@paste.example\tPia Paste');
    await frame.getByRole('button', { name: 'Use these rows' }).click();
    await wizard.check();
    await page.getByText('1 of 1 row can be imported').waitFor();
  });
});
