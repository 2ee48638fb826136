import { ConsoleInNode } from '../support/page/console';
import { WizardInNode } from '../support/page/wizard';

const csv = (...lines: string[]): string => ['E-mail,Full name,Region', ...lines].join('\r\n');
const first = csv('ada@undo.example,Ada,EU', 'bob@undo.example,Bob,EU');
const second = csv('ada@undo.example,Ada,US', 'bob@undo.example,Bob,EU', 'eve@undo.example,Eve,EU');

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

const told = (name: string) => ui.main.getByRole('listitem', { name, exact: true });

describe('an import of a file that was imported before', () => {
  const checked = async (content: string): Promise<void> => {
    await wizard.open();
    await wizard.choose('undo.csv', content);
    await wizard.check();
  };
  it('sends what has changed alone, and is undone', async () => {
    await checked(first);
    await wizard.start();
    await wizard.ended();

    await checked(second);
    await wizard.button('Compare with your site').click();
    for (const words of ['1 customer is new.', '1 customer changes.', '1 customer stays the same.'])
      await told(words).waitFor();
    await ui.getByRole('table', { name: 'What changes' }).getByText('US', { exact: true }).waitFor();
    await wizard.button('Continue to start').click();
    await ui.getByRole('checkbox', { name: 'Don’t send 1 unchanged row' }).waitFor();
    await ui.getByRole('checkbox', { name: 'Keep what was there' }).waitFor();
    await wizard.button('Import 2 customers').click();
    await wizard.started();
    await wizard.ended();

    await wizard.button('Undo import').click();
    await ui.dialog.getByText('1 customer gets back what they had.', { exact: true }).waitFor();
    await ui.dialog.getByRole('listitem', { name: '1 customer is deleted, as the import created them.' }).waitFor();
    await ui.dialog.getByLabel('Type 1 to confirm').fill('1');
    await ui.inDialog('Undo import').click();
    await ui.getByText('Undoes').first().waitFor();
    await wizard.ended();

    await checked(second);
    await wizard.button('Compare with your site').click();
    await told('1 customer is new.').waitFor();
    await told('1 customer changes.').waitFor();
    expect(ui.violations()).toEqual([]);
  });
});

describe('an import of entitlements', () => {
  const emails = ['ada@granted.example', 'bob@granted.example'];

  it('is undone: what it granted is revoked, and what it revoked is granted again', async () => {
    for (const email of emails) await ui.site('POST', 'customer', { email, displayName: 'Kim Example' });
    const granted = emails.map((email) => `${email},Data Residency,Standard`);
    await wizard.openKind('Entitlements:');
    await wizard.choose('granted.csv', ['Email,Product,Plan', ...granted].join('\n'));
    await wizard.check();
    await wizard.button('Continue to start').click();
    await ui.text('Your site is asked for each row before it’s sent: up to 2 more requests.').waitFor();
    await wizard.button('Grant 2 entitlements').click();
    const path = await wizard.started();
    await wizard.ended();

    await revoke(emails[0] ?? '');
    await undo('1 entitlement that the import revoked is granted again with the values it had. Its ID is new.', null);

    await ui.open(path);
    await undo('1 entitlement that the import granted is revoked.', '1', /^Your site doesn’t show the entitlement\./);
    expect(ui.violations()).toEqual([]);
  });

  async function revoke(email: string): Promise<void> {
    await wizard.openKind('Entitlements:', 'Revoke:');
    await wizard.choose('revoked.csv', `Email,Product\n${email},Data Residency`);
    await wizard.check();
    await wizard.button('Continue to start').click();
    await ui.text('Undoing it grants the products again with the values they had').waitFor();
    const notUndone = ui.getByText('You can’t undo this', { exact: true });
    expect(notUndone.count()).toBe(0);
    await ui.getByRole('checkbox', { name: 'Keep what was there' }).uncheck();
    await notUndone.waitFor();
    await ui.getByRole('checkbox', { name: 'Keep what was there' }).check();
    await ui.getByLabel('Type 1 to confirm').fill('1');
    await wizard.button('Revoke 1 entitlement').click();
    await wizard.started();
    await wizard.ended();
  }

  /** Undoes the import whose page is open, and waits for the end. */
  async function undo(line: string, typed: string | null, left?: RegExp): Promise<void> {
    await wizard.button('Undo import').click();
    await ui.dialog.getByRole('listitem', { name: line }).waitFor();
    if (left) await ui.dialog.getByRole('listitem', { name: left }).waitFor();
    if (typed !== null) await ui.dialog.getByLabel(`Type ${typed} to confirm`).fill(typed);
    await ui.inDialog('Undo import').click();
    await ui.getByText('Undoes').first().waitFor();
    await wizard.ended(left ? 'Done, some left out' : 'Done');
  }
});
