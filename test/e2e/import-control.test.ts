import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { countsOf, customersCsv, downloadedText, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

describe('the control of an import', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;
  let control: ReturnType<typeof sandboxControl>;

  /** Starts an import of so many customers, of whom one in forty is left out, and answers with its page's path. */
  async function start(name: string, rows: number, leftOut: number): Promise<string> {
    await wizard.open(session.url);
    await wizard.choose(name, customersCsv(rows, `${name.replace('.csv', '')}.example`));
    await wizard.check();
    await wizard.leaveOut();
    // What is there would be read first, row by row: there would be nothing under way to pause.
    return wizard.start(rows - leftOut, false);
  }

  /** Lets the sandbox's time pass, in steps that leave calls under way their time, until something shows. */
  async function passTimeUntil(shown: Locator): Promise<void> {
    for (let step = 0; step < 100; step += 1) {
      if (await shown.isVisible()) return;
      await control.advance(5_000);
      await page.waitForTimeout(200);
    }
    await shown.waitFor({ timeout: 1_000 });
  }

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    control = sandboxControl(session.url);
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('pauses it, lets others run, and resumes it', async () => {
    await control.settings({ taskMsPerRow: 600 });
    const path = await start('paused.csv', 400, 10);
    // A pause that comes before the first request leaves nothing under way.
    while (
      !(await control.requests()).some((request) => request.startsWith('POST /jsm/csm/api/v1/customer/profile/bulk'))
    )
      await page.waitForTimeout(100);
    await wizard.button('Pause import').click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await page.getByText('Requests under way are tracked to the end.').waitFor();
    await wizard.button('Cancel import').waitFor();
    await control.settings({ taskMsPerRow: 1 });
    await wizard.button('Resume import').click();
    await wizard.button('Pause import').waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
    await passTimeUntil(page.getByText('390 of 390 rows · 100%'));
  });

  it('shows the order of those that wait, and changes it', async () => {
    await control.settings({ taskMsPerRow: 600 });
    await start('running.csv', 40, 1);
    for (const name of ['second.csv', 'third.csv']) await start(name, 40, 1);
    await page.getByText(/number 2 of 2 in line/).waitFor();
    await page.goto(`${session.url}jira/settings/apps/csm-console/imports`);
    const waiting = page.locator('table').filter({ hasText: 'Place' });
    await waiting.waitFor();
    const order = async () => [...new Set((await waiting.innerText()).match(/second|third/g))];
    expect(await order()).toEqual(['second', 'third']);
    await page.getByRole('button', { name: 'Move to front third' }).click();
    await page.getByRole('button', { name: 'Move to front second' }).waitFor();
    expect(await order()).toEqual(['third', 'second']);
    await control.settings({ taskMsPerRow: 1 });
    await passTimeUntil(page.getByText('Done', { exact: false }).nth(3));
    await waiting.waitFor({ state: 'detached' });
  });

  it('hands back all results and the rows of one reason, retries those that failed, and takes corrected ones', async () => {
    await control.faults({ rowFailRate: 1 });
    const path = await start('control.csv', 80, 2);
    await passTimeUntil(page.getByText('78 of 78 rows · 100%'));
    const results = rowsOf(await downloadedText(page, () => wizard.button('Download all results').click()));
    expect(results[0]?.slice(0, 6)).toEqual([
      'CSM Console row',
      'CSM Console outcome',
      'CSM Console done',
      'CSM Console ID',
      'CSM Console reason',
      'E-mail',
    ]);
    expect(results.slice(1).map(([row]) => Number(row))).toEqual(Array.from({ length: 80 }, (_, at) => at + 2));
    const leftOut = page.getByRole('row').filter({ hasText: 'Left out: Region' });
    await leftOut.getByText('Rows 5, 45').waitFor();
    const ofReason = await downloadedText(page, () => leftOut.getByRole('button', { name: /^Download/ }).click());
    expect(rowsOf(ofReason).map((row) => row[4])).toEqual(['CSM Console row', '5', '45']);

    await control.faults({ rowFailRate: 0 });
    await wizard.button('Retry rows').click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByLabel('Import name');
    await dialog.getByRole('button', { name: 'Retry 78 rows' }).waitFor();
    await dialog.locator('button:enabled', { hasText: 'Retry 78 rows' }).waitFor();
    expect(await name.inputValue()).toBe('control (retry)');
    await dialog.getByRole('button', { name: 'Retry 78 rows' }).click();
    await page.getByRole('heading', { name: 'control (retry)' }).waitFor();
    await passTimeUntil(page.getByText('78 of 78 rows · 100%'));
    expect(await countsOf(page)).toMatchObject({ Succeeded: 78, 'Left out': 0 });
    await page.getByText('control', { exact: true }).click();
    await page.waitForURL(new URL(path, session.url).href);

    await wizard.button('Import corrected rows').click();
    await page.getByText('Corrected rows of “control”').waitFor();
    await wizard.choose('anything.csv', ofReason.replaceAll('Europe', 'EU'));
    await wizard.check();
    await page.getByText('All 2 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await page.locator('button:enabled', { hasText: 'Import 2 customers' }).waitFor();
    expect(await page.getByLabel('Import name').inputValue()).toBe('control (corrected)');
    await wizard.button('Import 2 customers').click();
    await page.getByRole('heading', { name: 'control (corrected)' }).waitFor();
    await passTimeUntil(page.getByText('2 of 2 rows · 100%'));
  });
});
