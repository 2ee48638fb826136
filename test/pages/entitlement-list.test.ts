import { ConsoleInNode } from '../support/page/console';

/** More than a reading of the site takes. */
const SOME_MINUTES = 3 * 60_000;

let ui: ConsoleInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

const found = async (): Promise<number> =>
  Number((await ui.text(/^[\d,]+ entitlements? found$/).innerText()).replace(/\D/g, ''));
const link = (row: number, cell: number) =>
  ui.getByRole('table').getByRole('row').nth(row).getByRole('button').nth(cell);

it('offers to read the site, and to find one holder before that', async () => {
  await ui.open('entitlements');
  await ui.getByRole('heading', { name: 'See all entitlements and what ends soon' }).waitFor();
  await ui.button('Find').waitFor();
  await ui.button('Read the site').click();
  await ui.run(SOME_MINUTES);
  await ui.text('531 entitlements found').waitFor();
  await ui.soon(() => ui.getByRole('row').count(), 26);
});

it('leads from an entitlement to its holder, and to where it is changed', async () => {
  const name = await link(1, 0).innerText();
  await link(1, 0).click();
  await ui.getByRole('heading', { name, exact: true }).waitFor();
  await ui.goBack();
  const product = await link(1, 1).innerText();
  await link(1, 1).click();
  await ui.getByRole('heading', { name, exact: true }).waitFor();
  await ui.button(`Revoke ${product}`).waitFor();
  await ui.button('← Entitlements').click();
  await ui.text('531 entitlements found').waitFor();
});

it('shows what ends soon, and of that what customers hold', async () => {
  await ui.choose('View', 'Ends in 90 days');
  await ui.button('Ends ↑').waitFor();
  await ui.text('531 entitlements found').waitFor({ state: 'detached' });
  const soon = await found();
  expect(soon).toBeGreaterThan(0);
  await ui.button('Add filter').click();
  await ui.choose('Show those', 'Held by customers or organizations');
  await ui.inDialog('Add filter').click();
  await ui.button('Held by customers').waitFor();
  await ui.text(`${soon} entitlements found`).waitFor({ state: 'detached' });
  expect(await found()).toBeLessThan(soon);
  await ui.getByRole('table').getByText('Organization', { exact: true }).waitFor({ state: 'detached' });
  await ui.button('Clear filters').click();
  await ui.text('531 entitlements found').waitFor();
});

it('shows the other values of entitlements where they are chosen as columns', async () => {
  await ui.button('Columns').click();
  await ui.dialog.getByText('The holder always comes first.').waitFor();
  await ui.choose('Columns', 'Licenses');
  await ui.inDialog('Show columns').click();
  await ui.button('Licenses').waitFor();
});

it('is led to by the number of a product, which the list finds', async () => {
  await ui.open('products');
  await ui.text(/^Entitlements as of/).waitFor();
  const count = Number(await link(1, 1).innerText());
  const name = await link(1, 0).innerText();
  await link(1, 1).click();
  await ui.button(`Entitled to ${name}`).waitFor();
  await ui.text(`${count} entitlements found`).waitFor();
});

it('is led to by what the reports and Overview say of ends', async () => {
  await ui.open('overview');
  const words = await ui.button(/entitlements ending in 30 days$/).innerText();
  await ui.button(words).click();
  await ui.text(`${words.split(' ')[0] ?? ''} entitlements found`).waitFor();
  await ui.open('overview/reports');
  const row = ui.getByRole('row', { name: /^Ended/ }).first();
  const ended = await row.getByRole('button').first().innerText();
  await row.getByRole('button').first().click();
  await ui.button('Entitlement has ended').waitFor();
  await ui.text(`${ended} entitlements found`).waitFor();
});

it('keeps the way to find a holder on the site', async () => {
  await ui.button('Find who holds entitlements on your site instead').click();
  await ui.at('entitlements/find');
  await ui.button('Find').waitFor();
});
