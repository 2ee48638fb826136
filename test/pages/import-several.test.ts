import { readFileSync } from 'node:fs';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode, countOf } from '../support/page/wizard';

/** The sample as a spreadsheet in German saves it, with a title above its header and blank rows below. */
function ugly(): string {
  const rows = readFileSync('samples/customers-and-organizations.csv', 'utf8').trim().split('\r\n');
  return ['Kunden 2026', '', ...rows.map((row) => row.replaceAll(',', ';')), ';;;;;;;;', ''].join('\r\n');
}

let ui: ConsoleInNode;
beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('a file of customers with values of their organizations and entitlements', () => {
  it('is imported as three imports, with what contradicts an earlier row left out of its cell', async () => {
    const wizard = new WizardInNode(ui);
    await wizard.open();
    await wizard.choose('several.csv', ugly());
    await wizard.button('Continue to the columns').click();
    // What a name alone says of somebody else's field is asked about.
    for (const words of ['“Valid until” of their entitlement?', '“Licenses” of their entitlement?']) {
      const row = ui.getByRole('row').filter({ hasText: words });
      await row.getByRole('button', { name: 'Yes, it is' }).click();
    }
    await wizard.button('Check every row').click();
    await ui.text('11 of 12 rows can be imported').waitFor();
    await ui.text('Row 13 says “Education” of the same organization.').waitFor();
    await wizard.button('Import row without it').first().click();
    await ui.text('All 12 rows can be imported').waitFor();
    await wizard.button('Continue to start').click();
    await ui.text('“several: organizations” changes detail values of 4 organizations').waitFor();
    await ui.text('“several: entitlements” grants 9 products').waitFor();
    await wizard.button('Import 12 customers').click();
    await wizard.started();
    await wizard.ended();
    await ui.text('12 of 12 rows · 100%').waitFor();
    expect([countOf(ui, 'Succeeded'), countOf(ui, 'Failed'), countOf(ui, 'Left out')]).toEqual([12, 0, 0]);

    await wizard.button('← Imports').click();
    await ui.text('several: organizations').waitFor();
    await ui.button('several: entitlements').click();
    await ui.text('Starts after').waitFor();
    await ui.text('9 of 9 rows · 100%').waitFor();
    expect([countOf(ui, 'Succeeded'), countOf(ui, 'Failed')]).toEqual([9, 0]);
  });
});
