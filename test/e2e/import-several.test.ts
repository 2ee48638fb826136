import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard, countsOf } from '../support/import-wizard';

jest.setTimeout(120_000);

/** The sample as a spreadsheet in German saves it, with a title above its header and blank rows below. */
function ugly(): string {
  const rows = readFileSync('samples/customers-and-organizations.csv', 'utf8').trim().split('\r\n');
  return ['Kunden 2026', '', ...rows.map((row) => row.replaceAll(',', ';')), ';;;;;;;;', ''].join('\r\n');
}

describe('a file of customers with values of their organizations and entitlements', () => {
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '50']);
    page = await session.newPage();
  });
  afterAll(() => session.close());

  it('is imported as three imports, with what contradicts an earlier row left out of its cell', async () => {
    const wizard = new ImportWizard(page);
    await wizard.open(session.url);
    await wizard.choose('several.csv', ugly());
    await wizard.button('Continue to the columns').click();
    // What a name alone says of somebody else's field is asked about.
    for (const words of ['“Valid until” of their entitlement?', '“Licenses” of their entitlement?']) {
      const row = page.getByRole('row').filter({ hasText: words });
      await row.getByRole('button', { name: 'Yes, it is' }).click();
    }
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Check every row').click();
    await page.getByText('11 of 12 rows can be imported').waitFor();
    await page.getByText('Row 13 says “Education” of the same organization.').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Import row without it').click();
    await page.getByText('All 12 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await page.getByText('“several: organizations” changes detail values of 4 organizations').waitFor();
    await page.getByText('“several: entitlements” grants 9 products').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Import 12 customers').click();
    await page.waitForURL(/imports\/(?!new)[^/]+$/);
    await page.getByText('12 of 12 rows · 100%').waitFor();
    expect(await countsOf(page)).toMatchObject({ Succeeded: 12, Failed: 0, 'Left out': 0 });

    await page.getByText('← Imports').click();
    await page.getByText('several: organizations').waitFor();
    await page.getByText('several: entitlements').click();
    await page.getByText('Starts after').waitFor();
    await page.getByText('9 of 9 rows · 100%').waitFor();
    expect(await countsOf(page)).toMatchObject({ Succeeded: 9, Failed: 0 });
  });
});
