import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

const csv = (...lines: string[]): string => ['E-mail,Full name,Region', ...lines].join('\r\n');
const first = csv('ada@undo.example,Ada,EU', 'bob@undo.example,Bob,EU');
const second = csv('ada@undo.example,Ada,US', 'bob@undo.example,Bob,EU', 'eve@undo.example,Eve,EU');

describe('an import of a file that was imported before', () => {
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

  const checked = async (content: string): Promise<void> => {
    await wizard.open(session.url);
    await wizard.choose('undo.csv', content);
    await wizard.check();
  };
  const done = () => page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });

  it('sends what has changed alone, and is undone', async () => {
    await checked(first);
    await wizard.start(2);
    await done();

    await checked(second);
    await wizard.button('Compare with your site').click();
    for (const words of ['1 customer is new.', '1 customer changes.', '1 customer stays the same.'])
      await page.getByText(words, { exact: true }).waitFor();
    await page.getByRole('table', { name: 'What changes' }).getByText('US').waitFor();
    await wizard.button('Continue to start').click();
    await page.getByRole('checkbox', { name: 'Don’t send 1 unchanged row' }).waitFor();
    await page.getByRole('checkbox', { name: 'Keep what was there' }).waitFor();
    await wizard.button('Import 2 customers').click();
    await page.waitForURL(/imports\/(?!new)[^/]+$/);
    await done();

    await wizard.button('Undo import').click();
    const modal = page.getByRole('dialog');
    await modal.getByText('1 customer gets back what they had.', { exact: true }).waitFor();
    await modal.getByRole('listitem').getByText('1 customer is deleted, as the import created them.').waitFor();
    await modal.getByLabel('Type 1 to confirm').fill('1');
    await modal.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('Undoes').waitFor();
    await done();

    await checked(second);
    await wizard.button('Compare with your site').click();
    await page.getByText('1 customer is new.', { exact: true }).waitFor();
    await page.getByText('1 customer changes.', { exact: true }).waitFor();
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });
});
