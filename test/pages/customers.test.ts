import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const found = () => ui.getByRole('table').getByRole('button');

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('finding customers', () => {
  it('finds by several values, a page at a time, and each page has an address', async () => {
    await ui.open('customers');
    await ui.choose('Find by', 'Detail values');
    await ui.choose('Field 1', 'Region');
    await ui.choose('Value 1', 'EU');
    await ui.button('Add a field').click();
    await ui.choose('Field 2', 'Tier');
    await ui.button('Find customers').click();
    await ui.getByText('Choose a field and enter a value on every line.').waitFor();
    await ui.focused(ui.getByLabel('Value 2', { exact: true }));
    await ui.choose('Value 2', 'Gold');
    await ui.button('Find customers').click();
    await ui.getByText('90 customers').waitFor();
    const first = await found().first().innerText();
    await ui.getByRole('navigation', { name: 'Pages of customers' }).getByText('4', { exact: true }).click();
    await ui.at('customers/find/details/4/Region/EU/Tier/Gold');
    await ui.soon(() => ui.getByRole('row').count(), 1 + 15);
    await ui.goBack();
    await ui.getByText(first, { exact: true }).waitFor();
  });

  it('finds the members of an organization', async () => {
    await ui.open('customers');
    await ui.choose('Find by', 'Organization');
    await ui.button('Find customers').click();
    await ui.getByText('Choose an organization.').waitFor();
    await ui.focused(ui.getByLabel('Organization', { exact: true }));
    await ui.choose('Organization', 'Alder Logistics Pty Ltd');
    await ui.button('Find customers').click();
    await ui.at('customers/find/organization/1/1');
    await found().first().waitFor();
    // A person who opens the address finds the organization by its name, not by its number.
    await ui.open('customers/find/organization/1/1');
    await ui.main.getByText('Alder Logistics Pty Ltd').waitFor();
  });

  it('says which of several ids nobody has', async () => {
    await ui.open('customers/find/id/1/qm:gone/qm:away');
    await ui.getByText('qm:gone, qm:away').waitFor();
    await ui.getByText('No customers found.').waitFor();
  });

  it('is not lost over an address that makes no sense', async () => {
    await ui.open('customers/find/shoe-size/1/42');
    await ui.getByRole('heading', { name: 'Page not found', exact: true }).waitFor();
  });

  it('says that the site is down in the place of what would be found, and finds it on another try', async () => {
    ui.faults({ down: true });
    await ui.open('customers/find/person/1/amara%20bian');
    await ui.text('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.getByRole('button', { name: 'Try again' }).click();
    await found().first().waitFor();
  });
});

describe('creating a customer', () => {
  it('names the organization that the site did not add', async () => {
    const { id } = v.parse(
      v.object({ id: v.string() }),
      await ui.site('POST', 'organization', { name: 'Fleeting Ltd' }),
    );
    await ui.open('customers/new');
    await ui.getByLabel(/^Email/).fill('left.out@example.com');
    await ui.choose('Organizations', 'Fleeting Ltd');
    await ui.site('DELETE', `organization/${id}`);
    await ui.button('Create customer').click();
    await ui.getByText('Customer created, but not complete').waitFor();
    await ui.getByText(/Your site did not add: .*Fleeting Ltd/).waitFor();
    await ui.getByRole('heading', { name: 'left.out@example.com', exact: true }).waitFor();
  });

  it('shows the site’s own words where the address is taken', async () => {
    const write = async () => {
      await ui.open('customers/new');
      await ui.getByLabel(/^Email/).fill('grace@example.com');
      await ui.button('Create customer').click();
    };
    await write();
    await ui.getByRole('heading', { name: 'grace@example.com', exact: true }).waitFor();
    await write();
    await ui.text(/A customer with the e-mail grace@example.com exists already/).waitFor();
    await ui.soon(() => ui.getByLabel(/^Email/).inputValue(), 'grace@example.com');
  });
});
