import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode, countOf } from '../support/page/wizard';

const customerSchema = v.object({ customerId: v.string() });
const profileSchema = v.object({ details: v.array(v.object({ name: v.string(), values: v.array(v.string()) })) });

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

async function createCustomers(emails: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const email of emails) {
    const created = await ui.site('POST', 'customer', { email, displayName: 'Kim Example' });
    ids.push(v.parse(customerSchema, created).customerId);
  }
  return ids;
}

async function completed(rows: number): Promise<void> {
  await wizard.ended();
  await ui.text(`${rows} of ${rows} rows · 100%`).waitFor();
  expect(countOf(ui, 'Succeeded')).toBe(rows);
}

describe('the kinds of job beside the import of customers', () => {
  it('changes detail values as each column says: added to, or cleared', async () => {
    const [one = ''] = await createCustomers(['one@values.example', 'two@values.example']);
    await ui.site('PUT', `customer/${one}/details?fieldName=Interests`, { values: ['Newsletter'] });
    await ui.site('PUT', `customer/${one}/details?fieldName=Region`, { values: ['EU'] });
    await wizard.openKind('Customer detail values:');
    await wizard.choose(
      'values.csv',
      'Email,Interests,Region\none@values.example,Events,x\ntwo@values.example,Webinars,x',
    );
    await wizard.button('Continue to the columns').click();
    await ui.choose('What “Interests” does to values', 'Add to values');
    await ui.choose('What “Region” does to values', 'Clear values');
    await ui.text('Clears the values of rows that have any text in the cell.').waitFor();
    await wizard.button('Check every row').click();
    await wizard.button('Continue to start').click();
    await ui.text('Each row is looked up on your site first: up to 2 searches.').waitFor();
    await ui.text('Up to 6 single calls, five at a time.').waitFor();
    await ui.getByRole('radio', { name: /^Bulk: 1 request of up to 100 rows/ }).check();
    await ui.text('1 request of up to 100 customers each').waitFor();
    await wizard.button('Update 2 customers').click();
    await wizard.started();
    await completed(2);
    const { details } = v.parse(profileSchema, await ui.site('GET', `customer/${one}`));
    const valuesOf = (field: string) => details.find(({ name }) => name === field)?.values;
    expect([valuesOf('Interests'), valuesOf('Region')]).toEqual([['Newsletter', 'Events'], []]);
  });

  it('creates products, from the template for them', async () => {
    await wizard.openKind('Products:');
    const template = await ui.downloadedText(() => wizard.button('Download template').click());
    await wizard.choose('products.csv', `${template}Night desk\r\n`);
    await wizard.check();
    await wizard.button('Continue to start').click();
    await ui.text('2 products are created.').waitFor();
    await wizard.button('Create 2 products').click();
    await wizard.started();
    await completed(2);
  });

  it('creates organizations that a file names and the site does not have, each once, and checks the file again', async () => {
    await wizard.open();
    const names = ['Novel Ltd', 'novel ltd', 'Fresh Inc'];
    const lines = names.map((name, index) => `member${index}@novel.example,${name}`);
    await wizard.choose('members.csv', ['Email,Organization', ...lines].join('\n'));
    await wizard.check();
    await ui.text('None of 3 rows can be imported').waitFor();
    await ui.text('Novel Ltd: 2 rows').waitFor();
    ui.faults({ rowFailRate: 1 });
    await wizard.button('Create 2 organizations first').click();
    await ui.run(60_000);
    await ui.text('0 organizations were created').waitFor();
    await ui.text('None of 3 rows can be imported').waitFor();
    ui.faults({ rowFailRate: 0 });
    await wizard.button('Create 2 organizations first').click();
    await ui.run(60_000);
    await ui.text('All 3 rows can be imported').waitFor();
    await ui.text('2 organizations were created').waitFor();
    await wizard.start();
    await completed(3);
  });

  it('deletes customers once their number is typed, and retries rows no sooner', async () => {
    await createCustomers(['gone@removals.example', 'left@removals.example']);
    await wizard.openKind('Delete customers:');
    await wizard.choose('gone.csv', 'Email\ngone@removals.example\nleft@removals.example\nnobody@removals.example');
    await wizard.check();
    await wizard.button('Continue to start').click();
    await ui.getByText('You can’t undo this', { exact: true }).waitFor();
    expect(await wizard.button('Delete 3 customers').isDisabled()).toBe(true);
    await ui.getByLabel('Type 3 to confirm').fill('3');
    await wizard.button('Delete 3 customers').click();
    await wizard.started();
    await wizard.ended('Done with failures');
    await ui.text('3 of 3 rows · 100%').waitFor();
    await ui.text(/no customer with the email …$/).waitFor();
    expect(countOf(ui, 'Succeeded')).toBe(2);
    expect(countOf(ui, 'Failed')).toBe(1);
    await wizard.button('Retry rows').click();
    expect(await wizard.button('Retry 1 row').isDisabled()).toBe(true);
    await ui.getByLabel('Type 1 to confirm').fill('1');
    await wizard.button('Retry 1 row').click();
    await ui.getByRole('heading', { name: 'gone (retry)' }).waitFor();
    await wizard.ended('Failed');
    await ui.text('1 of 1 row · 100%').waitFor();
  });
});
