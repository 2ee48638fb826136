import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';

jest.setTimeout(120_000);

const csv = (...lines: string[]): string => ['E-mail,Full name,Region', ...lines].join('\r\n');
const first = csv('ada@undo.example,Ada,EU', 'bob@undo.example,Bob,EU');
const second = csv('ada@undo.example,Ada,US', 'bob@undo.example,Bob,EU', 'eve@undo.example,Eve,EU');

let session: BrowserSession;
let page: Page;
let wizard: ImportWizard;

beforeAll(async () => {
  session = await openBrowser(['--task-speed', '20']);
});
afterAll(() => session.close());
beforeEach(async () => {
  page = await session.newPage();
  wizard = new ImportWizard(page);
});
afterEach(() => page.close());

const done = (words = 'Done') =>
  sandboxControl(session.url).quickened(page.getByText(words, { exact: true }).waitFor());

describe('an import of a file that was imported before', () => {
  const checked = async (content: string): Promise<void> => {
    await wizard.open(session.url);
    await wizard.choose('undo.csv', content);
    await wizard.check();
  };
  it('sends what has changed alone, and is undone', async () => {
    await checked(first);
    await wizard.start(2);
    await done();

    await checked(second);
    await wizard.button('Compare with your site').click();
    for (const words of ['1 customer is new.', '1 customer changes.', '1 customer stays the same.'])
      await page.getByText(words, { exact: true }).waitFor();
    await page.getByRole('table', { name: 'What changes' }).getByText('US').waitFor();
    await wizard.button('Continue to start').click();
    await page.getByRole('checkbox', { name: 'Don’t send 1 unchanged row' }).waitFor();
    await page.getByRole('checkbox', { name: 'Keep what was there' }).waitFor();
    await wizard.button('Import 2 customers').click();
    await page.waitForURL(/imports\/(?!new)[^/]+$/);
    await done();

    await wizard.button('Undo import').click();
    const modal = page.getByRole('dialog');
    await modal.getByText('1 customer gets back what they had.', { exact: true }).waitFor();
    await modal.getByRole('listitem').getByText('1 customer is deleted, as the import created them.').waitFor();
    await modal.getByLabel('Type 1 to confirm').fill('1');
    await modal.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('Undoes').waitFor();
    await done();

    await checked(second);
    await wizard.button('Compare with your site').click();
    await page.getByText('1 customer is new.', { exact: true }).waitFor();
    await page.getByText('1 customer changes.', { exact: true }).waitFor();
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });
});

describe('an import of entitlements', () => {
  const emails = ['ada@granted.example', 'bob@granted.example'];

  it('is undone: what it granted is revoked, and what it revoked is granted again', async () => {
    for (const email of emails) await siteApi(session.url)('POST', 'customer', { email, displayName: 'Kim Example' });
    const granted = emails.map((email) => `${email},Data Residency,Standard`);
    await wizard.openKind(session.url, 'Entitlements:');
    await wizard.choose('granted.csv', ['Email,Product,Plan', ...granted].join('\n'));
    await wizard.check();
    await wizard.button('Continue to start').click();
    await page.getByText('Your site is asked for each row before it’s sent: up to 2 more requests.').waitFor();
    await wizard.button('Grant 2 entitlements').click();
    await page.waitForURL(/imports\/(?!new)[^/]+$/);
    await done();
    const path = new URL(page.url()).pathname;

    await revoke(emails[0] ?? '');
    await undo('1 entitlement that the import revoked is granted again with the values it had. Its ID is new.', null);

    await page.goto(new URL(path, session.url).href);
    await undo('1 entitlement that the import granted is revoked.', '1', /^Your site doesn’t show the entitlement\./);
    expect(await sandboxControl(session.url).violations()).toEqual([]);
  });

  async function revoke(email: string): Promise<void> {
    await wizard.openKind(session.url, 'Entitlements:', 'Revoke:');
    await wizard.choose('revoked.csv', `Email,Product\n${email},Data Residency`);
    await wizard.check();
    await wizard.button('Continue to start').click();
    await page.getByText('Undoing it grants the products again with the values they had').waitFor();
    expect(await page.getByText('You can’t undo this', { exact: true }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Keep what was there' }).uncheck();
    await page.getByText('You can’t undo this', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Keep what was there' }).check();
    await page.getByLabel('Type 1 to confirm').fill('1');
    await wizard.button('Revoke 1 entitlement').click();
    await page.waitForURL(/imports\/(?!new)[^/]+$/);
    await done();
  }

  /** Undoes the import whose page is open, and waits for the end. */
  async function undo(line: string, typed: string | null, left?: RegExp): Promise<void> {
    await wizard.button('Undo import').click();
    const modal = page.getByRole('dialog');
    await modal.getByRole('listitem').getByText(line, { exact: true }).waitFor();
    if (left) await modal.getByRole('listitem').getByText(left).waitFor();
    if (typed !== null) await modal.getByLabel(`Type ${typed} to confirm`).fill(typed);
    await modal.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('Undoes').waitFor();
    await done(left ? 'Done, some left out' : 'Done');
  }
});
