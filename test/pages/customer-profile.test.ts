import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';
import type { Located } from '../support/page/located';

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });

let ui: ConsoleInNode;
/** Of the customer of the demo site with values, organizations and entitlements of every kind, as it stands in a path. */
let customerId: string;

const shown = (text: string) => ui.main.getByText(text, { exact: true });
const control = (field: string) => ui.getByLabel(field, { exact: true });

async function open(): Promise<void> {
  await ui.open(`customers/${customerId}`);
  await ui.getByRole('heading', { name: 'Entitlements', exact: true }).waitFor();
  await ui.button('Edit Region').waitFor();
}

async function edit(field: string): Promise<Located> {
  await ui.button(`Edit ${field}`).click();
  const editor = ui
    .getByRole('form')
    .filter({ has: ui.getByRole('group', { name: `Save or cancel ${field}`, exact: true }) });
  await editor.waitFor();
  return editor;
}

const save = (editor: Located) => editor.getByRole('button', { name: 'Save', exact: true }).click();
const setElsewhere = (field: string, values: string[]) =>
  ui.site('PUT', `customer/${customerId}/details?fieldName=${encodeURIComponent(field)}`, { values });

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  const body = { detailFields: [{ name: 'Notes', value: 'Prefers to be called in the morning.' }] };
  const [first] = v.parse(foundSchema, await ui.site('POST', 'customer/search-by-detail-field', body)).customers;
  if (first === undefined) throw new Error('The demo site has no such customer.');
  customerId = encodeURIComponent(first.id);
});
afterAll(() => ui.close());

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
      await control(field).fill(text);
      await save(editor);
      await ui.flag(`${field} saved`).waitFor();
      await ui.text(text).waitFor();
    }
    for (const [field, option] of [
      ['Region', 'AU'],
      ['VIP', 'No'],
      ['Interests', 'Newsletter'],
    ] as const) {
      const editor = await edit(field);
      await ui.choose(field, option);
      await save(editor);
      await ui.button(`Edit ${field}`).waitFor();
      await ui.focused(ui.button(`Edit ${field}`));
      await shown(option).waitFor();
    }
    await shown('Beta program').waitFor();
    await open();
    await ui.text('A "note", with: everything; ü').waitFor();
  });

  it('cannot be given up while they are saved: what was sent cannot be taken back', async () => {
    await open();
    const editor = await edit('Notes');
    await control('Notes').fill('Sent, and on its way');
    ui.faults({ latencyMs: 1_000 });
    await save(editor);
    await ui.soon(() => editor.getByRole('button', { name: 'Cancel', exact: true }).isDisabled(), true);
    ui.faults({ latencyMs: 0 });
    await ui.flag('Notes saved').waitFor();
    await shown('Sent, and on its way').waitFor();
  });

  it('are cleared, or left as they were', async () => {
    await open();
    const editor = await edit('Tier');
    await editor.getByRole('button', { name: 'Clear', exact: true }).click();
    await save(editor);
    await ui.flag('Tier saved').waitFor();
    await shown('None').first().waitFor();
    const left = await edit('Seats');
    await control('Seats').fill('99');
    await left.getByRole('button', { name: 'Cancel', exact: true }).click();
    await ui.button('Edit Seats').waitFor();
    expect(shown('99').count()).toBe(0);
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
      await control(field).fill(text);
      await save(editor);
      await editor.getByText(rule).waitFor();
      await ui.focused(control(field));
      await ui.soon(() => control(field).inputValue(), text);
    }
  });

  it('of a field that the site has closed stay, with the site’s words and who can open it', async () => {
    await open();
    const editor = await edit('Legacy ID');
    await control('Legacy ID').fill('C-1');
    await save(editor);
    await editor
      .getByText(/You may not edit the detail field "Legacy ID".*A Jira administrator can change that/)
      .waitFor();
    expect(ui.getByText('You need the Administer Jira permission').count()).toBe(0);
  });

  it('keep what was typed while the site is down', async () => {
    await open();
    const editor = await edit('Notes');
    await control('Notes').fill('Half a');
    ui.faults({ down: true });
    await save(editor);
    await editor.getByText(/Your site says: .*Try again in a minute/).waitFor();
    await ui.soon(() => control('Notes').inputValue(), 'Half a');
    ui.faults({ down: false });
    await control('Notes').fill('Half a note');
    await save(editor);
    await shown('Half a note').waitFor();
  });

  it('are not written over what another administrator has set meanwhile, unless one says so', async () => {
    await open();
    const editor = await edit('Notes');
    await control('Notes').fill('Mine');
    await setElsewhere('Notes', ['Theirs']);
    await save(editor);
    await editor.getByText('Notes is now: Theirs. Your change wasn’t saved.').waitFor();
    await editor.getByRole('button', { name: 'Keep current' }).click();
    await shown('Theirs').waitFor();

    const again = await edit('Notes');
    await control('Notes').fill('Mine');
    await setElsewhere('Notes', ['Theirs again']);
    await save(again);
    await again.getByText('Notes is now: Theirs again.').waitFor();
    await again.getByRole('button', { name: 'Overwrite with mine' }).click();
    await shown('Mine').waitFor();
  });
});

describe('the organizations of a customer', () => {
  it('are joined and left, and what they inherit follows', async () => {
    await open();
    await ui.button('Add to organization').click();
    await ui.inDialog('Add to organization').click();
    await ui.getByText('Choose an organization.').waitFor();
    await ui.focused(ui.getByLabel('Organization', { exact: true }));
    await ui.choose('Organization', 'Alder Logistics Pty Ltd');
    await ui.inDialog('Add to organization').click();
    await ui.flag('Added to the organization').waitFor();
    await ui.button('from Alder Logistics Pty Ltd').first().waitFor();

    await ui.button('Remove from Alder Logistics Pty Ltd').click();
    await ui.dialog.getByText(/no longer inherit entitlements from Alder Logistics Pty Ltd/).waitFor();
    await ui.inDialog('Remove from organization').click();
    await ui.flag('Removed from the organization').waitFor();
    await ui.button('from Alder Logistics Pty Ltd').first().waitFor({ state: 'detached' });
  });
});

describe('a customer', () => {
  it('is renamed by Enter, and a second administrator is told of it', async () => {
    await open();
    await ui.button('Rename').click();
    const name = ui.dialog.getByRole('textbox');
    await ui.focused(name);
    await name.fill('');
    await name.press('Enter');
    await ui.dialog.getByText('Enter a name.').waitFor();
    await ui.focused(name);
    await name.fill('Grace Hopper');
    await ui.site('PUT', `customer/account/${customerId}`, { displayName: 'Grace B. Hopper' });
    await name.press('Enter');
    await ui.dialog.getByText('The name is now: Grace B. Hopper. Your change wasn’t saved.').waitFor();
    await ui.inDialog('Overwrite with mine').click();
    await ui.getByRole('heading', { name: 'Grace Hopper', exact: true, level: 1 }).waitFor();
  });

  it('is deleted once its consequence was read, and its address then says that it is not there', async () => {
    await open();
    await ui.button('Delete').click();
    await ui.dialog
      .getByText(/This deletes the account with \d+ detail values, removes it from 3 organizations/)
      .waitFor();
    await ui.inDialog('Delete customer').click();
    await ui.at('customers');
    await ui.open(`customers/${customerId}`);
    await ui.text('This can’t be found').waitFor();
  });
});
