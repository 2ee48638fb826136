import Papa from 'papaparse';
import type { Page } from 'playwright-core';
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

  /** Waits until all rows of the import that the page shows are done. */
  const ended = (rows: number): Promise<void> =>
    control.quickened(page.getByText(`${rows} of ${rows} rows · 100%`).waitFor());

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    control = sandboxControl(session.url);
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('hands back all results and the rows of one reason, retries those that failed, and takes corrected ones', async () => {
    await control.faults({ rowFailRate: 1 });
    await wizard.open(session.url);
    await wizard.choose('control.csv', customersCsv(80, 'control.example'));
    await wizard.check();
    await wizard.leaveOut();
    const path = await wizard.start(78, false);
    await ended(78);
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
    await ended(78);
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
    await ended(2);
  });
});
