import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

const entitlementsSchema = v.array(v.object({ id: v.string(), product: v.object({ id: v.string() }) }));

/** The one entitlement of organization 1, to the Payment Terminal. */
let terminal: v.InferOutput<typeof entitlementsSchema>[number];

const heading = (name: string) => ui.getByRole('heading', { name, exact: true });

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  const [first] = v.parse(entitlementsSchema, await ui.site('GET', 'organization/1/entitlement'));
  if (first === undefined) throw new Error('The demo organization has no entitlement.');
  terminal = first;
});
afterAll(() => ui.close());

describe('finding who holds entitlements', () => {
  it('finds an organization by a part of its name and by its id', async () => {
    await ui.open('entitlements');
    await ui.choose('Held by', 'Organization');
    await ui.getByLabel('Part of the name, or ID', { exact: true }).fill('alder logi');
    await ui.button('Find').click();
    await ui.button('Alder Logistics Pty Ltd').click();
    await ui.at('entitlements/organization/1');
    await ui.open('entitlements/find/organization/2');
    await ui.button('Amber Logistics S.A.').waitFor();
  });

  it('says so where nobody is found', async () => {
    await ui.open('entitlements/find/customer/nobody%20at%20all');
    await ui.text('No customers found.').waitFor();
    await ui.open('entitlements/find/customer/qm%3Agone');
    await ui.text('No customers found.').waitFor();
    await ui.open('entitlements/find/organization/4711');
    await ui.text('No organization has the ID or name 4711.').waitFor();
    await ui.open('entitlements/customer/qm%3Agone');
    await ui.text('Your site has no customer qm:gone.').waitFor();
    await ui.open('entitlements/find/shoe/42');
    await heading('Page not found').waitFor();
  });
});

describe('the entitlements of a holder', () => {
  it('are those of one product where one is chosen, which the address keeps', async () => {
    await ui.open('entitlements/organization/1');
    await ui.button('Payment Terminal').waitFor();
    await ui.choose('Product', 'Fleet Tracker');
    await ui.text('Alder Logistics Pty Ltd isn’t entitled to this product.').waitFor();
    await ui.goBack();
    await ui.button('Payment Terminal').waitFor();
    await ui.open(`entitlements/organization/1/product/${terminal.product.id}`);
    await ui.button('Payment Terminal').waitFor();
  });

  it('show what was granted beside the one product that was chosen; what is held is not offered', async () => {
    await ui.open('entitlements/organization/1');
    await ui.choose('Product', 'Fleet Tracker');
    await ui.text('Alder Logistics Pty Ltd isn’t entitled to this product.').waitFor();
    await ui.button('Grant a product').click();
    await ui.getByRole('combobox', { name: 'Product to grant', exact: true }).click();
    await ui.getByRole('option', { name: 'Field Service', exact: true }).waitFor();
    await ui.soon(() => ui.getByRole('option', { name: 'Payment Terminal', exact: true }).count(), 0);
    await ui.choose('Product to grant', 'Field Service');
    await ui.inDialog('Grant product').click();
    await ui.at('entitlements/organization/1');
    await ui.button('Revoke Payment Terminal').waitFor();
    await ui.button('Revoke Field Service').click();
    await ui.inDialog('Revoke entitlement').click();
    await ui.button('Field Service').waitFor({ state: 'detached' });
  });

  it('stay as they are where the site does not answer, which the modal says', async () => {
    await ui.open('entitlements/organization/1');
    await ui.button('Revoke Payment Terminal').click();
    ui.faults({ down: true });
    await ui.inDialog('Revoke entitlement').click();
    await ui.dialog.getByText('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.inDialog('Keep it').click();
    await ui.button('Payment Terminal').waitFor();
    await ui.button('Revoke Payment Terminal').waitFor();
  });
});

describe('one entitlement', () => {
  it('has its values edited in their place, and says who holds it', async () => {
    await ui.open(`entitlements/${terminal.id}`);
    await heading('Payment Terminal').waitFor();
    await ui.text('Every customer in Alder Logistics Pty Ltd inherits this entitlement').waitFor();
    await ui.button('Edit Licenses').click();
    await ui.getByLabel('Licenses', { exact: true }).fill('many');
    await ui.button('Save').click();
    await ui.text('Not a number.').waitFor();
    await ui.getByLabel('Licenses', { exact: true }).fill('12');
    await ui.button('Save').click();
    await ui.text(/^12$/).waitFor();
    await ui.button('← Entitlements of Alder Logistics Pty Ltd').click();
    await ui.at('entitlements/organization/1');
    await ui.text('Licenses: 12').waitFor();
  });

  it('that another has revoked meanwhile is not there, and the page says so', async () => {
    await ui.open('entitlements/00000000-0000-4000-a000-000000000000');
    await ui.text('This can’t be found').waitFor();
  });

  it('is revoked on its own page', async () => {
    const body = { productId: await otherProduct() };
    const granted = await ui.site('POST', 'organization/1/entitlement', body);
    const { id } = v.parse(v.object({ id: v.string() }), granted);
    await ui.open(`entitlements/${id}`);
    await ui.button('Revoke').click();
    await ui.dialog.getByText('The entitlement has no detail values.').waitFor();
    await ui.inDialog('Revoke entitlement').click();
    await ui.at('entitlements/organization/1');
    await ui.button('Payment Terminal').waitFor();
  });
});

async function otherProduct(): Promise<string> {
  const products = v.object({ results: v.array(v.object({ id: v.string() })) });
  const { results } = v.parse(products, await ui.site('GET', 'product?limit=2'));
  const other = results.find(({ id }) => id !== terminal.product.id);
  if (other === undefined) throw new Error('The demo site has one product.');
  return other.id;
}
