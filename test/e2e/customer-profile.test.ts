import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { fits } from '../support/fits';
import { pressOn } from '../support/keyboard';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string(), name: v.string() })) });

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
/** As another administrator uses it. */
let site: ReturnType<typeof siteApi>;
/** The customer of the demo site with values, organizations and entitlements of every kind. */
let customer: { id: string; name: string };

const profile = () => `customers/${encodeURIComponent(customer.id)}`;
const editorOf = (field: string) =>
  page.locator('form').filter({ has: page.getByRole('group', { name: `Save or cancel ${field}` }) });

async function open(): Promise<void> {
  await ui.open(profile());
  await page.getByRole('heading', { name: 'Entitlements', exact: true }).waitFor();
  await ui.button('Edit Region').waitFor();
}

async function edit(field: string): Promise<Locator> {
  await ui.button(`Edit ${field}`).click();
  const editor = editorOf(field);
  await editor.waitFor();
  return editor;
}

const save = (editor: Locator) => editor.getByRole('button', { name: 'Save', exact: true }).click();
const setElsewhere = (field: string, values: string[]) =>
  site('PUT', `${profile().replace('customers', 'customer')}/details?fieldName=${encodeURIComponent(field)}`, {
    values,
  });

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
  site = siteApi(session.url);
  const body = { detailFields: [{ name: 'Notes', value: 'Prefers to be called in the morning.' }] };
  const [first] = v.parse(foundSchema, await site('POST', 'customer/search-by-detail-field', body)).customers;
  if (first === undefined) throw new Error('The demo site has no such customer.');
  customer = first;
});
afterAll(() => session.close());

