import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { failing } from '../support/failing';
import { sandboxControl } from '../support/sandbox-control';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let ui: ConsolePage;
let control: ReturnType<typeof sandboxControl>;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  ui = new ConsolePage(page, session.url);
  control = sandboxControl(session.url);
});
afterAll(() => session.close());

async function find(text: string): Promise<void> {
  await ui.dialog.getByLabel('Email, name or customer ID').fill(text);
  await ui.inDialog('Find customers').click();
}

describe('an organization to which several customers are added', () => {
  it('takes in one while another is still on the way', async () => {
    await ui.open('organizations/2');
    await ui.button('Add customers').click();
    await find('amara');
    const add = ui.inDialog(/^Add Amara/);
    await add.first().waitFor();
    const offered = await add.count();
    await control.faults({ latencyMs: 500 });
    await add.first().click();
    await add.first().click();
    await ui.dialog.getByText('Added').nth(1).waitFor();
    await control.faults({ latencyMs: 0 });
    await soon(() => add.count(), offered - 2);
    await ui.inDialog('Done').click();
  });

  it('keeps in sight who is on the way while others are looked for, and what became of them', async () => {
    await ui.open('organizations/3');
    await ui.button('Add customers').click();
    await find('amara bian');
    await ui.inDialog(/^Add Amara Bianchi \(/).waitFor();
    await control.faults({ latencyMs: 2_000 });
    await ui.inDialog(/^Add Amara Bianchi \(/).click();
    await find('amara dahl');
    await ui.dialog.getByLabel(/^Adding Amara Bianchi/).waitFor();
    await control.faults({ latencyMs: 0 });
    await ui.inDialog(/^Add Amara Dahl \(/).waitFor();
    await ui.dialog.getByText('Amara Bianchi').waitFor();
    await ui.dialog.getByText('Added').waitFor();
    await failing(page, 'customers.join', async () => {
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
    const [first, second, third] = await control.accounts('amara');
    const list = `Bianchi, Amara <${first}>; "Dahl, Amara" <${second}>; ${third}\nnobody@customers.example; broken@`;
    await ui.open('organizations/4');
    await ui.button('Add customers').click();
    await find(list);
    await ui.dialog.getByText('5 people: 3 found, 1 not found, 1 not readable.').waitFor();
    await ui.inDialog(/^Leave out .*nobody@/).click();
    await ui.inDialog('Add 3 customers').click();
    await soon(() => ui.dialog.getByText('Added', { exact: true }).count(), 3);
    await ui.dialog.getByText('4 people: 1 not readable, 3 added.').waitFor();
    await ui.flag('3 customers added').waitFor();
    await ui.inDialog('Done').click();
  });
});
