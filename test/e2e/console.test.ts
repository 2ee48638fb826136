import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { NORA } from '../support/console';
import { customersCsv, ImportWizard } from '../support/import-wizard';

jest.setTimeout(120_000);

declare const axe: { run: (context: string, options: object) => Promise<AxeResults> };

/** What axe finds in the app's own part of the page that hinders people: serious and critical violations. */
async function hindrances(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const results = await page.evaluate(() => axe.run('main', { iframes: false, resultTypes: ['violations'] }));
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the console in a browser', () => {
  let session: BrowserSession;
  let page: Page;
  let job: string;
  const address = (path: string) => `${session.url}jira/settings/apps/csm-console/${path}`;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    const wizard = new ImportWizard(page);
    await wizard.open(session.url);
    await wizard.choose('customers.csv', customersCsv(80, 'console.example'));
    await wizard.check();
    await wizard.leaveOut();
    job = (await wizard.start(78)).split('/').slice(-2).join('/');
    await page.getByText('78 of 78 rows · 100 %').waitFor({ timeout: 60_000 });
  });
  afterAll(() => session.close());

  it.each(['Light', 'Dark'])('has no serious accessibility violations on any page: %s', async (theme) => {
    await page.getByLabel('Theme').selectOption({ label: theme });
    const pages = {
      overview: 'Recent imports',
      imports: '1 import',
      [job]: 'Batches',
      'imports/new': 'File',
      sync: 'Sync',
    };
    for (const [path, words] of Object.entries(pages)) {
      await page.goto(address(path));
      await page.locator('main').getByText(words, { exact: true }).first().waitFor();
      expect(await hindrances(page)).toEqual([]);
    }
  });

  it('goes back with the browser, and links to a page of its own', async () => {
    await page.goto(address('imports'));
    await page.getByRole('button', { name: 'Import customers' }).click();
    await page.getByRole('button', { name: 'Continue to the file' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Imports' }).waitFor();
  });

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(address('overview'));
    await page.getByRole('heading', { name: 'Customer Service Management' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('shows nothing to someone who does not administer Jira, and names the permission', async () => {
    await page.goto(address('overview'));
    await page.getByLabel('Signed in as').selectOption(NORA);
    await page.goto(address('imports'));
    await page.getByText('You need the Administer Jira permission').waitFor();
    expect(await page.getByText('customers', { exact: true }).count()).toBe(0);
  });
});
