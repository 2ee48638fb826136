import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { countsOf, downloadedText, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

// The import takes some fifty seconds; a request that hangs until its limit adds up to half a minute each.
jest.setTimeout(600_000);

const sample = readFileSync(join(__dirname, '../../samples/customers-2000.csv'), 'utf8');

describe('an import while the site is slow, fails, and loses the process that runs it', () => {
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    session = await openBrowser(['--latency', '400', '--fail-rate', '0.05', '--task-speed', '20']);
    page = await session.newPage();
  });
  afterAll(() => session.close());

  it('brings the sample of 2,000 rows in and accounts for every one', async () => {
    const control = sandboxControl(session.url);
    const wizard = new ImportWizard(page);
    await wizard.open(session.url);
    await wizard.choose('customers-2000.csv', sample);
    await wizard.check();
    await page.getByText('1,952 of 2,000 rows can be imported').waitFor();
    await wizard.leaveOut();
    await wizard.start(1_952, false);

    await killRunning(control);
    await page.getByText(/^[1-9][\d,]* of 1,952 rows/).waitFor({ timeout: 240_000 });
    await killRunning(control);
    await page.getByText('1,952 of 1,952 rows · 100%').waitFor({ timeout: 300_000 });

    const { Succeeded, Partly, Failed, Unconfirmed, 'Left out': leftOut } = await countsOf(page);
    expect(leftOut).toBe(48);
    expect(Succeeded + Partly + Failed + Unconfirmed).toBe(1_952);
    const csv = await downloadedText(page, () => wizard.button('Download unsuccessful rows').click());
    const [headers = [], ...listed] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    const rowNumbers = new Set(listed.map((row) => row[headers.indexOf('CSM Console row')]));
    expect(listed).toHaveLength(2_000 - Succeeded);
    expect(rowNumbers.size).toBe(listed.length);
    expect(await control.violations()).toEqual([]);
  });
});

/** Ends the import's consumer in the middle of a run, at the next run that lasts long enough to be caught. */
async function killRunning(control: ReturnType<typeof sandboxControl>): Promise<void> {
  for (;;) {
    if (await control.isRunning('run-jobs')) {
      await pause(500);
      if ((await control.kill('run-jobs')) > 0) return;
    }
    await pause(100);
  }
}
