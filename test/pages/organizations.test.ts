import { GIL } from '../support/console';
import { failing } from '../support/page/between';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const heading = (name: string) => ui.getByRole('heading', { name, exact: true });

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('finding organizations', () => {
  it('finds several by their names and ids, and says which nobody has', async () => {
    await ui.open('organizations');
    await ui.choose('Find by', 'Names or IDs');
    await ui.button('Find organizations').click();
    await ui.text('Enter a name or an ID.').waitFor();
    await ui.getByLabel('Names or IDs', { exact: true }).fill('x'.repeat(201));
    await ui.text('A name can have up to 200 characters. Shorten it.').waitFor();
    await ui.focused(ui.getByLabel('Names or IDs', { exact: true }));
    await ui.getByLabel('Names or IDs', { exact: true }).fill('2\nalder logistics pty ltd\nNobody/Ltd');
    await ui.button('Find organizations').click();
    await ui.text('2 organizations found.').waitFor();
    await ui.text('Nobody/Ltd').waitFor();
    await ui.button('Amber Logistics S.A.').waitFor();
  });

  it('says so where nothing is found, and is not lost over an address that makes no sense', async () => {
    await ui.open('organizations/find/words/no%20such%20word');
    await ui.text('No organizations found among all 100.').waitFor();
    await ui.open('organizations/find/shoe-size/42');
    await heading('Page not found').waitFor();
    await ui.open('organizations/4711');
    await ui.text('There is no organization 4711.').waitFor();
  });

  it('says that the site is down in the place of the list, shows that it is tried again, and then the list', async () => {
    ui.faults({ down: true });
    await ui.open('organizations');
    await ui.text('Your site isn’t responding').waitFor();
    ui.faults({ down: false, latencyMs: 1_500 });
    await ui.button('Try again').click();
    await ui.button(/^Try again.*Loading/).waitFor();
    await ui.button('Alder Logistics Pty Ltd').waitFor();
    ui.faults({ latencyMs: 0 });
  });
});

describe('an organization', () => {
  it('turns the pages of its customers, each with an address', async () => {
    await ui.open('organizations/1');
    await ui.button('Tamar Fernández').waitFor();
    await ui.button('Next').click();
    await ui.at('organizations/1/customers/2');
    await ui.button('Tamar Fernández').waitFor({ state: 'detached' });
    await ui.soon(() => ui.getByRole('table').getByRole('row').count(), 5);
  });

  it('has its values edited in their place', async () => {
    await ui.open('organizations/2');
    await ui.button('Edit Homepage').click();
    const form = ui.getByRole('form').filter({ hasText: 'Start with https' });
    await ui.getByLabel('Homepage', { exact: true }).fill('https://amber.example');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await ui.text('https://amber.example').waitFor();
  });

  it('is renamed, unless someone else has just done so', async () => {
    await ui.open('organizations/5');
    await heading('Birch Logistics K.K.').waitFor();
    await ui.site('PUT', 'organization/5', { name: 'Birch' });
    await ui.button('Rename').click();
    await ui.dialog.getByLabel(/^Name/).fill('Birch Holding');
    await ui.inDialog('Rename organization').click();
    await ui.dialog.getByText(/The name is now: Birch/).waitFor();
    await ui.inDialog('Overwrite with mine').click();
    await heading('Birch Holding').waitFor();
    await ui.button('Rename').click();
    await ui.dialog.getByLabel(/^Name/).fill('Cedar Logistics K.K.');
    await ui.inDialog('Rename organization').click();
    await ui.dialog.getByText(/exists already/).waitFor();
  });

  it('says that it is not there any more where someone else has deleted it meanwhile', async () => {
    await ui.open('organizations/7');
    const name = await ui.getByRole('heading', { name: /^(?!Organization$)/, level: 1 }).innerText();
    await ui.site('DELETE', 'organization/7');
    await ui.button('Delete').click();
    await ui.dialog.getByLabel(/to confirm/).fill(name);
    await ui.inDialog('Delete organization').click();
    await ui.dialog.getByText('Your site no longer has organization 7.').waitFor();
    await ui.inDialog('Keep it').click();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.text('This can’t be found').waitFor();
  });

  it('is deleted once its name was typed in, and leaves its customers', async () => {
    await ui.open('organizations/8');
    await ui.button('Delete').click();
    await ui.dialog.getByText('Its 27 customers stay, without the entitlements inherited from it.').waitFor();
    await ui.soon(() => ui.inDialog('Delete organization').isDisabled(), true);
    await ui.dialog.getByLabel(/to confirm/).fill('Cedar Logistics K.K.');
    await ui.inDialog('Delete organization').click();
    await ui.at('organizations');
    await ui.button('Cinder Logistics Inc').waitFor();
    expect(ui.button('Cedar Logistics K.K.').count()).toBe(0);
  });
});

