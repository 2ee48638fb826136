import Papa from 'papaparse';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard, countsOf, downloadedText } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

let session: BrowserSession;
beforeAll(async () => {
  session = await openBrowser([]);
});
afterAll(() => session.close());

it('deleted customers are in the file of saved records', async () => {
  const emails = ['one', 'two', 'three'].map((name) => `${name}@saved.example`);
  for (const email of emails) await createCustomer(session.url, email);
  const page = await session.newPage();
  const wizard = new ImportWizard(page);
  await page.goto(`${session.url}jira/settings/apps/csm-console/imports/new`);
  await page.getByText('Delete customers:').click();
  await wizard.button('Continue to the file').click();
  await wizard.choose('leavers.csv', ['Email', ...emails, 'nobody@saved.example'].join('\n'));
  await wizard.check();
  await page.getByText('1 row will fail').waitFor();
  for (const email of emails) expect(await page.getByRole('cell', { name: email }).count()).toBeGreaterThan(0);
  await wizard.button('Continue to start').click();
  await wizard.button(/4 customers$/).waitFor();
  const confirmation = page.getByLabel('Type 4 to confirm');
  if (await confirmation.isVisible()) await confirmation.fill('4');
  await wizard.button(/4 customers$/).click();
  await sandboxControl(session.url).quickened(page.getByText('Done with failures', { exact: true }).waitFor());
  expect(await countsOf(page)).toMatchObject({ Succeeded: 3, Failed: 1 });
  const csv = await downloadedText(page, () => wizard.button('Download saved records').click());
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map((row) => row['Email'])).toEqual(emails);
  expect(data.map((row) => row['CSM Console row'])).toEqual(['2', '3', '4']);
  const results = await downloadedText(page, () => wizard.button('Download all results').click());
  expect(results.match(/^\d,succeeded,deleted,qm:[^,]+,/gm)).toHaveLength(3);
});

async function createCustomer(url: string, email: string): Promise<void> {
  const headers = { authorization: 'Bearer ada', 'x-experimentalapi': 'opt-in', 'content-type': 'application/json' };
  const body = JSON.stringify({ email, displayName: email });
  const response = await fetch(`${url}jsm/csm/api/v1/customer`, { method: 'POST', headers, body });
  expect(response.ok).toBe(true);
}
