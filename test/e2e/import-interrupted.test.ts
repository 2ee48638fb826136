import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv } from '../support/customers-csv';
import { ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

describe('an import that is interrupted', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser();
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('keeps its file when somebody is about to leave and stays', async () => {
    await wizard.open(session.url);
    await wizard.choose('held.csv', customersCsv(10, 'held.example'));
    await wizard.button('Continue to the columns').click();
    await page.getByRole('link', { name: 'Overview' }).click();
    const question = page.getByRole('dialog', { name: 'Leave this import?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await page.waitForURL(/imports\/new$/);
    await wizard.button('Check every row').waitFor();
    await wizard.button('Cancel').click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/imports$/);
  });

  it('is asked about by the browser too, when the tab is loaded anew', async () => {
    await wizard.open(session.url);
    await wizard.choose('held.csv', customersCsv(10, 'held.example'));
    await wizard.fileFrame().getByText('held.csv', { exact: true }).click();
    const asked = page.waitForEvent('dialog');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    expect((await asked).type()).toBe('beforeunload');
  });

  it('asks for its file again where that changed before its check, and starts with what the check has read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'csm-changing-'));
    const path = join(folder, 'changing.csv');
    const change = (rows: number) => writeFile(path, customersCsv(rows, 'changing.example'));
    const again = wizard.button('Choose the file again');
    const shoes = page.getByRole('combobox', { name: 'Shoe size' });
    await change(3);
    await wizard.open(session.url);
    await wizard.choosePath(path);
    await wizard.button('Continue to the columns').click();
    await shoes.fill('Seats');
    await shoes.press('Enter');
    await page.getByText('Matched: 4 of 4.').waitFor();
    await change(2);
    await wizard.button('Check every row').click();
    await page.getByText('The check was interrupted').waitFor();
    await again.click();

    await wizard.choosePath(path);
    await wizard.button('Continue to the columns').click();
    await page.getByText('Matched: 4 of 4.').waitFor();
    await wizard.button('Check every row').click();
    await page.getByText('All 2 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    // What was checked is kept: the file may change, or go.
    await rm(folder, { recursive: true });
    await wizard.button('Import 2 customers').click();
    await sandboxControl(session.url).quickened(page.getByText('2 of 2 rows · 100%').waitFor());
  });

  it('takes up a field that was created for a column meanwhile', async () => {
    await wizard.open(session.url);
    await wizard.choose('held.csv', customersCsv(10, 'held.example'));
    await wizard.button('Continue to the columns').click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Create field “Shoe size” in a new tab' }).click();
    const tab = await opened;
    await tab.getByRole('button', { name: 'Create field' }).click();
    await tab.getByText('Shoe size').first().waitFor();
    await tab.waitForURL(/fields\/customers$/);
    await tab.close();
    await seenAgain(page);
    await page.getByText('Matched: 4 of 4.').waitFor();
    await page.getByText('Shoe size (number)').waitFor();
  });

  it('fits a narrow page, whatever a column is called', async () => {
    const tab = await session.newPage();
    const narrow = new ImportWizard(tab);
    await narrow.open(session.url);
    await narrow.choose('long.csv', `E-mail,${'Kundenzufriedenheit'.repeat(5)}\na@long.example,x\n`);
    await narrow.button('Continue to the columns').click();
    await narrow.button('Check every row').waitFor();
    await tab.setViewportSize({ width: 320, height: 900 });
    const isCut = () =>
      tab
        .locator('label', { hasText: 'Kundenzu' })
        .evaluate((name) => name.scrollWidth > (name.closest('td')?.clientWidth ?? 0));
    await soon(isCut, false);
    const isTooWide = () =>
      tab.locator('main table').evaluate((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0));
    await soon(isTooWide, false);
    await tab.close();
  });
});

/** What a browser tells a page whose tab is looked at again. All tabs of a headless one count as seen. */
const seenAgain = async (page: Page): Promise<void> => {
  for (const frame of page.frames()) await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
};
