import { readFileSync } from 'node:fs';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode } from '../support/page/wizard';

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

describe('the export of another tool', () => {
  const toColumns = async (name: string) => {
    await wizard.open();
    await wizard.choose(name, readFileSync(`samples/${name}`, 'utf8'));
    await wizard.button('Continue to the columns').click();
  };
  const matched = (words: string) => ui.text(`Each column in your file goes to one place. Matched: ${words}.`);

  it('is recognized, says why columns are left out, and can be matched by names instead', async () => {
    await toColumns('export-hubspot-contacts.csv');
    await ui.text('These look like contacts from HubSpot').waitFor();
    await matched('10 of 15').waitFor();
    const ownOfHubSpot = ui.getByText('What HubSpot keeps about the record itself.');
    expect(ownOfHubSpot.count()).toBeGreaterThan(0);
    await wizard.button('Match by names instead').click();
    await ui.text('All columns are matched by their names.').waitFor();
    expect(ownOfHubSpot.count()).toBe(0);
    await wizard.button('Match as such an export').click();
    await matched('10 of 15').waitFor();
  });

  it('sets the separator that it has, where that can be seen', async () => {
    await toColumns('export-zendesk-users.csv');
    await ui.text('These look like users from Zendesk').waitFor();
    await ui.text('Vertical bar |').waitFor();
    await wizard.button('Match by names instead').click();
    await ui.text('Semicolon ;').waitFor();
  });

  it('of something else than what is imported is told so', async () => {
    await toColumns('export-hubspot-companies.csv');
    await ui.text('These look like companies from HubSpot').waitFor();
    await ui.text('This import is for customers. To import the rows as organizations').waitFor();
  });
});
