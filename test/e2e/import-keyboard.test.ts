import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv } from '../support/customers-csv';
import { downloadedText, ImportWizard } from '../support/import-wizard';
import { pressOn, tabTo } from '../support/keyboard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

describe('an import with the keyboard alone', () => {
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    await page.goto(`${session.url}jira/settings/apps/csm-console/imports/new`);
  });
  afterAll(() => session.close());

  it('goes from the first choice to the download of what failed', async () => {
    const wizard = new ImportWizard(page);
    await tabTo(page, page.getByRole('radio', { name: /^Create or update/ }));
    await page.keyboard.press('ArrowDown');
    await soon(() => page.getByRole('radio', { name: /^Create only/ }).isChecked(), true);
    await pressOn(page, wizard.button('Continue to the file'));

    const asked = page.waitForEvent('filechooser');
    await pressOn(page, wizard.fileFrame().getByRole('button', { name: 'Choose a file' }));
    const file = { name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(customersCsv(42, 'keys.example')) };
    await (await asked).setFiles(file);
    await wizard.fileFrame().getByRole('button', { name: 'Choose another file' }).waitFor();
    await pressOn(page, wizard.button('Continue to the columns'));

    await tabTo(page, page.getByRole('combobox', { name: 'Shoe size' }));
    await page.keyboard.type('Seats');
    await page.getByRole('option', { name: 'Seats (number)' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Matched: 4 of 4').waitFor();
    await pressOn(page, wizard.button('Check every row'));

    await page.getByText('41 of 42 rows can be imported').waitFor();
    await pressOn(page, page.getByRole('radio', { name: /^Leave them out/ }), 'Space');
    await pressOn(page, wizard.button('Continue to start'));
    await pressOn(page, wizard.button('Import 41 customers'));
    await page.getByText('41 of 41 rows · 100%').waitFor({ timeout: 60_000 });
    const csv = await downloadedText(page, () => pressOn(page, wizard.button('Download unsuccessful rows')));
    expect(csv).toContain('person3@keys.example');
  });
});
