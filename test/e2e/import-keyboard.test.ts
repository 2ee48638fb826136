import type { Locator, Page } from 'playwright-core';
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
    await focused(wizard.button('Download template'));

    const asked = page.waitForEvent('filechooser');
    await pressOn(page, wizard.fileFrame().getByRole('button', { name: 'Choose a file' }));
    const file = { name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(customersCsv(42, 'keys.example')) };
    await (await asked).setFiles(file);
    await wizard.fileFrame().getByRole('button', { name: 'Choose another file' }).waitFor();
    await pressOn(page, wizard.button('Continue to the columns'));

    await focused(page.getByRole('combobox', { name: 'E-mail' }));
    await tabTo(page, page.getByRole('combobox', { name: 'Shoe size' }));
    await page.keyboard.type('Seats');
    await page.getByRole('option', { name: 'Seats (number)' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Matched: 4 of 4').waitFor();
    await pressOn(page, wizard.button('Check every row'));

    await page.getByText('41 of 42 rows can be imported').waitFor();
    await focused(wizard.button('Check again'));
    expect(await isInView(page.getByText('41 of 42 rows can be imported'))).toBe(true);
    await page.keyboard.press('Enter');
    await focused(wizard.button('Check again'));
    await pressOn(page, page.getByRole('radio', { name: /^Leave them out/ }), 'Space');
    await pressOn(page, wizard.button('Continue to start'));
    await focused(page.getByLabel('Import name'));
    await page.getByText('How long it takes isn’t known yet: your site hasn’t finished a bulk import.').waitFor();
    await pressOn(page, wizard.button('Import 41 customers'));
    await page.getByText('41 of 41 rows · 100%').waitFor({ timeout: 60_000 });
    const csv = await downloadedText(page, () => pressOn(page, wizard.button('Download unsuccessful rows')));
    expect(csv).toContain('person3@keys.example');
  });
});

/** Waits until the element has the focus without a key that would bring it there. */
const focused = (target: Locator) => soon(() => target.evaluate((element) => element === document.activeElement), true);

/** Whether the element stands in the window, below the product's bar at its top. */
const isInView = (target: Locator) =>
  target.evaluate((element) => {
    const { x, y, top } = element.getBoundingClientRect();
    return top >= 0 && document.elementFromPoint(x + 1, y + 1) === element;
  });
