import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const row = (name: string) => ui.getByRole('row').filter({ has: ui.button(name) });
const name = () => ui.getByRole('textbox', { name: /^Name/ });

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('detail fields', () => {
  it('are checked against the rules of names while they are written', async () => {
    await ui.open('fields/customers/new');
    await ui.button('Create field').click();
    await ui.getByText('Enter a name.').waitFor();
    await ui.focused(name());
    const faults = {
      x: 'A name needs at least 2 characters.',
      'What?': 'A name can’t contain ?',
      label: '“Label” is reserved by Customer Service Management.',
      tier: 'A field named “Tier” already exists.',
      ['x'.repeat(256)]: 'A name can have up to 255 characters. This one has 256.',
    };
    for (const [written, words] of Object.entries(faults)) {
      await name().fill(written);
      await ui.getByText(words, { exact: true }).waitFor();
    }
    await name().fill('Tier of old');
    await ui.getByText('2 to 255 characters, without').waitFor();
  });

  it('keep what was written when the site does not answer, and say what it refuses', async () => {
    await ui.open('fields/organizations/new');
    await name().fill('Renewal');
    await ui.getByRole('combobox', { name: /^Type/ }).fill('Date');
    await ui.getByRole('option', { name: 'Date', exact: true }).click();
    ui.faults({ down: true });
    await ui.button('Create field').click();
    await ui.getByText('Your site isn’t responding').waitFor();
    await ui.soon(() => name().inputValue(), 'Renewal');
    ui.faults({ down: false });
    await ui.site('POST', 'organization/details', { name: 'renewal', type: { name: 'TEXT' } });
    await ui.button('Create field').click();
    await ui.getByText('A field named “renewal” already exists.').waitFor();
    await name().fill('Renewal day');
    await ui.button('Create field').click();
    await ui.flag('Renewal day created').waitFor();
    await row('Renewal day').getByText('Date').waitFor();
  });

  it('are at most 50 of an entity, which the form says before anything is written', async () => {
    for (let at = 10; at <= 50; at += 1) {
      await ui.site('POST', 'entitlement/details', { name: `Field ${at}`, type: { name: 'TEXT' } });
    }
    await ui.open('fields/entitlements');
    await ui.getByText('50 of 50 used').waitFor();
    await ui.button('Create field').click();
    await ui.getByText('All 50 fields for entitlements are in use').waitFor();
    expect(name().count()).toBe(0);
  });

  it('show what is amiss in place of the list alone, and lead nowhere from a wrong address', async () => {
    ui.faults({ down: true });
    await ui.open('fields');
    await ui.getByText('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.button('Try again').click();
    await row('Region').waitFor();
    await ui.open('fields/persons');
    await ui.getByText('Page not found').waitFor();
    expect(ui.violations()).toEqual([]);
  });
});
