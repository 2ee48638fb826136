import type { Page } from 'playwright-core';
import { openBrowser, type BrowserSession } from '../support/browser';

jest.setTimeout(120_000);

describe('forms in the sandbox host', () => {
  let session: BrowserSession;
  let page: Page;
  const opener = () => page.getByRole('button', { name: 'Open the form' });
  const form = () => page.getByRole('dialog');

  beforeAll(async () => {
    session = await openBrowser(['--manifest', 'test/support/fixtures/gallery/manifest.yml']);
  }, 90_000);
  beforeEach(async () => {
    page = await session.newPage();
    await page.goto(`${session.url}jira/settings/apps/csm-console/forms`);
    await page.getByText('Said nothing').waitFor();
  });
  afterEach(() => page.close());
  afterAll(() => session.close());

  it('close a menu with Escape before the modal around it, and give the focus back to what opened it', async () => {
    await opener().focus();
    await page.keyboard.press('Enter');
    await form().getByLabel('Kind').click();
    const menu = page.getByRole('option', { name: 'Option 39' });
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await form().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Open the form');
  });

  it('say what is missing, and give the app what was entered of every kind', async () => {
    await opener().click();
    await form().getByRole('button', { name: 'Save' }).click();
    await form().getByText('A title is needed.').waitFor();
    await form().getByLabel('Title').pressSequentially('Quick brown');
    await form().getByLabel('Notes').pressSequentially('Fox');
    await form().getByRole('checkbox', { name: 'Option 1' }).check({ force: true });
    await form().getByRole('radio', { name: 'Option 2' }).check({ force: true });
    await form().getByLabel('Kind').click();
    await page.getByRole('option', { name: 'Option 7' }).click();
    await form().getByRole('button', { name: 'Save' }).click();
    await form().waitFor({ state: 'detached' });
    const said = await page.getByText(/^Said /).innerText();
    expect(JSON.parse(said.slice('Said '.length))).toMatchObject({
      title: 'Quick brown',
      notes: 'Fox',
      several: ['o1'],
      size: 'o2',
      kind: { value: 'o7' },
    });
  });

  it('ask the app for options as one types, and take several', async () => {
    const search = page.getByLabel('Search');
    for (const name of ['ada', 'bob']) {
      await search.pressSequentially(name);
      await page.getByRole('option', { name: `${name} 1` }).click();
    }
    await page.getByText('Said ada 1, bob 1').waitFor();
  });

  it('edit a value in its place', async () => {
    await page.getByText('Ada', { exact: true }).click();
    const input = page.locator('input[value="Ada"]');
    await input.fill('Grace');
    // On Forge, too, what is confirmed is what the app knows by then.
    await page.getByText('The app knows Grace').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Said owner Grace').waitFor();
    await page.getByText('Grace', { exact: true }).waitFor();
  });
});
