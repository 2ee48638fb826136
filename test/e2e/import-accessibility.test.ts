import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { customersCsv, ImportWizard } from '../support/import-wizard';

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
});
