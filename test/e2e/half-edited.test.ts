import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
});
afterAll(() => session.close());

const question = () => ui.dialog.getByText('Leave without saving?');
const value = (field: string) => page.getByLabel(field, { exact: true });

async function edit(field: string, text: string): Promise<void> {
  await ui.button(`Edit ${field}`).click();
  await value(field).fill(text);
}

async function giveUp(field: string): Promise<void> {
  const group = page.getByRole('group', { name: `Save or cancel ${field}` });
  await group.getByRole('button', { name: 'Cancel', exact: true }).click();
  await group.waitFor({ state: 'detached' });
}

async function openCustomer(): Promise<void> {
  await ui.open('customers/find/person/1/chidi becker');
  await ui.button('Chidi Becker').first().click();
  await ui.button('Edit Seats').waitFor();
}

describe('a value that is half written', () => {
  it('of a customer is not lost by leaving the page unless one says so', async () => {
    await openCustomer();
    await edit('Seats', '12345');
    await ui.button('← Customers').click();
    await question().waitFor();
    await ui.inDialog('Stay').click();
    await question().waitFor({ state: 'detached' });
    await soon(() => value('Seats').inputValue(), '12345');
    await ui.button('← Customers').click();
    await ui.inDialog('Leave').click();
    await ui.at('customers');
    await question().waitFor({ state: 'detached' });
    await ui.button('Find customers').waitFor();
  });

  it('is held as long as any is', async () => {
    await openCustomer();
    await edit('Seats', '12345');
    await edit('Notes', 'Half a');
    await giveUp('Notes');
    await ui.button('← Customers').click();
    await question().waitFor();
    await ui.inDialog('Stay').click();
    await giveUp('Seats');
    await ui.button('← Customers').click();
    await ui.at('customers');
    expect(await question().count()).toBe(0);
  });

  it('of an organization is not in the way of the pages of its customers, where it stays', async () => {
    await ui.open('organizations/1');
    await ui.button('Tamar Fernández').waitFor();
    await edit('Homepage', 'https://half.example');
    await ui.button('Next').click();
    await ui.at('organizations/1/customers/2');
    await ui.button('Tamar Fernández').waitFor({ state: 'detached' });
    expect(await question().count()).toBe(0);
    await soon(() => value('Homepage').inputValue(), 'https://half.example');
    await ui.button('← Organizations').click();
    await question().waitFor();
    await ui.inDialog('Stay').click();
    await ui.at('organizations/1/customers/2');
  });

  it('of what is deleted on purpose is not asked about', async () => {
    await openCustomer();
    await edit('Seats', '12345');
    await ui.button('Delete').click();
    await ui.inDialog('Delete customer').click();
    await ui.at('customers');
    expect(await question().count()).toBe(0);
  });
});
