import type { Page } from 'playwright-core';
import type { LeftOutRow, StoredRow } from '../../src/contract/imports';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { type Console, hasEnded, planFor } from '../support/console';
import { consoleAt } from '../support/console-at';
import { ConsolePage } from '../support/console-page';
import { failing } from '../support/failing';
import { fitsNarrowed } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
let ada: Console;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
  ada = consoleAt(session.url);
});
afterAll(() => session.close());

/** Starts an import of two rows, beside which one was left out. */
async function startImport(name: string): Promise<string> {
  const cells = (row: number) => [`person${row}@${name}.example`, `Person ${row}`];
  const rows = [2, 3].map((row): StoredRow => [row, cells(row)]);
  const leftOut: LeftOutRow[] = [[4, cells(4), ['“Europe” is not an option.']]];
  return ada.startImport({ name, plan: planFor('UPSERT'), rows, leftOut });
}

async function runImport(name: string): Promise<void> {
  const jobId = await startImport(name);
  const ended = soon(async () => hasEnded(await ada.job(jobId)), true);
  await sandboxControl(session.url).quickened(ended);
}

describe('the overview in a browser', () => {
  it('leads by the keyboard from what needs attention to its page, hinders nobody and fits 320 pixels', async () => {
    const control = sandboxControl(session.url);
    await runImport('clean');
    await control.faults({ rowFailRate: 1 });
    await runImport('refused');
    await control.faults({ rowFailRate: 0 });
    await control.settings({ taskMsPerRow: 600_000 });
    await startImport('slow');
    await ui.open('overview');
    await ui.text('2 rows didn’t succeed').waitFor();
    await ui.text('16 of 50 used').waitFor();
    await page.getByRole('progressbar', { name: 'slow: 0% of rows done' }).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await fitsNarrowed(page);
    await pressOn(page, ui.button('refused').first());
    await ui.button('Download unsuccessful rows').waitFor();
    await page.goBack();
    await pressOn(page, ui.button('Find a customer'));
    await ui.at('customers');
  });
});

describe('the settings in a browser', () => {
  it('are saved by the keyboard alone, hinder nobody and fit 320 pixels', async () => {
    const slots = page.getByLabel('Task slots');
    await ui.open('settings');
    await slots.waitFor();
    expect(await hindrances(page)).toEqual([]);
    await fitsNarrowed(page);
    await slots.fill('11');
    await slots.press('Tab');
    await ui.text('Enter a whole number from 1 to 10').waitFor();
    await pressOn(page, ui.button('Save settings'));
    await ui.focused(slots);
    await slots.fill('7');
    await pressOn(page, ui.button('Save settings'));
    await page.getByText('1 setting changed').waitFor();
    await page.reload();
    await page.locator('main input[value="7"]').first().waitFor();

    await slots.fill('9');
    const conflict = { code: 'CONFLICT', message: 'Ada Admin has changed the settings. Task slots: 3' } as const;
    await failing(
      page,
      'settings.save',
      () => slots.press('Enter').then(() => ui.text(conflict.message).waitFor()),
      conflict,
    );
    await ui.button('Keep current').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });
});
