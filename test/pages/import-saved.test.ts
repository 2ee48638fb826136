import Papa from 'papaparse';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode, countOf } from '../support/page/wizard';

let ui: ConsoleInNode;
beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

it('deleted customers are in the file of saved records', async () => {
  const emails = ['one', 'two', 'three'].map((name) => `${name}@saved.example`);
  for (const email of emails) await ui.site('POST', 'customer', { email, displayName: email });
  const wizard = new WizardInNode(ui);
  await wizard.openKind('Delete customers:');
  await wizard.choose('leavers.csv', ['Email', ...emails, 'nobody@saved.example'].join('\n'));
  await wizard.check();
  await ui.text('1 row will fail').waitFor();
  for (const email of emails) expect(ui.getByRole('cell', { name: email }).count()).toBeGreaterThan(0);
  await wizard.button('Continue to start').click();
  await ui.getByLabel('Type 4 to confirm').fill('4');
  await wizard.button(/4 customers$/).click();
  await wizard.started();
  await wizard.ended('Done with failures');
  expect(countOf(ui, 'Succeeded')).toBe(3);
  expect(countOf(ui, 'Failed')).toBe(1);
  const csv = await ui.downloadedText(() => wizard.button('Download saved records').click());
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map((row) => row['Email'])).toEqual(emails);
  expect(data.map((row) => row['CSM Console row'])).toEqual(['2', '3', '4']);
  const results = await ui.downloadedText(() => wizard.button('Download all results').click());
  expect(results.match(/^\d,succeeded,deleted,qm:[^,]+,/gm)).toHaveLength(3);
});
