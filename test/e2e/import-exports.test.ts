import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard } from '../support/import-wizard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

describe('the export of another tool', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser();
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  const toColumns = async (name: string) => {
    await wizard.open(session.url);
    await wizard.choose(name, readFileSync(`samples/${name}`, 'utf8'));
    await wizard.button('Continue to the columns').click();
  };
  const matched = (words: string) => page.getByText(`Each column in your file goes to one place. Matched: ${words}.`);

  it('is recognized, says why columns are left out, and can be matched by names instead', async () => {
    await toColumns('export-hubspot-contacts.csv');
    await page.getByText('These look like contacts from HubSpot').waitFor();
    await matched('10 of 15').waitFor();
    await page.getByText('What HubSpot keeps about the record itself.').first().waitFor();
    expect(await hindrances(page)).toEqual([]);
    await wizard.button('Match by names instead').click();
    await page.getByText('All columns are matched by their names.').waitFor();
    await soon(() => page.getByText('What HubSpot keeps about the record itself.').count(), 0);
    await wizard.button('Match as such an export').click();
    await matched('10 of 15').waitFor();
  });

  it('sets the separator that it has, where that can be seen', async () => {
    await toColumns('export-zendesk-users.csv');
    await page.getByText('These look like users from Zendesk').waitFor();
    await page.getByText('Vertical bar |').waitFor();
    await wizard.button('Match by names instead').click();
    await page.getByText('Semicolon ;').waitFor();
  });

  it('of something else than what is imported is told so', async () => {
    await toColumns('export-hubspot-companies.csv');
    await page.getByText('These look like companies from HubSpot').waitFor();
    await page.getByText('This import is for customers. To import the rows as organizations').waitFor();
  });
});
