import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard, countsOf, downloadedText } from '../support/import-wizard';
import { hindrances } from '../support/axe';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';

jest.setTimeout(120_000);

describe('the export of a German spreadsheet', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('goes in with what is wrong with it put right on the page', async () => {
    await wizard.open(session.url);
    await wizard.choose('kunden.csv', readFileSync('test/files/30-german-excel-64-rows.csv'));
    await wizard.check();
    await page.getByText('8 of 64 rows can be imported').waitFor();

    const region = page.getByRole('row', { name: /Region/ });
    await region.getByRole('button', { name: 'Replace 1 value' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace values of Region' });
    await dialog.getByRole('button', { name: 'Replace 1 value' }).click();
    await page.getByText('Region: “Europa” is imported as “EU”.').waitFor();
    const since = page.getByRole('row', { name: /Kunde seit/ });
    await since.getByRole('button', { name: 'Import rows without it' }).click();
    // Nothing else can be begun while the rows are checked again.
    await since.first().waitFor({ state: 'detached' });
    await wizard.button('Create 3 organizations first').click();
    await page.getByText('60 of 64 rows can be imported').waitFor();
    expect(await hindrances(page)).toEqual([]);

    await page.getByRole('listitem').filter({ hasText: 'Europa' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('54 of 64 rows can be imported').waitFor();
    await region.getByRole('button', { name: 'Replace 1 value' }).click();
    await dialog.getByRole('button', { name: 'Add it to the options of Region' }).click();
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add 1 option' }).click();
    await page.getByText('60 of 64 rows can be imported').waitFor();

    await page
      .getByRole('row', { name: /Not an email address/ })
      .first()
      .getByRole('button', { name: 'Correct cells' })
      .click();
    const cells = page.getByRole('dialog', { name: 'Correct cells of E-Mail-Adresse' });
    await cells.getByRole('textbox', { name: 'E-Mail-Adresse in row 64' }).fill('heil@messy.example');
    await cells.getByRole('textbox', { name: 'E-Mail-Adresse in row 65' }).fill('noch@falsch');
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('61 of 64 rows can be imported').waitFor();
    await page.getByRole('heading', { name: '2 cells corrected' }).waitFor();
    expect(await hindrances(page)).toEqual([]);
    const wrong = page.getByRole('row', { name: /noch@falsch/ });
    await wrong.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: '1 cell corrected' }).waitFor();
    // It holds for the same file, read as it was, wherever else one goes.
    await wizard.button('Back').click();
    await wizard.button('Check every row').click();
    await page.getByText('61 of 64 rows can be imported').waitFor();

    await wizard.leaveOut();
    await wizard.start(61);
    await sandboxControl(session.url).quickened(page.getByText('61 of 61 rows · 100%').waitFor());
    await page.getByText(/^Took /).waitFor();
    const fields = JSON.stringify(await siteApi(session.url)('GET', 'customer/details'));
    expect(fields).toMatch(/"Region"[^\]]*"EU"[^\]]*"Europa"\]/);
    expect(await countsOf(page)).toMatchObject({ Succeeded: 61, 'Left out': 3, Failed: 0 });
  });

  it('has each button act on the problem that it was drawn for, however fast one is after the other', async () => {
    const lines = [
      'E-mail,Full name,Region,Since',
      'a@fast.example,A,Mars,2026-01-01',
      'b@fast.example,B,Mars,2026-01-02',
      'c@fast.example,C,EU,2026-02-31',
      'd@fast.example,D,EU,2026-01-03',
    ];
    await wizard.open(session.url);
    await wizard.choose('fast.csv', lines.join('\n'));
    await wizard.check();
    await page.getByText('1 of 4 rows can be imported').waitFor();
    const without = (column: RegExp) =>
      page
        .getByRole('row', { name: column })
        .getByRole('button', { name: /^Import rows? without it$/ })
        .first();
    const [first, second] = [await without(/Region/).elementHandle(), await without(/Since/).elementHandle()];
    await page.evaluate(
      (buttons) => {
        for (const button of buttons) if (button instanceof HTMLElement) button.click();
      },
      [first, second],
    );
    await page.getByText('All 4 rows can be imported').waitFor();
    await page.getByText('Region: cells with problems are left out').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Region' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 of 4 rows can be imported').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Since' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 of 4 rows can be imported').waitFor();
    // What comes up in the place of a button is another one: a second click on this meets nothing.
    const region = await without(/Region/).elementHandle();
    await region.click();
    await page.getByText('3 of 4 rows can be imported').waitFor();
    await without(/Since/).waitFor();
    expect(await region.evaluate((button) => button.isConnected)).toBe(false);
  });

  it('has the rows of one customer joined to one, which is in the organizations of all of them', async () => {
    const lines = [
      'E-mail,Full name,Organization,Region',
      'ada@joined.example,Ada,Cinder Energy GmbH,EU',
      'ADA@joined.example,,Cinder Health Inc,',
      'ada@joined.example,Ada,,US',
    ];
    await wizard.open(session.url);
    await wizard.choose('joined.csv', lines.join('\n'));
    await wizard.check();
    await page.getByText('1 of 3 rows can be imported').waitFor();
    await wizard.button('Join with the earlier rows').click();
    await page.getByText('2 of 3 rows can be imported').waitFor();
    await page.getByRole('heading', { name: '1 row joined with earlier rows' }).waitFor();
    await page.getByText('An earlier row about the same customer says something else.').first().waitFor();
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Use the later row').click();
    await page.getByRole('heading', { name: '2 rows joined with earlier rows' }).waitFor();
    await page.getByText('All 3 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await page.getByText('2 rows are joined with an earlier row about the same customer.').waitFor();
    await wizard.button('Import 1 customer').click();
    await sandboxControl(session.url).quickened(page.getByText('1 of 1 row · 100%').waitFor());
    await page.getByText(/^Took /).waitFor();
    expect(await countsOf(page)).toMatchObject({ Succeeded: 1, Joined: 2 });
    const results = await downloadedText(page, () => wizard.button('Download all results').click());
    expect(results.match(/Joined with row 2\./g)).toHaveLength(2);
    const customerIds = [/qm:[^,\s"]+/.exec(results)?.[0]];
    const found = JSON.stringify(await siteApi(session.url)('POST', 'customer/profile/fetch', { customerIds }));
    expect(found).toContain('Cinder Energy GmbH');
    expect(found).toContain('Cinder Health Inc');
    expect(found).toMatch(/"Region"[^\]]*"US"/);
  });
});
