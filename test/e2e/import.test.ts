import { EventEmitter, once } from 'node:events';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { defaultSettings } from '../../src/domain/settings/defaults';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv, downloadedText, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

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

  it('accounts for every row of a file with good and bad ones, and hands the bad ones back in its layout', async () => {
    await wizard.open(session.url);
    await wizard.choose('customers.csv', customersCsv(120, 'account.example'));
    await wizard.check();
    await page.getByText('117 of 120 rows can be imported').waitFor();
    await wizard.leaveOut();
    await wizard.start(117);
    await sandboxControl(session.url).quickened(page.getByText('Done, some left out', { exact: true }).waitFor());
    await page.getByText('117 of 117 rows · 100%').waitFor();

    const csv = await downloadedText(page, () => wizard.button('Download unsuccessful rows').click());
    const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
    expect(rows[0]?.slice(0, 4)).toEqual(['E-mail', 'Full name', 'Region', 'Shoe size']);
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['person3@account.example', 'Person, 3', 'Europe', '3'],
      ['person43@account.example', 'Person, 43', 'Europe', '7'],
      ['person83@account.example', 'Person, 83', 'Europe', '2'],
    ]);
    for (const row of rows.slice(1)) expect(row.at(-1)).toContain('Region');
  });

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

  it('says of rows in doubt that the site may have them, not that they are to be corrected', async () => {
    const control = sandboxControl(session.url);
    await control.faults({ taskFailRate: 1, userSearchDelayMs: 3_600_000 });
    await wizard.open(session.url);
    await wizard.choose('doubt.csv', customersCsv(3, 'doubt.example'));
    await wizard.check();
    await wizard.start(3);
    await page.getByText('Your site didn’t report the outcome of some rows').waitFor();
    await control.advance(7 * 60_000);
    await page.getByText('Done, some unconfirmed', { exact: true }).waitFor();
    await page.getByText('3 rows are unconfirmed. Your site may already have them.').waitFor();
    expect(await page.getByText(/Correct (and|the)/).count()).toBe(0);
    await control.faults({ taskFailRate: 0, userSearchDelayMs: 0 });
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

  it('refuses a file without rows, says why, and takes another', async () => {
    await wizard.open(session.url);
    const frame = await wizard.frame();
    await wizard.choose('empty.csv', '');
    await frame.getByRole('alert').waitFor();
    await soon(() => wizard.button('Continue to the columns').isDisabled(), true);
    await wizard.choose('good.csv', customersCsv(2, 'second.example'));
    await wizard.check();
  });

  it('proposes what the settings say, however late they come', async () => {
    const settings = { ...defaultSettings, emptyCells: 'clear', problemRows: 'leave out' };
    const answer = { result: { ok: true, data: { settings, revision: 1, changed: null } } };
    const answered = new EventEmitter();
    await page.route(/\/invoke$/, async (route) => {
      if (route.request().postData()?.includes('"settings.get"') !== true) return route.continue();
      await once(answered, 'answer');
      return route.fulfill({ json: answer });
    });
    await wizard.open(session.url);
    await wizard.choose('late.csv', customersCsv(4, 'late.example'));
    await page.getByText('Waiting for your site’s fields and settings.').waitFor();
    await soon(() => wizard.button('Continue to the columns').isDisabled(), true);
    answered.emit('answer');
    await wizard.button('Continue to the columns').click();
    await page.getByText('Clear stored values').waitFor();
    await wizard.button('Check every row').click();
    await page.getByText('3 of 4 rows can be imported').waitFor();
    await soon(() => page.getByRole('radio', { name: /^Leave them out/ }).isChecked(), true);
  });

  it('says of an address that no import can have that there is no such page', async () => {
    await page.goto(`${session.url}jira/settings/apps/csm-console/imports/not%20one`);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  });

  it('keeps a mapping for the next file', async () => {
    const seats = page.getByRole('combobox', { name: 'Shoe size' });
    await wizard.open(session.url);
    await wizard.choose('first.csv', customersCsv(2, 'first.example'));
    await wizard.button('Continue to the columns').click();
    await seats.fill('Seats');
    await seats.press('Enter');
    await wizard.button('Save this mapping as…').click();
    await page.getByLabel('Name', { exact: true }).fill('Shoes are seats');
    await wizard.button('Save mapping').click();
    await page.getByText('“Shoes are seats” says where 4 columns in your file go.').waitFor();

    await wizard.open(session.url);
    await wizard.choose('second.csv', customersCsv(3, 'second.example'));
    await wizard.button('Continue to the columns').click();
    await page.getByText('Matched: 3 of 4').waitFor();
    await page.getByLabel('Use a saved mapping').press('ArrowDown');
    await page.getByRole('option', { name: 'Shoes are seats' }).click();
    await page.getByText('Matched: 4 of 4').waitFor();
    await wizard.button('Delete “Shoes are seats”').click();
    await wizard.button('Delete mapping').click();
    await page.getByLabel('Use a saved mapping').waitFor({ state: 'detached' });
  });

  it('is carried on as who asks for it, where the background may not', async () => {
    const control = sandboxControl(session.url);
    await control.settings({ impersonationRefused: true });
    await wizard.open(session.url);
    await wizard.choose('carried.csv', customersCsv(900, 'carried.example'));
    await wizard.check();
    await wizard.leaveOut();
    await wizard.start(877);
    await page.getByText('The import has stopped and needs your attention').waitFor();
    // As for somebody whose own step is refused as well: the job is answered as it is, parked.
    await page.route(/\/invoke$/, async (route) => {
      const postData = route.request().postData()?.replace('"jobs.continue"', '"jobs.get"') ?? '';
      return route.fulfill({ response: await route.fetch({ postData }) });
    });
    await wizard.button('Continue as me').click();
    await page.getByText('It continued as you, but stopped again.').waitFor();
    await page.unroute(/\/invoke$/);
    await control.settings({ impersonationRefused: false });
    await wizard.button('Continue as me').click();
    await page.getByText('877 of 877 rows · 100%').waitFor({ timeout: 60_000 });
  });
});
