import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

const shown = (field: string) => page.getByRole('checkbox', { name: field, exact: true });
const readOnly = (field: string) => page.getByRole('checkbox', { name: new RegExp(`^Read-only +${field}$`) });
const saved = () => ui.text(/^Last changed by Ada Admin/);
const customerFields = async () => (await page.getByRole('checkbox', { name: /^Read-only/ }).all()).length;

/** Waits until the field is the first of its entity: there is no way up for it then. */
const isFirst = (field: string) => page.getByRole('button', { name: `Move ${field} up`, disabled: true }).waitFor();

describe('what the profile on an issue shows', () => {
  it('is reached from the settings, begins with everything shown, and is kept once saved', async () => {
    await ui.open('settings');
    await ui.button('What agents see about the customer on an issue →').click();
    await ui.at('settings/profile');
    await ui.text('Nobody has changed this yet').waitFor();
    await soon(() => ui.button('Save').isDisabled(), true);
    expect(await customerFields()).toBe(16);

    await shown('Notes').uncheck({ force: true });
    await readOnly('Tier').check({ force: true });
    await ui.button('Move Tier up').click();
    await ui.choose('Date field with the last day', 'Valid until');
    await ui.button('Save').click();
    await saved().waitFor();

    await page.reload();
    await saved().waitFor();
    await soon(() => shown('Notes').isChecked(), false);
    await soon(() => readOnly('Tier').isChecked(), true);
    await isFirst('Tier');
    await ui.text('Valid until').waitFor();
  });

  it('tells a second administrator of the first one’s change, who keeps it or saves over it', async () => {
    const other = new ConsolePage(await session.newPage(), session.url);
    await other.open('settings/profile');
    await other.text('Last changed by').waitFor();
    await ui.open('settings/profile');
    await saved().waitFor();
    await other.button('Move Region up').click();
    await other.button('Save').click();
    await other.page.getByText('Customer on the issue saved').waitFor();

    await shown('Phone').uncheck({ force: true });
    await ui.button('Save').click();
    await ui.text(/Ada Admin has changed what the profile shows/).waitFor();
    await ui.text('Keep the current version, or overwrite it with yours.').waitFor();
    await soon(() => shown('Phone').isChecked(), false);
    await ui.button('Keep current').click();
    await page.getByRole('checkbox', { name: 'Phone', exact: true, checked: true }).waitFor();
    await isFirst('Region');
    await other.page.close();
  });

  it('keeps what was chosen while the site is down, and saves it on another try', async () => {
    const control = sandboxControl(session.url);
    await ui.open('settings/profile');
    await saved().waitFor();
    await shown('Seats').uncheck({ force: true });
    await control.faults({ down: true });
    await ui.button('Save').click();
    await ui.text('Your site isn’t responding').waitFor();
    await control.faults({ down: false });
    await soon(() => shown('Seats').isChecked(), false);
    await ui.button('Save').click();
    await page.getByText('Customer on the issue saved').first().waitFor();
  });

  it('says that the site is down in the place of its fields', async () => {
    const control = sandboxControl(session.url);
    await control.faults({ down: true });
    await ui.open('settings/profile');
    await ui.text('Your site isn’t responding').waitFor();
    await control.faults({ down: false });
    await ui.button('Try again').click();
    await shown('Region').waitFor();
  });

  it('can be used with the keyboard alone', async () => {
    await ui.open('settings/profile');
    await shown('Interests').waitFor();
    await pressOn(page, shown('Interests'), 'Space');
    await pressOn(page, ui.button('Save'));
    await page.getByText('Customer on the issue saved').first().waitFor();
    await soon(() => shown('Interests').isChecked(), false);
  });

  it('has nothing that hinders people', async () => {
    await ui.open('settings/profile');
    await shown('Region').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('fits a page 320 pixels wide', async () => {
    await page.setViewportSize({ width: 320, height: 900 });
    await ui.open('settings/profile');
    await shown('Region').waitFor();
    await fits(page);
  });
});
