import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard, countsOf, downloadedText } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

/** The app with one kind more than it has, registered through the doors of src/domain/kinds and src/jobs/kinds. */
const MANIFEST = 'test/support/fixtures/toy-kind/manifest.yml';

let session: BrowserSession;
beforeAll(async () => {
  session = await openBrowser(['--manifest', MANIFEST, '--task-speed', '20']);
});
afterAll(() => session.close());

it('a kind that is registered goes through wizard, check, engine and account', async () => {
  const page = await session.newPage();
  const wizard = new ImportWizard(page);
  await page.goto(`${session.url}jira/settings/apps/csm-console/imports/new`);
  await page.getByText('Teams: Create a team for each row.').click();
  await page.getByText('Teams are identified by name.').waitFor();
  await wizard.button('Continue to the file').click();
  // Twice the same, too long, none at all, and one that the site has by the time it is sent.
  const names = ['Red', 'Blue', 'blue', 'A name of more than twenty', '', 'Green'];
  await wizard.choose('teams.csv', ['Crew,Motto', ...names.map((name) => `${name},x`)].join('\n'));
  await wizard.check();
  await page.getByText('3 of 6 rows can be imported').waitFor();
  await page.getByText('The same team is already in an earlier row.').first().waitFor();
  await page.getByText('Longer than 20 characters').first().waitFor();
  await wizard.leaveOut();
  await wizard.button('Continue to start').click();
  await page.getByText('3 teams are founded.').waitFor();
  await page.getByText('1 request of up to 50 teams each').waitFor();
  await create(session.url, 'Green');
  await wizard.button('Import 3 teams').click();
  await sandboxControl(session.url).quickened(page.getByText('Done with failures', { exact: true }).waitFor());
  expect(await countsOf(page)).toMatchObject({ Succeeded: 2, Failed: 1, 'Left out': 3 });
  const csv = await downloadedText(page, () => wizard.button('Download unsuccessful rows').click());
  expect(csv).toMatch(/Green,x,7,failed,.*exist/);
  await page.getByText('Teams · Found · started by').waitFor();
});

/** Somebody creates an organization beside the import. */
async function create(url: string, name: string): Promise<void> {
  const headers = { authorization: 'Bearer ada', 'x-experimentalapi': 'opt-in', 'content-type': 'application/json' };
  const response = await fetch(`${url}jsm/csm/api/v1/organization`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name }),
  });
  expect(response.ok).toBe(true);
}
