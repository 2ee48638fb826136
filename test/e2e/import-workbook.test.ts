import { read, utils, write } from '@e965/xlsx';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { downloaded, ImportWizard } from '../support/import-wizard';

jest.setTimeout(120_000);

const sample = resolve(__dirname, '../../samples/customers.xlsx');

describe('a workbook', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('is checked by one of its sheets, and its problems come back as a workbook that is imported once corrected', async () => {
    await wizard.open(session.url);
    await wizard.choose('customers.xlsx', await readFile(sample));
    const shown = wizard.fileFrame();
    await shown.getByText('1 hidden row is included.').waitFor();
    expect(await shown.getByLabel('Sheet').inputValue()).toBe('Customers');
    await wizard.check();
    await page.getByText('59 of 60 rows can be imported').waitFor();
    const { name, bytes } = await downloaded(page, () => wizard.button('Download problems').click());
    expect(name).toBe('customers - problems.xlsx');
    const book = read(bytes);
    const rows = utils.sheet_to_json<string[]>(book.Sheets['Rows'] ?? {}, { header: 1 });
    expect(rows[1]?.slice(-3, -1)).toEqual(['44', 'left out']);
    const corrected = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === 'Europe' ? 'EU' : cell))));
    const again = write({ SheetNames: ['Rows'], Sheets: { Rows: corrected } }, { type: 'buffer' }) as Buffer;
    await wizard.open(session.url);
    await wizard.choose('corrected.xlsx', again);
    await page.getByText('This is a list of unsuccessful rows from the console').waitFor();
    await wizard.check();
    await page.getByText('1 of 1 row can be imported').waitFor();
  });
});