describe('the detail values of a customer', () => {
  it('are edited in their place, each type with the editor that fits it', async () => {
    await open();
    const texts: [string, string][] = [
      ['Phone', '+49 30 1234567'],
      ['Seats', '12.5'],
      ['Website', 'https://example.com/new'],
      ['Billing email', 'bills@example.com'],
      ['Notes', 'A "note", with: everything; ü'],
    ];
    for (const [field, text] of texts) {
      const editor = await edit(field);
      await page.getByLabel(field, { exact: true }).fill(text);
      await save(editor);
      await page.getByText(`${field} saved`).waitFor();
      await ui.text(text).waitFor();
    }
    for (const [field, option, shown] of [
      ['Region', 'AU', 'AU'],
      ['VIP', 'No', 'No'],
      ['Interests', 'Newsletter', 'Newsletter'],
    ] as const) {
      const editor = await edit(field);
      await ui.choose(field, option);
      await save(editor);
      await ui.focused(ui.button(`Edit ${field}`));
      await page.locator('main').getByText(shown, { exact: true }).waitFor();
    }
    await page.locator('main').getByText('Beta program', { exact: true }).waitFor();
    await page.reload();
    await ui.text('A "note", with: everything; ü').waitFor();
  });

  it('take a date from the calendar or the keyboard', async () => {
    await open();
    const editor = await edit('Since');
    const date = page.getByLabel('Since', { exact: true });
    await date.fill('Jan 31, 2027');
    await date.press('Enter');
    await save(editor);
    await page.getByText('Since saved').waitFor();
    await page.locator('main').getByText('Jan 31, 2027', { exact: true }).waitFor();
  });

  it('are not said to be saved where a typed date was not taken', async () => {
    await open();
    const editor = await edit('Since');
    await editor.getByText('Choose a date from the calendar, or type one and press Enter.').waitFor();
    await page.getByLabel('Since', { exact: true }).pressSequentially('Feb 1, 2030');
    await page.keyboard.press('Tab');
    await save(editor);
    await ui.focused(ui.button('Edit Since'));
    await page.locator('main').getByText('Jan 31, 2027', { exact: true }).waitFor();
    expect(await page.getByText('Since saved').count()).toBe(0);
  });

  it('cannot be given up while they are saved: what was sent cannot be taken back', async () => {
    await open();
    const control = sandboxControl(session.url);
    const editor = await edit('Notes');
    await page.getByLabel('Notes', { exact: true }).fill('Sent, and on its way');
    await control.faults({ latencyMs: 1_000 });
    await save(editor);
    await soon(() => editor.getByRole('button', { name: 'Cancel', exact: true }).isDisabled(), true);
    await page.keyboard.press('Escape');
    await page.getByText('Notes saved').waitFor();
    await control.faults({ latencyMs: 0 });
    await page.locator('main').getByText('Sent, and on its way', { exact: true }).waitFor();
  });

  it('are cleared, or left as they were, and the pencil has the focus then', async () => {
    await open();
    const editor = await edit('Tier');
    await editor.getByRole('button', { name: 'Clear', exact: true }).click();
    await ui.focused(page.getByLabel('Tier', { exact: true }));
    await save(editor);
    await page.getByText('Tier saved').waitFor();
    await ui.focused(ui.button('Edit Tier'));
    await page.locator('main').getByText('None', { exact: true }).first().waitFor();
    const left = await edit('Seats');
    await page.getByLabel('Seats', { exact: true }).fill('99');
    await left.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await ui.focused(ui.button('Edit Seats'));
    expect(await page.locator('main').getByText('99', { exact: true }).count()).toBe(0);
  });

  it('say at the field what is wrong before anything is sent, and keep what was typed', async () => {
    await open();
    for (const [field, text, rule] of [
      ['Phone', '030 12345', 'A phone number starts with +'],
      ['Billing email', 'nobody', 'Not an email address.'],
      ['Website', 'example.com', 'Not a URL.'],
      ['Seats', '1,234', 'Ambiguous number.'],
    ] as const) {
      const editor = await edit(field);
      const control = page.getByLabel(field, { exact: true });
      await control.fill(text);
      await save(editor);
      await editor.getByText(rule).waitFor();
      await ui.focused(control);
      await soon(() => control.inputValue(), text);
    }
  });

  it('of a field that the site has closed stay, with the site’s words and who can open it', async () => {
    await open();
    const editor = await edit('Legacy ID');
    await page.getByLabel('Legacy ID', { exact: true }).fill('C-1');
    await save(editor);
    await editor
      .getByText(/You may not edit the detail field "Legacy ID".*A Jira administrator can change that/)
      .waitFor();
    expect(await page.getByText('You need the Administer Jira permission').count()).toBe(0);
  });

  it('keep what was typed while the site is down', async () => {
    const control = sandboxControl(session.url);
    await open();
    const editor = await edit('Notes');
    await page.getByLabel('Notes', { exact: true }).fill('Half a');
    await control.faults({ down: true });
    await save(editor);
    await editor.getByText(/Your site says: .*Try again in a minute/).waitFor();
    await soon(() => page.getByLabel('Notes', { exact: true }).inputValue(), 'Half a');
    await control.faults({ down: false });
    await page.getByLabel('Notes', { exact: true }).fill('Half a note');
    await save(editor);
    await page.locator('main').getByText('Half a note', { exact: true }).waitFor();
  });

  it('are not written over what another administrator has set meanwhile, unless one says so', async () => {
    await open();
    const editor = await edit('Notes');
    await page.getByLabel('Notes', { exact: true }).fill('Mine');
    await setElsewhere('Notes', ['Theirs']);
    await save(editor);
    await editor.getByText('Notes is now: Theirs. Your change wasn’t saved.').waitFor();
    await editor.getByRole('button', { name: 'Keep current' }).click();
    await page.locator('main').getByText('Theirs', { exact: true }).waitFor();

    const again = await edit('Notes');
    await page.getByLabel('Notes', { exact: true }).fill('Mine');
    await setElsewhere('Notes', ['Theirs again']);
    await save(again);
    await again.getByText('Notes is now: Theirs again.').waitFor();
    await again.getByRole('button', { name: 'Overwrite with mine' }).click();
    await page.locator('main').getByText('Mine', { exact: true }).waitFor();
  });

  it('are edited by the keyboard alone', async () => {
    await open();
    await pressOn(page, ui.button('Edit Seats'));
    await ui.focused(page.getByLabel('Seats', { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('777');
    await page.keyboard.press('Enter');
    await page.locator('main').getByText('777', { exact: true }).waitFor();
    await ui.focused(ui.button('Edit Seats'));
  });
});

describe('the organizations of a customer', () => {
  it('are joined and left, and what they inherit follows', async () => {
    await open();
    await ui.button('Add to organization').click();
    await ui.inDialog('Add to organization').click();
    await page.getByText('Choose an organization.').waitFor();
    await ui.focused(page.getByLabel('Organization', { exact: true }));
    await ui.choose('Organization', 'Alder Logistics Pty Ltd');
    await ui.inDialog('Add to organization').click();
    await page.getByText('Added to the organization').waitFor();
    await ui.button('from Alder Logistics Pty Ltd').first().waitFor();

    await ui.button('Remove from Alder Logistics Pty Ltd').click();
    await page.getByText(/no longer inherit entitlements from Alder Logistics Pty Ltd/).waitFor();
    await ui.button('Remove from organization').click();
    await page.getByText('Removed from the organization').waitFor();
    await ui.button('from Alder Logistics Pty Ltd').first().waitFor({ state: 'detached' });
  });
});

describe('a customer', () => {
  it('has no serious accessibility violations', async () => {
    await open();
    for (const field of ['Region', 'Since', 'Phone', 'Interests']) await edit(field);
    await page.getByLabel('Phone', { exact: true }).fill('030');
    await save(editorOf('Phone'));
    await page.getByText('A phone number starts with +').waitFor();
    expect(await hindrances(page)).toEqual([]);
    for (const name of ['Rename', 'Delete', 'Add to organization']) {
      await ui.button(name).click();
      await ui.dialog.waitFor();
      expect(await hindrances(page, '[role=dialog]')).toEqual([]);
      await page.keyboard.press('Escape');
      await ui.dialog.waitFor({ state: 'detached' });
      await ui.focused(ui.button(name));
    }
  });

  it('fits a narrow window, also while values are edited', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open();
    for (const field of ['Region', 'Since', 'Interests']) await edit(field);
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('is renamed by Enter, and a second administrator is told of it', async () => {
    await open();
    await ui.button('Rename').click();
    const name = ui.dialog.getByRole('textbox');
    await ui.focused(name);
    await name.fill('');
    await page.keyboard.press('Enter');
    await page.getByText('Enter a name.').waitFor();
    await ui.focused(name);
    await name.fill('Grace Hopper');
    await site('PUT', `customer/account/${encodeURIComponent(customer.id)}`, { displayName: 'Grace B. Hopper' });
    await page.keyboard.press('Enter');
    await page.getByText('The name is now: Grace B. Hopper. Your change wasn’t saved.').waitFor();
    await page.getByRole('button', { name: 'Overwrite with mine' }).click();
    await page.getByRole('heading', { name: 'Grace Hopper', exact: true }).waitFor();
  });

  it('is deleted once its consequence was read, and its address then says that it is not there', async () => {
    await open();
    await ui.button('Delete').click();
    await page.getByText(/This deletes the account with \d+ detail values, removes it from 3 organizations/).waitFor();
    await ui.button('Delete customer').click();
    await ui.at('customers');
    await ui.open(profile());
    await ui.text('This can’t be found').waitFor();
  });
});
