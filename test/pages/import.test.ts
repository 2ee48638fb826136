import Papa from 'papaparse';
import { defaultSettings } from '../../src/domain/settings/defaults';
import { customersCsv } from '../support/customers-csv';
import { held } from '../support/page/between';
import { ConsoleInNode } from '../support/page/console';
import type { Between } from '../support/page/host';
import { WizardInNode } from '../support/page/wizard';

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

describe('an import', () => {
  it('accounts for every row of a file with good and bad ones, and hands the bad ones back in its layout', async () => {
    await wizard.open();
    await wizard.choose('customers.csv', customersCsv(120, 'account.example'));
    await wizard.check();
    await ui.text('117 of 120 rows can be imported').waitFor();
    await wizard.leaveOut();
    await wizard.start();
    await wizard.ended('Done, some left out');
    await ui.text('117 of 117 rows · 100%').waitFor();

    const csv = await ui.downloadedText(() => wizard.button('Download unsuccessful rows').click());
    const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
    expect(rows[0]?.slice(0, 4)).toEqual(['E-mail', 'Full name', 'Region', 'Shoe size']);
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['person3@account.example', 'Person, 3', 'Europe', '3'],
      ['person43@account.example', 'Person, 43', 'Europe', '7'],
      ['person83@account.example', 'Person, 83', 'Europe', '2'],
    ]);
    for (const row of rows.slice(1)) expect(row.at(-1)).toContain('Region');
  });

  it('says of rows in doubt that the site may have them, not that they are to be corrected', async () => {
    ui.faults({ taskFailRate: 1, userSearchDelayMs: 3_600_000 });
    await wizard.open();
    await wizard.choose('doubt.csv', customersCsv(3, 'doubt.example'));
    await wizard.check();
    await wizard.start();
    await ui.soon(() => ui.getByText('Your site didn’t report the outcome of some rows').count() > 0, true);
    await wizard.ended('Done, some unconfirmed');
    await ui.text('3 rows are unconfirmed. Your site may already have them.').waitFor();
    expect(ui.getByText(/Correct (and|the)/).count()).toBe(0);
    ui.faults({ taskFailRate: 0, userSearchDelayMs: 0 });
  });

  it('refuses a file without rows, says why, and takes another', async () => {
    await wizard.open();
    await wizard.choose('empty.csv', '');
    expect(ui.refusedFile).toMatch(/The file is empty/);
    expect(await wizard.button('Continue to the columns').isDisabled()).toBe(true);
    await wizard.choose('good.csv', customersCsv(2, 'second.example'));
    await wizard.check();
  });

  it('proposes what the settings say, however late they come', async () => {
    const settings = { ...defaultSettings, emptyCells: 'clear', problemRows: 'leave out' };
    await held(ui, 'settings.get', async (release) => {
      await wizard.open();
      await wizard.choose('late.csv', customersCsv(4, 'late.example'));
      await ui.text('Waiting for your site’s fields and settings.').waitFor();
      expect(await wizard.button('Continue to the columns').isDisabled()).toBe(true);
      release({ ok: true, data: { settings, revision: 1, changed: null } });
      await wizard.button('Continue to the columns').click();
    });
    await ui.text('Clear stored values').waitFor();
    await wizard.button('Check every row').click();
    await ui.text('3 of 4 rows can be imported').waitFor();
    expect(await ui.getByRole('radio', { name: /^Leave them out/ }).isChecked()).toBe(true);
  });

  it('says of an address that no import can have that there is no such page', async () => {
    await ui.open('imports/not%20one');
    await ui.getByRole('heading', { name: 'Page not found' }).waitFor();
  });

  it('keeps a mapping for the next file', async () => {
    await wizard.open();
    await wizard.choose('first.csv', customersCsv(2, 'first.example'));
    await wizard.button('Continue to the columns').click();
    await ui.choose('Shoe size', 'Seats (number)');
    await wizard.button('Save this mapping as…').click();
    await ui.getByLabel('Name', { exact: true }).fill('Shoes are seats');
    await wizard.button('Save mapping').click();
    await ui.getByText('“Shoes are seats” says where 4 columns in your file go.').waitFor();

    await wizard.open();
    await wizard.choose('second.csv', customersCsv(3, 'second.example'));
    await wizard.button('Continue to the columns').click();
    await ui.text('Matched: 3 of 4').waitFor();
    await ui.choose('Use a saved mapping', 'Shoes are seats');
    await ui.text('Matched: 4 of 4').waitFor();
    await wizard.button('Delete “Shoes are seats”').click();
    await wizard.button('Delete mapping').click();
    await ui.getByLabel('Use a saved mapping').waitFor({ state: 'detached' });
  });

  it('is carried on as who asks for it, where the background may not', async () => {
    ui.settings({ impersonationRefused: true });
    await wizard.open();
    await wizard.choose('carried.csv', customersCsv(900, 'carried.example'));
    await wizard.check();
    await wizard.leaveOut();
    const jobId = (await wizard.start()).replace('imports/', '');
    await ui.run(60_000);
    await ui.text('The import has stopped and needs your attention').waitFor();
    // As for somebody whose own step is refused as well: the job is answered as it is, parked.
    const stopped = await ui.elsewhere((ada) => ada.call('jobs.get', { jobId }));
    const refused: Between = async (name, goOn) => (name === 'jobs.continue' ? { ok: true, data: stopped } : goOn());
    await ui.meanwhile(refused, async () => {
      await wizard.button('Continue as me').click();
      await ui.text('It continued as you, but stopped again.').waitFor();
    });
    ui.settings({ impersonationRefused: false });
    await wizard.button('Continue as me').click();
    await wizard.ended('Done, some left out');
    await ui.text('877 of 877 rows · 100%').waitFor();
  });

  it('promises no rows to hand back while its rows are on their way', async () => {
    await wizard.open();
    await wizard.choose('onway.csv', customersCsv(10, 'onway.example'));
    await wizard.check();
    await wizard.leaveOut();
    await held(ui, 'jobs.start', async () => {
      await wizard.button('Continue to start').click();
      await wizard.button('Import 9 customers').click();
      await ui.text('Uploading rows').waitFor();
      await ui.open('imports');
      await ui.button('onway').click();
      await ui.text('Keep the page that sends the file open').waitFor();
      expect(ui.getByText('Unsuccessful rows by reason').count()).toBe(0);
    });
  });

  it('keeps its file when somebody is about to leave and stays', async () => {
    await wizard.open();
    await wizard.choose('held.csv', customersCsv(10, 'held.example'));
    await wizard.button('Continue to the columns').click();
    await wizard.button('Cancel').click();
    await ui.inDialog('Stay').click();
    await ui.at('imports/new');
    await wizard.button('Check every row').waitFor();
    await wizard.button('Cancel').click();
    await ui.inDialog('Leave').click();
    await ui.at('imports');
  });
});
