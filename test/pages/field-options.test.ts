import { held } from '../support/page/between';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const row = (name: string) => ui.getByRole('row').filter({ has: ui.button(name) });
const option = (number: number) => ui.getByLabel(`Option ${number}`, { exact: true });

const options = (...texts: string[]) => ({ name: 'SELECT', options: texts });
/** What another administrator makes of the options of a field. */
const change = (field: string, ...texts: string[]) =>
  ui.site('PUT', `customer/details/${encodeURIComponent(field)}`, { name: field, options: texts });

/** The options that are written, from the first. */
const written = (): string[] =>
  ui
    .getByLabel(/^Option \d+$/)
    .now()
    .map(({ state }) => state.value ?? '');

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('detail fields with options', () => {
  it('show what another administrator has made of the options, and let the person choose', async () => {
    await ui.site('POST', 'customer/details', { name: 'Shared', type: options('One', 'Two') });
    await ui.open('fields/customers/edit/Shared');
    await ui.button('Remove Two').click();
    await change('Shared', 'One', 'Two', 'Three');
    await ui.button('Save field').click();
    await ui.dialog.getByRole('textbox').fill('Shared');
    await ui.inDialog('Save field').click();
    await ui.getByText('The options of Shared is now: “One”, “Two” and “Three”.').waitFor();
    await ui.button('Keep current').click();
    await option(3).waitFor();
    await ui.soon(written, ['One', 'Two', 'Three']);

    await option(3).fill('Tres');
    await ui.button('Add option').click();
    await option(4).fill('Mine');
    await change('Shared', 'One', 'Two', 'Three', 'Four');
    await ui.button('Save field').click();
    await ui.dialog.getByRole('textbox').fill('Shared');
    await ui.inDialog('Save field').click();
    await ui.button('Overwrite with mine').click();
    // What somebody else has added goes as well: that is asked anew.
    await ui.dialog.getByText('Removed: “Four”. You won’t be able to choose it for any customer.').waitFor();
    await ui.dialog.getByRole('textbox').fill('Shared');
    await ui.inDialog('Save field').click();
    await ui.flag('Shared saved').waitFor();
    await row('Shared').getByText('One · Two · Tres +1').waitFor();
  });

  it('are deleted once their name is typed, unless another has changed them meanwhile', async () => {
    await ui.site('POST', 'customer/details', { name: 'Doomed', type: options('Red') });
    await ui.open('fields/customers/edit/Doomed');
    await ui.button('Delete field').click();
    await ui.dialog.getByText('0 customers have a value now.').waitFor();
    await change('Doomed', 'Red', 'Blue');
    await ui.dialog.getByRole('textbox').fill('Doomed');
    await ui.inDialog('Delete field').click();
    await ui.dialog.getByText(/its options are Red, Blue now/).waitFor();
    await ui.inDialog('Delete field').click();
    await ui.flag('Doomed deleted').waitFor();
    await ui.getByText('17 of 50 used').waitFor();
    expect(row('Doomed').count()).toBe(0);
    expect(ui.violations()).toEqual([]);
  });

  it('are deleted from the list, too, where another has changed them, once it is known what to', async () => {
    await ui.site('POST', 'customer/details', { name: 'Doomed as well', type: options('Red') });
    await ui.open('fields/customers');
    await ui.button('Delete Doomed as well').click();
    await ui.dialog.getByRole('textbox').fill('Doomed as well');
    await change('Doomed as well', 'Red', 'Blue');
    await held(ui, 'fields.list', async (release) => {
      await ui.inDialog('Delete field').click();
      await ui.dialog.getByText(/its options are Red, Blue now/).waitFor();
      await ui.inDialog(/^Delete field.*Loading/).waitFor();
      release();
    });
    await ui.inDialog('Delete field').click();
    await ui.flag('Doomed as well deleted').waitFor();
    await row('Doomed as well').waitFor({ state: 'detached' });
  });
});