describe('adding several customers to an organization', () => {
  const find = async (text: string): Promise<void> => {
    await ui.dialog.getByLabel('Email, name or customer ID').fill(text);
    await ui.inDialog('Find customers').click();
  };

  it('takes in one while another is still on the way', async () => {
    await ui.open('organizations/2');
    await ui.button('Add customers').click();
    await find('amara');
    const add = ui.inDialog(/^Add Amara/);
    await add.first().waitFor();
    const offered = add.count();
    ui.faults({ latencyMs: 500 });
    await add.first().click();
    await add.first().click();
    await ui.dialog.getByText('Added').nth(1).waitFor();
    ui.faults({ latencyMs: 0 });
    await ui.soon(() => add.count(), offered - 2);
    await ui.inDialog('Done').click();
  });

  it('keeps in sight who is on the way while others are looked for, and what became of them', async () => {
    await ui.open('organizations/3');
    await ui.button('Add customers').click();
    await find('amara bian');
    await ui.inDialog(/^Add Amara Bianchi \(/).waitFor();
    ui.faults({ latencyMs: 2_000 });
    await ui.inDialog(/^Add Amara Bianchi \(/).click();
    await find('amara dahl');
    await ui.dialog.getByLabel(/^Adding Amara Bianchi/).waitFor();
    ui.faults({ latencyMs: 0 });
    await ui.inDialog(/^Add Amara Dahl \(/).waitFor();
    await ui.dialog.getByText('Amara Bianchi').waitFor();
    await ui.dialog.getByText('Added').waitFor();
    await failing(ui, 'customers.join', async () => {
      await ui.inDialog(/^Add Amara Dahl \(/).click();
      await ui.dialog.getByText('Service Unavailable').waitFor();
    });
    await find('amara bian');
    await ui.dialog.getByText('Service Unavailable').waitFor();
    await ui.inDialog(/^Add Amara Dahl \(/).click();
    await ui.dialog.getByText('Added').nth(1).waitFor();
    await ui.inDialog('Done').click();
  });

  it('takes the people of a list as Outlook copies it, and says of each what became of it', async () => {
    const query = { by: 'person', text: 'amara' } as const;
    const found = await ui.elsewhere((ada) => ada.call('customers.find', { query, page: 0 }));
    const [first, second, third] = found.customers.map(({ email }) => email);
    const list = `Bianchi, Amara <${first}>; "Dahl, Amara" <${second}>; ${third}\nnobody@customers.example; broken@`;
    await ui.open('organizations/4');
    await ui.button('Add customers').click();
    await find(list);
    await ui.dialog.getByText('5 people: 3 found, 1 not found, 1 not readable.').waitFor();
    await ui.inDialog(/^Leave out .*nobody@/).click();
    await ui.inDialog('Add 3 customers').click();
    await ui.soon(() => ui.dialog.getByText('Added', { exact: true }).count(), 3);
    await ui.dialog.getByText('4 people: 1 not readable, 3 added.').waitFor();
    await ui.flag('3 customers added').waitFor();
    await ui.inDialog('Done').click();
  });
});

describe('for everyone', () => {
  it('shows a person without the right no data', async () => {
    await ui.open('organizations', GIL);
    await ui.text('You need the Administer Jira permission').waitFor();
    expect(ui.button('Alder Logistics Pty Ltd').count()).toBe(0);
  });
});
