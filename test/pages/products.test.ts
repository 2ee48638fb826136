import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const names = () => ui.getByRole('textbox', { name: 'Names' });
const outcome = (name: string) => ui.getByRole('row').filter({ has: ui.button(name).or(ui.getByText(name)) });

const productSchema = v.object({ id: v.string(), name: v.string() });
/** A product that another administrator creates. */
const add = async (name: string) => v.parse(productSchema, await ui.site('POST', 'product', { name }));

beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
  for (const name of ['Fleet Tracker', 'Scanner', 'Terminal']) await add(name);
});
afterAll(() => ui.close());

describe('products', () => {
  it('keep the names that a site does not take, for another time', async () => {
    await ui.open('products/new');
    await names().fill(Array.from({ length: 45 }, (_, at) => `Product ${at + 1}`).join('\n'));
    ui.faults({ down: true });
    await ui.button('Create 45 products').click();
    await ui.getByText('Your site isn’t responding').waitFor();
    expect((await names().inputValue()).split('\n')).toHaveLength(45);
    ui.faults({ down: false });
    await ui.button('Create 45 products').click();
    await ui.flag('45 products created').waitFor();
    await ui.soon(() => names().inputValue(), '');
    await ui.getByRole('navigation', { name: 'Pages of names' }).getByText('2', { exact: true }).click();
    await ui.button('Product 45').waitFor();
  });

  it('are found by a part of the name, which is part of the address', async () => {
    await ui.open('products');
    await ui.getByLabel('Find products by name').fill('TRACK/ER %');
    await ui.getByLabel('Find products by name').press('Enter');
    await ui.at('products/find/TRACK/ER %');
    await ui.getByText('No products found among all 48.').waitFor();
    await ui.getByLabel('Find products by name').fill('tracker');
    await ui.button('Find').click();
    await ui.getByText('1 product found among all 48.').waitFor();
    await ui.button('Rename Fleet Tracker').click();
    await ui.dialog.getByLabel('Name').fill('Fleet Tracker II');
    await ui.inDialog('Rename product').click();
    await ui.button('Fleet Tracker II').waitFor();
    await ui.button('Show all').click();
    await ui.at('products');
  });

  it('do not lose the name that another administrator has given meanwhile', async () => {
    const { id } = await add('Contested');
    await ui.open(`products/${id}`);
    await ui.button('Rename').click();
    await ui.site('PUT', `product/${id}`, { name: 'Theirs' });
    await ui.dialog.getByLabel('Name').fill('Mine');
    await ui.inDialog('Rename product').click();
    await ui.dialog.getByText('The name is now: Theirs. Your change wasn’t saved.').waitFor();
    await ui.inDialog('Keep current').click();
    await ui.getByRole('heading', { name: 'Theirs', exact: true, level: 1 }).waitFor();

    await ui.site('PUT', `product/${id}`, { name: 'Theirs again' });
    await ui.button('Delete product').click();
    await ui.dialog.getByLabel(/Type “Theirs”/).fill('Theirs');
    await ui.inDialog('Delete product').click();
    await ui.dialog.getByText(/It’s now “Theirs again”/).waitFor();
    await ui.dialog.getByLabel(/Type “Theirs again”/).waitFor();
    await ui.inDialog('Keep it').click();

    await ui.button('Rename').click();
    await ui.site('PUT', `product/${id}`, { name: 'Theirs at last' });
    await ui.dialog.getByLabel('Name').fill('Mine');
    await ui.inDialog('Rename product').click();
    await ui.inDialog('Overwrite with mine').click();
    await ui.getByRole('heading', { name: 'Mine', exact: true, level: 1 }).waitFor();
  });

  it('are deleted once their name is typed, with the organizations that hold them counted', async () => {
    const { id } = await add('Doomed');
    const organization = v.parse(productSchema, await ui.site('POST', 'organization', { name: 'Acme GmbH' }));
    await ui.site('POST', 'organization', { name: 'Bolt AG' });
    await ui.site('POST', `organization/${organization.id}/entitlement`, { productId: id });
    await ui.open(`products/${id}`);
    await ui.button('Check organizations').click();
    await ui.text('1 of all 2 organizations is entitled to it.').waitFor();
    await ui.button('Acme GmbH').waitFor();
    await ui.button('Delete product').click();
    await ui.dialog.getByText('1 of all 2 organizations is entitled to it.').waitFor();
    await ui.soon(() => ui.inDialog('Delete product').isEnabled(), false);
    await ui.dialog.getByRole('textbox').fill('Doomed');
    await ui.inDialog('Delete product').click();
    await ui.flag('Doomed deleted').waitFor();
    await ui.at('products');
    await ui.open(`products/${id}`);
    await ui.getByText('This can’t be found').waitFor();
  });

  it('are compared with all that the site has, a page a call, before any is created', async () => {
    for (let at = 1; at <= 2_050; at += 1) await add(`Bulk ${at}`);
    await add('Late Arrival');
    await ui.open('products/new');
    await names().fill('LATE ARRIVAL\nNewest');
    await ui.button('Create 2 products').click();
    await outcome('LATE ARRIVAL').getByText('already exists').waitFor();
    await outcome('Newest').getByText('created').waitFor();
    await ui.button('Done').click();
  });

  it('show what is amiss in place of the list alone, and the way to try again', async () => {
    ui.faults({ down: true });
    await ui.open('products');
    await ui.getByText('Your site isn’t responding').waitFor();
    await ui.getByRole('heading', { name: 'Products', exact: true }).waitFor();
    ui.faults({ down: false });
    await ui.button('Try again').click();
    await ui.button('Fleet Tracker II').waitFor();
    expect(ui.violations()).toEqual([]);
  });
});
