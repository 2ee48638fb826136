import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { ImportWizard } from '../support/import-wizard';

jest.setTimeout(180_000);

const lines = (count: number, name: (index: number) => string): string =>
  ['E-mail,Full name,Region']
    .concat(Array.from({ length: count }, (_, index) => `synced${index}@sync.example,${name(index)},EU`))
    .join('\n');

describe('a sync', () => {
  let session: BrowserSession;
  let page: Page;
  let at: ConsolePage;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '200']);
    page = await session.newPage();
    at = new ConsolePage(page, session.url);
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('is made of an import, takes deliveries, and asks before a large change', async () => {
    await wizard.open(session.url);
    await wizard.choose(
      'crm.csv',
      lines(12, (index) => `Customer ${index}`),
    );
    await wizard.check();
    await wizard.start(12);
    await at.button('Keep this in step').click();
    await page.getByLabel('Name').fill('Nightly CRM');
    await at.button('Create sync').click();
    const token = await page.getByLabel('Token', { exact: true }).inputValue();
    const url = await page.getByLabel('Address', { exact: true }).inputValue();
    expect(await hindrances(page)).toEqual([]);
    const send = async (body: string, given = token): Promise<number> => {
      const headers = { Authorization: `Bearer ${given}`, 'Content-Type': 'text/csv' };
      const { status } = await fetch(url, { method: 'POST', headers, body });
      // Nobody told the page: it asks again now, and not in a quarter of a minute.
      await page.reload();
      return status;
    };
    await page.getByText('Open the sync →').click();
    await page.getByText('12 customers known').waitFor();

    expect(await send('x', 'csm_wrong')).toBe(401);
    expect(await send(lines(12, (index) => (index < 2 ? `Changed ${index}` : `Customer ${index}`)))).toBe(202);
    const runs = page.getByRole('table', { name: 'Runs' });
    await runs.getByText('Applied').waitFor({ timeout: 60_000 });
    expect(await runs.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining(['Applied', '0', '2', '10']),
    );
    await page.getByRole('table', { name: 'Records of run 1' }).getByText('synced1@sync.example').waitFor();

    await at.button('Compare with your site').click();
    await page.getByText('deliver it again, even if nothing in it has changed').waitFor();
    await wizard.choose(
      'crm.csv',
      lines(12, (index) => (index < 10 ? `Quite other ${index}` : `Customer ${index}`)),
    );
    await at.button('Deliver').click();
    await page.getByText('Run 2 waits for approval').waitFor({ timeout: 60_000 });
    await page.getByText('10 changed').waitFor();
    await page.getByText('2 records · 0 edited').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await at.button('Approve changes').click();
    await runs.getByRole('row').nth(2).waitFor({ timeout: 60_000 });
    expect(await runs.getByText('Applied').count()).toBe(2);

    expect(await send('Mail;Name\na@b.example;A\n')).toBe(202);
    await runs.getByText('Held').waitFor({ timeout: 60_000 });
    await runs.getByText('has no columns “E-mail”, “Full name”, “Region”').waitFor();
    await at.open('overview');
    await page.getByText('held its last delivery').waitFor();
  });
});
