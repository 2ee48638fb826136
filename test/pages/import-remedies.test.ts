import { readFileSync } from 'node:fs';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode, countOf } from '../support/page/wizard';

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

const problem = (name: RegExp) => ui.getByRole('row', { name }).first();
const undo = (words: string) =>
  ui.main.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name: 'Undo' }).click();

describe('what is wrong with a file', () => {
  it('is put right on the page: the export of a German spreadsheet', async () => {
    await wizard.open();
    await wizard.choose('kunden.csv', readFileSync('test/files/30-german-excel-64-rows.csv'));
    await wizard.check();
    await ui.text('8 of 64 rows can be imported').waitFor();

    const replace = problem(/Region/).getByRole('button', { name: 'Replace 1 value' });
    await replace.click();
    await ui.inDialog('Replace 1 value').click();
    await ui.text('Region: “Europa” is imported as “EU”.').waitFor();
    await problem(/Kunde seit/)
      .getByRole('button', { name: 'Import rows without it' })
      .click();
    await problem(/Kunde seit/).waitFor({ state: 'detached' });
    await wizard.button('Create 3 organizations first').click();
    await ui.run(60_000);
    await ui.text('60 of 64 rows can be imported').waitFor();

    await undo('Europa');
    await ui.text('54 of 64 rows can be imported').waitFor();
    await replace.click();
    await ui.inDialog('Add it to the options of Region').click();
    await ui.inDialog('Add 1 option').click();
    await ui.text('60 of 64 rows can be imported').waitFor();

    await problem(/Not an email address/)
      .getByRole('button', { name: 'Correct cells' })
      .click();
    await ui.dialog.getByRole('textbox', { name: 'E-Mail-Adresse in row 64' }).fill('heil@messy.example');
    await ui.dialog.getByRole('textbox', { name: 'E-Mail-Adresse in row 65' }).fill('noch@falsch');
    await ui.dialog.getByRole('button', { name: /^(Save|Correct)/ }).click();
    await ui.text('61 of 64 rows can be imported').waitFor();
    await ui.getByRole('heading', { name: '2 cells corrected' }).waitFor();
    const corrected = ui.getByRole('table', { name: 'Corrected cells' }).getByRole('row', { name: /noch@falsch/ });
    await corrected.getByRole('button', { name: 'Undo' }).click();
    await ui.getByRole('heading', { name: '1 cell corrected' }).waitFor();
    // It holds for the same file, read as it was, wherever else one goes.
    await wizard.button('Back').click();
    await wizard.button('Check every row').click();
    await ui.text('61 of 64 rows can be imported').waitFor();

    await wizard.leaveOut();
    await wizard.start();
    await wizard.ended('Done, some left out');
    await ui.text('61 of 61 rows · 100%').waitFor();
    const fields = JSON.stringify(await ui.site('GET', 'customer/details'));
    expect(fields).toMatch(/"Region"[^\]]*"EU"[^\]]*"Europa"\]/);
    expect([countOf(ui, 'Succeeded'), countOf(ui, 'Left out'), countOf(ui, 'Failed')]).toEqual([61, 3, 0]);
  });

  it('is rows of one customer, which are joined to one that is in the organizations of all of them', async () => {
    const lines = [
      'E-mail,Full name,Organization,Region',
      'ada@joined.example,Ada,Cinder Energy GmbH,EU',
      'ADA@joined.example,,Cinder Health Inc,',
      'ada@joined.example,Ada,,US',
    ];
    await wizard.open();
    await wizard.choose('joined.csv', lines.join('\n'));
    await wizard.check();
    await ui.text('1 of 3 rows can be imported').waitFor();
    await wizard.button('Join with the earlier rows').click();
    await ui.text('2 of 3 rows can be imported').waitFor();
    await ui.getByRole('heading', { name: '1 row joined with earlier rows' }).waitFor();
    await ui.text('An earlier row about the same customer says something else.').waitFor();
    await wizard.button('Use the later row').click();
    await ui.getByRole('heading', { name: '2 rows joined with earlier rows' }).waitFor();
    await ui.text('All 3 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await ui.text('2 rows are joined with an earlier row about the same customer.').waitFor();
    await wizard.button('Import 1 customer').click();
    await wizard.started();
    await wizard.ended();
    await ui.text('1 of 1 row · 100%').waitFor();
    expect([countOf(ui, 'Succeeded'), countOf(ui, 'Joined')]).toEqual([1, 2]);
    const results = await ui.downloadedText(() => wizard.button('Download all results').click());
    expect(results.match(/Joined with row 2\./g)).toHaveLength(2);
    const customerIds = [/qm:[^,\s"]+/.exec(results)?.[0]];
    const found = JSON.stringify(await ui.site('POST', 'customer/profile/fetch', { customerIds }));
    expect(found).toContain('Cinder Energy GmbH');
    expect(found).toContain('Cinder Health Inc');
    expect(found).toMatch(/"Region"[^\]]*"US"/);
  });
});
