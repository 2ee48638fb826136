import Papa from 'papaparse';
import { customersCsv } from '../support/customers-csv';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode, countOf } from '../support/page/wizard';

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

describe('the control of an import', () => {
  it('hands back all results and the rows of one reason, retries those that failed, and takes corrected ones', async () => {
    ui.faults({ rowFailRate: 1 });
    await wizard.open();
    await wizard.choose('control.csv', customersCsv(80, 'control.example'));
    await wizard.check();
    await wizard.leaveOut();
    const path = await wizard.start({ keepsBefore: false });
    await wizard.ended('Failed');
    await ui.text('78 of 78 rows · 100%').waitFor();
    const results = rowsOf(await ui.downloadedText(() => wizard.button('Download all results').click()));
    expect(results[0]?.slice(0, 6)).toEqual([
      'CSM Console row',
      'CSM Console outcome',
      'CSM Console done',
      'CSM Console ID',
      'CSM Console reason',
      'E-mail',
    ]);
    expect(results.slice(1).map(([row]) => Number(row))).toEqual(Array.from({ length: 80 }, (_, at) => at + 2));
    const leftOut = ui.getByRole('row').filter({ hasText: 'Left out: Region' });
    await leftOut.getByText('Rows 5, 45').waitFor();
    const ofReason = await ui.downloadedText(() => leftOut.getByRole('button', { name: /^Download/ }).click());
    expect(rowsOf(ofReason).map((row) => row[4])).toEqual(['CSM Console row', '5', '45']);

    ui.faults({ rowFailRate: 0 });
    await wizard.button('Retry rows').click();
    await ui.soon(() => ui.dialog.getByLabel('Import name').inputValue(), 'control (retry)');
    await ui.inDialog('Retry 78 rows').click();
    await ui.getByRole('heading', { name: 'control (retry)' }).waitFor();
    await wizard.ended();
    expect(countOf(ui, 'Succeeded')).toBe(78);
    expect(countOf(ui, 'Left out')).toBe(0);
    await ui.button('control').click();
    await ui.at(path);

    await wizard.button('Import corrected rows').click();
    await ui.text('Corrected rows of “control”').waitFor();
    await wizard.choose('anything.csv', ofReason.replaceAll('Europe', 'EU'));
    await wizard.check();
    await ui.text('All 2 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await ui.soon(() => ui.getByLabel('Import name').inputValue(), 'control (corrected)');
    await wizard.button('Import 2 customers').click();
    await ui.getByRole('heading', { name: 'control (corrected)' }).waitFor();
    await wizard.ended();
    await ui.text('2 of 2 rows · 100%').waitFor();
  });
});
