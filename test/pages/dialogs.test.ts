import * as v from 'valibot';
import { failing } from '../support/page/between';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const createdSchema = v.object({ id: v.string() });
const add = async (path: string, name: string) => v.parse(createdSchema, await ui.site('POST', path, { name })).id;

const customerSchema = v.object({ customerId: v.string() });
async function addCustomer(displayName: string): Promise<string> {
  const email = `${displayName.replace(' ', '.')}@example.com`;
  return v.parse(customerSchema, await ui.site('POST', 'customer', { email, displayName })).customerId;
}

/** Begins what a dialog does while the site is slow, and tries the ways out of it until that is done. */
async function beginAndTryToLeave(verb: string | RegExp, leave: string): Promise<void> {
  ui.faults({ latencyMs: 1_500 });
  await ui.inDialog(verb).click();
  await ui.soon(() => ui.inDialog(leave).isDisabled(), true);
  await ui.dialog.press('Escape');
  expect(ui.dialog.count()).toBe(1);
  ui.faults({ latencyMs: 0 });
}

beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterEach(() => ui.faults({ latencyMs: 0 }));
afterAll(() => ui.close());

describe('what was begun in a dialog', () => {
  it('keeps it open: a deletion', async () => {
    await ui.open(`products/${await add('product', 'Doomed')}`);
    await ui.button('Delete product').click();
    await ui.dialog.getByRole('textbox').fill('Doomed');
    await ui.soon(() => ui.inDialog('Delete product').isEnabled(), true);
    await beginAndTryToLeave('Delete product', 'Keep it');
    await ui.flag('Doomed deleted').waitFor();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.at('products');
  });

  it('keeps it open: a new name', async () => {
    await ui.open(`products/${await add('product', 'Before')}`);
    await ui.button('Rename').click();
    await ui.dialog.getByLabel('Name').fill('After');
    await beginAndTryToLeave('Rename product', 'Cancel');
    await ui.flag('After renamed').waitFor();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.getByRole('heading', { name: 'After', exact: true, level: 1 }).waitFor();
  });

  it('keeps it open: a new name over that of somebody else', async () => {
    const id = await add('product', 'Contested');
    await ui.open(`products/${id}`);
    await ui.button('Rename').click();
    await ui.site('PUT', `product/${id}`, { name: 'Theirs' });
    await ui.dialog.getByLabel('Name').fill('Mine');
    await ui.inDialog('Rename product').click();
    await beginAndTryToLeave('Overwrite with mine', 'Cancel');
    await ui.flag('Mine renamed').waitFor();
    await ui.getByRole('heading', { name: 'Mine', exact: true, level: 1 }).waitFor();
  });

  it('keeps it open: a grant', async () => {
    await add('product', 'Granted');
    await ui.open(`organizations/${await add('organization', 'Holder GmbH')}`);
    await ui.button('Grant a product').click();
    await ui.choose('Product to grant', 'Granted');
    await beginAndTryToLeave('Grant product', 'Cancel');
    await ui.flag('Granted granted').waitFor();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.button('Revoke Granted').waitFor();
  });

  it('keeps it open: an addition to an organization', async () => {
    const customerId = await addCustomer('Cy Example');
    await ui.open(`organizations/${await add('organization', 'Members GmbH')}`);
    await ui.button('Add customers').click();
    await ui.dialog.getByLabel('Email, name or customer ID').fill(customerId);
    await ui.inDialog('Find customers').click();
    await beginAndTryToLeave(/^Add Cy Example/, 'Done');
    await ui.dialog.getByText('Added', { exact: true }).waitFor();
    await ui.inDialog('Done').click();
    await ui.dialog.waitFor({ state: 'detached' });
    await ui.button(/^Remove Cy Example/).waitFor();
  });
});

describe('a new name', () => {
  it.each([
    ['customer', 'customers', 'customers.get', () => addCustomer('Old Name')],
    ['organization', 'organizations', 'organizations.get', () => add('organization', 'Old Name')],
    ['product', 'products', 'products.get', () => add('product', 'Old Name')],
  ])('is what the page shows as soon as the site has it: %s', async (what, section, resolver, create) => {
    await ui.open(`${section}/${await create()}`);
    await ui.button('Rename').click();
    await ui.dialog.getByLabel('Name').fill('New Name');
    await failing(ui, resolver, async () => {
      await ui.inDialog(`Rename ${what}`).click();
      await ui.flag('New Name renamed').waitFor();
      await ui.getByRole('heading', { name: 'New Name', exact: true, level: 1 }).waitFor();
      expect(ui.getByText('Old Name', { exact: true }).count()).toBe(0);
    });
  });

  it('is what the list of products shows as soon as the site has it', async () => {
    await add('product', 'Listed');
    await ui.open('products');
    await ui.button('Rename Listed').click();
    await ui.dialog.getByLabel('Name').fill('Listed anew');
    await failing(ui, 'products.list', async () => {
      await ui.inDialog('Rename product').click();
      await ui.button('Listed anew').waitFor();
    });
  });
});
