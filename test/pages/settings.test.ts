import type { Settings } from '../../src/contract/settings';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const slots = () => ui.getByLabel('Task slots');

/** Another administrator saves a part of the settings over what is there. */
async function saveElsewhere(part: Partial<Settings>): Promise<void> {
  await ui.elsewhere(async (ada) => {
    const { settings, revision } = await ada.call('settings.get', {});
    await ada.call('settings.save', { settings: { ...settings, ...part }, over: revision });
  });
}

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('the settings', () => {
  it('say at the field what is wrong with it once it was left, and save what is right', async () => {
    await ui.open('settings');
    await slots().fill('11');
    expect(ui.getByText('Enter a whole number from 1 to 10').count()).toBe(0);
    await ui.getByLabel('Days to keep ended jobs').click();
    await ui.text('Enter a whole number from 1 to 10').waitFor();
    await ui.button('Save settings').click();
    await ui.focused(slots());
    await slots().fill('7');
    await slots().press('Enter');
    await ui.flag('1 setting changed').waitFor();
    await ui.text('Last changed by Ada Admin').waitFor();
    await ui.open('settings');
    await ui.soon(() => slots().inputValue(), '7');
  });

  it('are not overwritten in silence by a second administrator', async () => {
    await ui.open('settings');
    await slots().fill('9');
    await saveElsewhere({ taskSlots: 3 });
    await ui.button('Save settings').click();
    await ui.text('Ada Admin has changed the settings since you opened them').waitFor();
    await ui.text('Task slots: 3').waitFor();
    expect(ui.getByText('Someone else').count()).toBe(0);
    await ui.soon(() => slots().inputValue(), '9');
    await ui.button('Keep current').click();
    await ui.soon(() => slots().inputValue(), '3');

    await slots().fill('8');
    await saveElsewhere({ taskSlots: 4 });
    await ui.button('Save settings').click();
    await ui.button('Overwrite with mine').click();
    await ui.flag('Settings saved').waitFor();
    await ui.open('settings');
    await ui.soon(() => slots().inputValue(), '8');
  });
});

describe('what the profile on an issue shows', () => {
  const shown = (field: string) => ui.getByRole('checkbox', { name: field, exact: true });
  const readOnly = (field: string) => ui.getByRole('checkbox', { name: `Read-only ${field}`, exact: true });
  const saved = () => ui.text(/^Last changed by Ada Admin/);

  /** Waits until the field is the first of its entity: there is no way up for it then. */
  const isFirst = (field: string) => ui.soon(() => ui.button(`Move ${field} up`).isDisabled(), true);

  it('is reached from the settings, begins with everything shown, and is kept once saved', async () => {
    await ui.open('settings');
    await ui.button('What agents see about the customer on an issue →').click();
    await ui.at('settings/profile');
    await ui.getByRole('heading', { name: 'Customer on the issue', exact: true }).waitFor();
    await ui.text('Nobody has changed this yet').waitFor();
    await ui.soon(() => ui.button('Save').isDisabled(), true);
    expect(ui.getByRole('checkbox', { name: /^Read-only/ }).count()).toBe(16);

    await shown('Notes').uncheck();
    await readOnly('Tier').check();
    await ui.button('Move Tier up').click();
    await ui.choose('Date field with the last day', 'Valid until');
    await ui.button('Save').click();
    await saved().waitFor();

    await ui.open('settings/profile');
    await saved().waitFor();
    await ui.soon(() => shown('Notes').isChecked(), false);
    await ui.soon(() => readOnly('Tier').isChecked(), true);
    await isFirst('Tier');
    await ui.text('Valid until').waitFor();
  });

  it('tells a second administrator of the first one’s change, who keeps it or saves over it', async () => {
    await ui.open('settings/profile');
    await saved().waitFor();
    await ui.elsewhere(async (ada) => {
      const { settings, revision } = await ada.call('profileSettings.get', {});
      const [first, second, ...others] = settings.customer;
      if (first === undefined || second === undefined) throw new Error('There are fewer fields.');
      const customer = [second, first, ...others];
      await ada.call('profileSettings.save', { settings: { ...settings, customer }, over: revision });
    });
    await shown('Phone').uncheck();
    await ui.button('Save').click();
    await ui.text(/Ada Admin has changed what the profile shows/).waitFor();
    await ui.text('Keep the current version, or overwrite it with yours.').waitFor();
    await ui.soon(() => shown('Phone').isChecked(), false);
    await ui.button('Keep current').click();
    await ui.soon(() => shown('Phone').isChecked(), true);
    await isFirst('Region');
  });

  it('keeps what was chosen while the site is down, and saves it on another try', async () => {
    await ui.open('settings/profile');
    await saved().waitFor();
    await shown('Seats').uncheck();
    ui.faults({ down: true });
    await ui.button('Save').click();
    await ui.text('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.soon(() => shown('Seats').isChecked(), false);
    await ui.button('Save').click();
    await ui.flag('Customer on the issue saved').waitFor();
  });

  it('says that the site is down in the place of its fields', async () => {
    ui.faults({ down: true });
    await ui.open('settings/profile');
    await ui.text('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.button('Try again').click();
    await shown('Region').waitFor();
  });
});
