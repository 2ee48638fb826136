import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { hindrances } from '../support/axe';
import { type BrowserSession, openBrowser } from '../support/browser';
import { RESULTS } from '../support/stage/results';
import { testListeners } from '../support/stage/test-events';
import { words } from '../support/words';

jest.setTimeout(120_000);

const CALL = /\/invoke$/;

/** Opens a page whose calls are up to the test, and waits until one of them is on its way. */
async function pageThatCalls(session: BrowserSession): Promise<{ page: Page; call: Route }> {
  const page = await session.newPage();
  const called = new Promise<Route>((resolve) => void page.route(CALL, (route) => resolve(route)));
  await page.goto(`${session.url}jira/settings/apps/csm-console/products`);
  return { page, call: await called };
}

/** What the browser does to a call in a moment that is never quite the same. */
async function giveUp(page: Page, call: Route): Promise<void> {
  const told = page.waitForEvent('console', (message) => message.text().includes('Failed to fetch'));
  await call.abort('aborted');
  await told;
}

// What is left here is no result of the run.
afterAll(async () => {
  for (const folder of ['stage-at-the-end', 'stage-a-test-that-failed'])
    await rm(join(RESULTS, folder), { recursive: true, force: true });
});

describe('a call that was on its way', () => {
  it('is no fault where its page went meanwhile', async () => {
    const session = await openBrowser();
    const { page, call } = await pageThatCalls(session);
    await page.route('**/issues/', async (route) => {
      await giveUp(page, call);
      await route.continue();
    });
    await page.goto(`${session.url}issues/`);
    await session.close();
  });

  it('is no fault where that is told only once the next page is there, but once for each call', async () => {
    const session = await openBrowser();
    const { page } = await pageThatCalls(session);
    await page.goto(`${session.url}issues/`);
    await page.evaluate(() => console.error('Bridge: invoke: Failed to fetch'));
    await session.close();
    const other = await openBrowser();
    const { page: next } = await pageThatCalls(other);
    await next.goto(`${other.url}issues/`);
    await next.evaluate(() => {
      for (let told = 0; told < 20; told += 1) console.error('Bridge: invoke: Failed to fetch');
    });
    await expect(other.close()).rejects.toThrow(/Failed to fetch/);
  });

  it('is a fault where there was nobody to answer', async () => {
    const session = await openBrowser();
    const { page, call } = await pageThatCalls(session);
    const told = page.waitForEvent('console', (message) => message.text().includes('Failed to fetch'));
    await call.abort('connectionrefused');
    await told;
    await page.close();
    await expect(session.close()).rejects.toThrow(/Failed to fetch[^]*net::ERR_CONNECTION_REFUSED POST .*\/invoke/);
  });

  it('excuses nothing else that the page reported', async () => {
    const session = await openBrowser();
    const { page } = await pageThatCalls(session);
    await page.evaluate(() => {
      console.error('A fault of the page');
      setTimeout(() => {
        throw new Error('Not caught');
      });
    });
    await page.goto(`${session.url}issues/`);
    await expect(session.close()).rejects.toThrow(/A fault of the page\nNot caught/);
  });
});

describe('a test that fails', () => {
  it('leaves a picture of each page, what it said and asked for, and a trace', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const session = await openBrowser();
    const page = await session.newPage();
    await page.goto(`${session.url}issues/`);
    await page.evaluate(() => console.log('Said before the end'));
    for (const listener of testListeners()) await listener.fails('stage: a test that FAILED');
    await session.close();
    const folder = join(RESULTS, 'stage-a-test-that-failed');
    expect(said).toHaveBeenCalledWith('What the pages showed is in test-results/stage-a-test-that-failed.');
    expect((await readdir(folder)).sort()).toEqual(['page-1.png', 'page-1.txt', 'trace.zip']);
    const text = await readFile(join(folder, 'page-1.txt'), 'utf8');
    expect(text).toMatch(/log: Said before the end[^]*200 GET .*\/issues\//);
    said.mockRestore();
  });
});

describe('what hinders people', () => {
  it('is found in the dark theme, too', async () => {
    const session = await openBrowser();
    const page = await session.newPage();
    await page.goto(`${session.url}issues/`);
    await page.locator('main table').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await page
      .locator('main')
      .evaluate((main) => main.insertAdjacentHTML('beforeend', '<p style="color:#000">Black</p>'));
    expect(await hindrances(page)).toEqual([words(/^in the dark: color-contrast: .*Black/)]);
    await session.close();
  });
});
