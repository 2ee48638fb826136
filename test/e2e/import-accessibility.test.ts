import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv } from '../support/customers-csv';
import { ImportWizard } from '../support/import-wizard';

jest.setTimeout(180_000);

describe('every step of an import, for axe', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    wizard = new ImportWizard(page);
    await page.goto(`${session.url}jira/settings/apps/csm-console/imports/new`);
  });
  afterAll(() => session.close());

  it('has no serious violations', async () => {
    const found: Record<string, string[]> = {};
    const look = async (step: string, where: Parameters<typeof hindrances>[0] = page, part?: string) => {
      const seen = await hindrances(where, part);
      if (seen.length > 0) found[step] = seen;
    };
    await wizard.button('Continue to the file').waitFor();
    await look('What');
    await wizard.button('Continue to the file').click();
    const frame = await wizard.frame();
    await look('File');
    await look('the drop zone', frame);
    await frame.getByText('Paste rows instead').click();
    await look('pasting', frame);
    await wizard.choose('empty.csv', '');
    await frame.getByRole('alert').waitFor();
    await look('a refusal', frame);
    await wizard.choose('axe.csv', customersCsv(42, 'axe.example'));
    await wizard.fileFrame().getByRole('button', { name: 'Choose another file' }).waitFor();
    await look('the preview', frame);
    await wizard.button('Continue to the columns').click();
    await wizard.button('Check every row').waitFor();
    await look('Columns');
    await wizard.button('Save this mapping as…').click();
    await wizard.button('Save mapping').waitFor();
    await look('saving the mapping', page, '[role=dialog]');
    await page.keyboard.press('Escape');
    await wizard.button('Check every row').click();
    await page.getByText('41 of 42 rows can be imported').waitFor();
    await look('Check');
    await wizard.leaveOut();
    await wizard.button('Continue to start').click();
    // It can be pressed once a name is proposed, and changes its colours with that.
    await page.getByRole('button', { name: 'Import 41 customers', disabled: false }).waitFor();
    await look('Start');
    await wizard.button('Import 41 customers').click();
    await page.getByText('41 of 41 rows · 100%').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Show details' }).click();
    await page.getByText('Completed', { exact: true }).waitFor();
    await look('the job');
    expect(found).toEqual({});
  });

  it('has none where the export of another tool is recognized', async () => {
    await wizard.open(session.url);
    await wizard.choose('contacts.csv', readFileSync('samples/export-hubspot-contacts.csv'));
    await wizard.button('Continue to the columns').click();
    await page.getByText('These look like contacts from HubSpot').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('has none where a file has values of organizations and entitlements', async () => {
    await wizard.open(session.url);
    await wizard.choose('several.csv', readFileSync('samples/customers-and-organizations.csv'));
    await wizard.button('Continue to the columns').click();
    for (const words of ['“Valid until” of their entitlement?', '“Licenses” of their entitlement?']) {
      const row = page.getByRole('row').filter({ hasText: words });
      await row.getByRole('button', { name: 'Yes, it is' }).click();
    }
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Check every row').click();
    await wizard.button('Import row without it').click();
    await page.getByText('All 12 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await page.getByText('“several: entitlements” grants 9 products').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('has none where problems are put right, nor in the dialogs for that', async () => {
    await wizard.open(session.url);
    await wizard.choose('kunden.csv', readFileSync('test/files/30-german-excel-64-rows.csv'));
    await wizard.check();
    const region = page.getByRole('row', { name: /Region/ });
    await region.getByRole('button', { name: 'Replace 1 value' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace values of Region' });
    await dialog.getByRole('button', { name: 'Add it to the options of Region' }).click();
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /Not an email address/ })
      .first()
      .getByRole('button', { name: 'Correct cells' })
      .click();
    const cells = page.getByRole('dialog', { name: 'Correct cells of E-Mail-Adresse' });
    await cells.getByRole('textbox', { name: 'E-Mail-Adresse in row 64' }).fill('heil@messy.example');
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 cell corrected' }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('has none where rows are joined', async () => {
    const rows = ['ada@joined.example,EU', 'ADA@joined.example,', 'ada@joined.example,US'];
    await wizard.open(session.url);
    await wizard.choose('joined.csv', ['E-mail,Region', ...rows].join('\n'));
    await wizard.check();
    await wizard.button('Join with the earlier rows').click();
    await page.getByRole('heading', { name: '1 row joined with earlier rows' }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });
});
