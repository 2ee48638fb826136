import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { hindrances } from '../support/axe';
import { openBrowser, type BrowserSession } from '../support/browser';
import { soon } from '../support/soon';
import { words } from '../support/words';

jest.setTimeout(120_000);

const BASE = 'jira/settings/apps/csm-console';

describe('the sandbox host', () => {
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    session = await openBrowser(['--manifest', 'test/support/fixtures/gallery/manifest.yml']);
  }, 90_000);

  beforeEach(async () => {
    page = await session.newPage();
    await page.goto(session.url);
    await page.getByRole('heading', { name: 'Page /layout', exact: true }).waitFor();
  });

  afterEach(() => page.close());

  afterAll(() => session.close(/Content Security Policy|inline script/));

  it('shows the pages of the manifest and follows the sidebar, Back and the app', async () => {
    await page.getByRole('link', { name: 'Data' }).click();
    await page.getByRole('heading', { name: 'Page /data', exact: true }).waitFor();
    expect(page.url()).toBe(`${session.url}${BASE}/data`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Page /layout', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Go to inputs' }).click();
    await page.getByRole('heading', { name: 'Page /inputs', exact: true }).waitFor();
    expect(page.url()).toBe(`${session.url}${BASE}/inputs?x=1`);
    expect(await page.getByRole('link', { name: 'Inputs' }).getAttribute('aria-current')).toBe('page');
  });

  it('ends with what to do when its port is taken', async () => {
    const { port } = new URL(session.url);
    const start = promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'sandbox/main.ts',
      '--as-built',
      '--port',
      port,
    ]);
    await expect(start).rejects.toMatchObject({ code: 1, stderr: words(/^Port \d+ is in use/) });
  });

  it('opens a page by its address', async () => {
    await page.goto(`${session.url}${BASE}/inputs`);
    await page.getByRole('heading', { name: 'Page /inputs', exact: true }).waitFor();
  });

  it('runs the handlers of the app', async () => {
    await page.getByRole('button', { name: 'Count 0' }).click();
    await page.getByRole('button', { name: 'Count 1' }).waitFor();
  });

  it('keeps what is typed faster than the app answers', async () => {
    await page.goto(`${session.url}${BASE}/inputs`);
    const name = page.getByLabel('Name');
    await name.pressSequentially('Ada Byron, Countess of Lovelace');
    await soon(() => name.inputValue(), 'Ada Byron, Countess of Lovelace');
    await page.getByText('Hello Ada Byron, Countess of Lovelace').waitFor();
  });

  it('switches the theme', async () => {
    await page.getByLabel('Theme').selectOption('dark');
    await page.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark');
  });

  it('switches the user, and starts the app again for them', async () => {
    await page.getByRole('button', { name: 'Count 0' }).click();
    await page.getByLabel('Signed in as').selectOption({ label: 'Gil Agent (agent)' });
    await page.getByRole('button', { name: 'Count 0' }).waitFor();
  });

  it('draws every chart in its size, and tells its data as a table', async () => {
    await page.goto(`${session.url}${BASE}/charts`);
    await page.getByLabel('Theme').selectOption('auto');
    const chart = (title: string) => page.getByRole('figure', { name: title, exact: true });
    const cells = (title: string) => chart(title).getByRole('row').allInnerTexts();
    await chart('Donut').waitFor();
    expect(await cells('Stacks')).toEqual(['\tNew\tChanged', 'Mon\t40\t12', 'Tue\t0\t31', 'Wed\t7\t-4']);
    expect(await cells('Bars')).toEqual(['\tValue', 'Mon\t1,200', 'Tue\t950', 'Wed\t1,810']);
    expect(await cells('Pie')).toEqual(['\tValue', 'Succeeded\t90', 'Failed\t10']);
    for (const title of ['Lines', 'Bars', 'Stacks', 'Lying bars', 'Lying stacks', 'Pie', 'Donut']) {
      const drawing = await chart(title).getByRole('img').boundingBox();
      expect(drawing).toMatchObject({ height: 160, ...(title === 'Lying stacks' ? { width: 400 } : {}) });
    }
    // The tallest stack of three ends where the sum of its values is on the axis.
    const tops = await chart('Stacks')
      .locator('rect')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('y'), one.getAttribute('height')].map(Number)));
    const [[, tallest = 0] = [], [, second = 0] = []] = tops;
    expect(second / tallest).toBeCloseTo(12 / 40);
    expect(await chart('Pie').locator('path').count()).toBe(2);
    await chart('Nothing').getByText('No data').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  it('serves a static resource under the policy of Forge, which refuses its inline script', async () => {
    await page.goto(`${session.url}${BASE}/frame`);
    const frame = page.frameLocator('iframe[title="frame"]');
    await frame.getByText('Listening').waitFor();
    expect(await frame.locator('html').getAttribute('data-inline')).toBeNull();
    expect(await frame.locator('html').getAttribute('data-theme')).toContain('light');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The frame answered {"n":1}').waitFor();
  });

  it('refuses another origin, another host, and a body that is not what it asks for', async () => {
    const clock = `${session.url}_sandbox/clock`;
    const post = (headers: Record<string, string>, body: string) => fetch(clock, { method: 'POST', headers, body });
    expect((await post({ origin: 'http://evil.example' }, '{"advance":1}')).status).toBe(403);
    const wrong = await post({}, '{"advance":"soon"}');
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ error: expect.stringContaining('advance') as string });
    expect((await post({}, '{"advance":60000}')).status).toBe(200);
    expect(await statusFor(`${session.url}_sandbox/state`, 'evil.example')).toBe(403);
    expect((await fetch(`${session.url}jira/%zz`)).status).toBe(400);
  });

  it('answers the API of the site over plain HTTP, to the user who is named', async () => {
    const products = `${session.url}jsm/csm/api/v1/product`;
    expect((await fetch(products)).status).toBe(401);
    const answer = await fetch(products, {
      headers: { authorization: 'Bearer ada', 'x-experimentalapi': 'opt-in' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('results');
    const me = await fetch(`${session.url}rest/api/3/myself`, { headers: { authorization: 'Bearer gil' } });
    expect(await me.json()).toMatchObject({ displayName: 'Gil Agent' });
  });

  it('refuses what the API of the site does not have in the words of that API', async () => {
    const headers = { authorization: 'Bearer ada' };
    for (const [path, status] of [
      ['jsm/csm/api/v1/customer/%zz', 400],
      ['jsm/csm/api/v2/product', 404],
    ] as const) {
      const answer = await fetch(`${session.url}${path}`, { headers });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ statusCode: status, errorMessage: expect.any(String) as string });
    }
  });

  it('says how many functions it killed', async () => {
    const answer = await fetch(`${session.url}_sandbox/kill`, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([200, { killed: 0 }]);
  });
});

/** `fetch` sets the Host header itself. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject).end();
  });
}
