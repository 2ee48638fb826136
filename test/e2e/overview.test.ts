import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { failing } from '../support/failing';
import { fits } from '../support/fits';
import { ImportWizard, customersCsv } from '../support/import-wizard';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

beforeAll(async () => {
  session = await openBrowser(['--task-speed', '20']);
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

/** Imports 78 customers of a file of 80, two of whose rows have problems and are left out. */
async function startImport(name: string): Promise<void> {
  const wizard = new ImportWizard(page);
  await wizard.open(session.url);
  await wizard.choose(`${name}.csv`, customersCsv(80, `${name}.example`));
  await wizard.check();
  await wizard.leaveOut();
  await wizard.start(78);
}

describe('the overview', () => {
  it('says how to begin on a site that has customers, and how full the detail fields are', async () => {
    await ui.open('overview');
    await page.getByRole('heading', { name: 'See all your customers', exact: true }).waitFor();
    expect(await page.getByText('Import your first customers').count()).toBe(0);
    await ui.text('16 of 50 used').waitFor();
    await page.getByRole('progressbar', { name: 'Fields for customers: 16 of 50 used' }).waitFor();
    await ui.button('Organizations').click();
    await ui.at('fields/organizations');
    await page.goBack();
    await ui.button('Create a customer').click();
    await ui.at('customers/new');
  });

  it('shows nothing to do after an import whose rows were left out on purpose', async () => {
    await startImport('clean');
    await page.getByText('78 of 78 rows · 100%').waitFor({ timeout: 60_000 });
    await ui.open('overview');
    await ui.text('Done, some left out').waitFor();
    await ui.text('Nothing needs attention.').waitFor();
    await ui.text('Nothing is running.').waitFor();
    expect(await page.getByText('didn’t succeed').count()).toBe(0);
  });

  it('leads to an import of which rows did not succeed', async () => {
    const control = sandboxControl(session.url);
    await control.faults({ rowFailRate: 1 });
    await startImport('refused');
    await page.getByText('78 of 78 rows · 100%').waitFor({ timeout: 60_000 });
    await control.faults({ rowFailRate: 0 });
    await ui.open('overview');
    await ui.text('78 rows didn’t succeed').waitFor();
    await ui.button('refused').first().click();
    await ui.button('Download unsuccessful rows').waitFor();
  });

  it('shows how far the running import is, and leaves what it takes of the site to its page', async () => {
    await sandboxControl(session.url).settings({ taskMsPerRow: 60_000 });
    await startImport('slow');
    await ui.open('overview');
    await page.getByRole('progressbar', { name: 'slow: 0% of rows done' }).waitFor();
    expect(await page.getByText('task slot').count()).toBe(0);
    await ui.button('slow').first().click();
    await ui.button('Show details').click();
    await ui.text('This import uses 1 of 5 task slots.').waitFor();
  });

  it('shows the parts that it has when one of them fails, and that one when it is tried again', async () => {
    await failing(page, 'fields.slots', async () => {
      await ui.open('overview');
      await ui.text('Your site isn’t responding').waitFor();
      await ui.text('78 rows didn’t succeed').waitFor();
      await page.getByRole('heading', { name: 'Recent imports', exact: true }).waitFor();
    });
    await ui.button('Try again').click();
    await ui.text('16 of 50 used').waitFor();
    await failing(page, 'jobs.attention', async () => {
      await ui.open('overview');
      await ui.text('Your site isn’t responding').waitFor();
      await ui.text('16 of 50 used').waitFor();
    });
  });

  it('hinders nobody', async () => {
    await ui.open('overview');
    await ui.text('78 rows didn’t succeed').waitFor();
    await ui.text('16 of 50 used').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('fits 320 pixels and is used by keyboard alone', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await ui.open('overview');
    await ui.text('78 rows didn’t succeed').waitFor();
    await ui.text('16 of 50 used').waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await pressOn(page, ui.button('Find a customer'));
    await ui.at('customers');
  });
});

describe('the settings', () => {
  const slots = () => page.getByLabel('Task slots');
  const shows = (value: string) => page.locator(`main input[value="${value}"]`).first().waitFor();

  it('say at the field what is wrong with it once it was left, and save what is right', async () => {
    await ui.open('settings');
    await slots().fill('11');
    expect(await page.getByText('Enter a whole number from 1 to 10').count()).toBe(0);
    await slots().press('Tab');
    await ui.text('Enter a whole number from 1 to 10').waitFor();
    await ui.button('Save settings').click();
    await ui.focused(slots());
    await slots().fill('7');
    await slots().press('Enter');
    await page.getByText('1 setting changed').waitFor();
    await ui.text('Last changed by Ada Admin').waitFor();
    await page.reload();
    await shows('7');
  });

  it('are not overwritten in silence by a second administrator', async () => {
    const other = new ConsolePage(await session.newPage(), session.url);
    await other.open('settings');
    const othersSlots = other.page.getByLabel('Task slots');
    await othersSlots.fill('3');
    await slots().fill('9');
    await other.button('Save settings').click();
    await other.page.getByText('Settings saved').waitFor();
    await ui.button('Save settings').click();
    await ui.text('Ada Admin has changed the settings since you opened them').waitFor();
    await ui.text('Task slots: 3').waitFor();
    expect(await page.getByText('Someone else').count()).toBe(0);
    await soon(() => slots().inputValue(), '9');
    expect(await hindrances(page)).toEqual([]);
    await ui.button('Keep current').click();
    await soon(() => slots().inputValue(), '3');

    await slots().fill('8');
    await other.page.reload();
    await othersSlots.fill('4');
    await other.button('Save settings').click();
    await other.page.getByText('Settings saved').waitFor();
    await ui.button('Save settings').click();
    await ui.button('Overwrite with mine').click();
    await page.getByText('Settings saved').first().waitFor();
    await page.reload();
    await shows('8');
  });

  it('hinder nobody', async () => {
    await ui.open('settings');
    await slots().waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('fit 320 pixels and are used by keyboard alone', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await ui.open('settings');
    await slots().waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await ui.open('settings');
    await slots().fill('6');
    await pressOn(page, ui.button('Save settings'));
    await page.getByText('1 setting changed').waitFor();
  });

  it('lead to what agents see of the customer', async () => {
    await ui.open('settings');
    await ui.button(/What agents see/).click();
    await ui.at('settings/profile');
    await page.getByRole('heading', { name: 'Customer on the issue', exact: true }).waitFor();
  });
});
