import { ConsoleInNode } from '../support/page/console';
import { held } from '../support/page/between';
import { pictureOf } from '../support/page/picture';

let ui: ConsoleInNode;

beforeEach(async () => {
  ui = await ConsoleInNode.start();
});
afterEach(() => ui.close(/./));

describe('a page in Node', () => {
  it('says what is there where something is not', async () => {
    await ui.open('fields/customers/new');
    await ui.button('Create field').waitFor();
    const missing = ui.button('Create fields').click();
    await expect(missing).rejects.toThrow(/button Create fields cannot be pressed[^]*heading "Create a detail field/);
  });

  it('lets nobody press what cannot be pressed, nor what stands behind a question', async () => {
    await ui.open('fields/customers/edit/Region');
    await ui.button('Delete field').click();
    await ui.dialog.waitFor();
    await expect(ui.inDialog('Delete field').click()).rejects.toThrow('cannot be pressed');
    await expect(ui.button('Save field').click()).rejects.toThrow('cannot be pressed');
  });

  it('asks which is meant where there are several', async () => {
    await ui.open('fields');
    await ui.button('Region').waitFor();
    await expect(ui.getByRole('button', { name: 'Delete' }).click()).rejects.toThrow('There are 16 of');
  });

  it('fails at its end over an error that was reported, and over a call that the bridge does not know', async () => {
    await ui.open('fields');
    await ui.button('Region').waitFor();
    await expect(globalThis.__bridge?.callBridge('dance')).rejects.toThrow('does not emulate');
    await expect(ui.close()).rejects.toThrow('Bridge: dance');
    ui = await ConsoleInNode.start();
  });

  it('shows no component that it does not know', () => {
    const doc = { type: 'Juggler', key: 'j', props: {}, children: [] };
    const picture = () => pictureOf({ doc, flags: [], kept: () => ({}), userName: String });
    expect(picture).toThrow('cannot show <Juggler>');
  });

  it('takes nothing from the page before', async () => {
    await ui.open('fields');
    await held(ui, 'fields.list', async (release) => {
      await ui.open('fields/organizations');
      await ui.getByTestId('skeleton').waitFor();
      release();
      await ui.getByText('14 of 50 used').waitFor();
    });
    expect(ui.getByText('16 of 50 used').count()).toBe(0);
  });
});
