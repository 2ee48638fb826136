import type { Page } from 'playwright-core';
import type { UnreadableJob } from '../../src/contract/jobs';
import { UnreadableHead } from '../../src/jobs/store/damaged';
import { hindrances } from '../support/axe';
import { altered } from '../support/between';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ConsolePage } from '../support/console-page';
import { failing } from '../support/failing';
import { fits } from '../support/fits';

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

const startedBy = { accountId: 'ada', name: 'Ada Admin' };
const named: UnreadableJob = {
  id: 'a',
  state: 'unreadable',
  name: 'Q4 customers.csv',
  startedBy,
  createdAt: Date.now() - 3_600_000,
};
const nameless: UnreadableJob = { id: 'b', state: 'unreadable', name: null, startedBy: null, createdAt: null };
const jobs = [named, nameless];

describe('an import that this version of the app cannot read', () => {
  it('is listed as such, with what can be read of it', async () => {
    await altered(
      page,
      'jobs.list',
      () => ({ jobs, total: 2, queue: [] }),
      async () => {
        await ui.open('imports');
        await ui.button('Q4 customers.csv').waitFor();
        await ui.button('An import').waitFor();
        expect(await page.locator('main').getByText('Can’t be read').count()).toBe(2);
        expect(await hindrances(page)).toEqual([]);
      },
    );
  });

  it('needs attention on the overview, and leaves open whether anything runs', async () => {
    const list = () => ({ jobs, total: 2, queue: [] });
    const inNeed = () => ({ jobs, total: 2, isMoving: false });
    await altered(page, 'jobs.list', list, () =>
      altered(page, 'jobs.attention', inNeed, async () => {
        await ui.open('overview');
        await ui.text('can’t be read by this version of the app').waitFor();
        await ui.text('Nothing is running, as far as this version of the app can tell.').waitFor();
      }),
    );
  });

  it('says on its own page what is not known, and what happens with it', async () => {
    const { code, message, advice = '' } = new UnreadableHead();
    const onPage = async () => {
      await ui.open('imports/a');
      await ui.text('The app can’t read what it stored').waitFor();
      await ui.text(message).waitFor();
      await ui.text(advice).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await fits(page);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await failing(page, 'jobs.get', onPage, { code, message, advice });
  });
});
