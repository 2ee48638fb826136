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

  it('lead to what agents see of the customer', async () => {
    await ui.open('settings');
    await ui.button(/What agents see/).click();
    await ui.at('settings/profile');
    await ui.getByRole('heading', { name: 'Customer on the issue', exact: true }).waitFor();
  });
});
