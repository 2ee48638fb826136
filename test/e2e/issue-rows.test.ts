import type { Locator, Page } from 'playwright-core';
import type { BrowserSession } from '../support/browser';
import { Elsewhere } from '../support/elsewhere';
import { fits } from '../support/fits';
import type { IssuePage } from '../support/issue-page';
import { openIssues } from '../support/open-issues';
import { siteApi } from '../support/site-api';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;
let site: ReturnType<typeof siteApi>;
let elsewhere: Elsewhere;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
  site = siteApi(session.url);
  elsewhere = new Elsewhere(issue, session.url);
});
afterAll(() => session.close());

/** The issue of the demo site whose customer has everything: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';

describe('the row of a value', () => {
  const LONG = 'A name that tells at length what is kept in its field, and needs some lines to do so';
  const ROWS = [
    ['Seats', '429'],
    ['Notes', 'Wants to be called in the morning.'],
    [LONG, 'Something'],
  ] as const;

  beforeAll(async () => {
    await site('POST', 'customer/details', { name: LONG, type: { name: 'TEXT' } });
    await issue.open(FULL);
    for (const [field, text] of ROWS) await elsewhere.set(field, [text]);
  });
  afterAll(() => page.setViewportSize({ width: 1280, height: 900 }));

  async function boxOf(target: Locator) {
    const box = await target.boundingBox();
    if (box === null) throw new Error(`Nothing is shown of ${String(target)}.`);
    return box;
  }

  /** Where a value stands in the profile, and how far below it the list of values ends. */
  async function placeOf(text: string) {
    const [around, { x, y, width, height }, below] = await Promise.all([
      boxOf(issue.context),
      boxOf(issue.context.getByText(text, { exact: true })),
      boxOf(issue.context.getByRole('heading', { name: 'Organizations', exact: true })),
    ]);
    return { x: x - around.x, y: y - around.y, width, height, below: below.y - y };
  }

  it('keeps its pencil within a narrow window beside an option that is too long for it', async () => {
    const option = 'W'.repeat(60);
    await site('POST', 'customer/details', { name: 'Wide', type: { name: 'MULTISELECT', options: [option] } });
    await page.setViewportSize({ width: 320, height: 900 });
    await issue.open(FULL);
    await elsewhere.set('Wide', [option]);
    await issue.open(FULL);
    const [pencil, above] = await Promise.all([boxOf(issue.button('Edit Wide')), boxOf(issue.button('Edit Notes'))]);
    expect(pencil.x).toBe(above.x);
    await fits(page);
  });

  it.each([1280, 320])('lies as it did before its editor was opened: %s px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await issue.open(FULL);
    await issue.says('Helpdesk Cloud');
    for (const [field, text] of ROWS) {
      const before = await placeOf(text);
      await issue.button(`Edit ${field}`).click();
      await issue.button('Cancel').click();
      await issue.focused(`Edit ${field}`);
      await soon(() => placeOf(text), before);
      await page.keyboard.press('Tab');
      await issue.button(`Edit ${field}`).and(page.locator(':not(:focus)')).waitFor();
      await soon(() => placeOf(text), before);
    }
  });
});

describe('a field with a long name', () => {
  it('fits a narrow window while its value is edited', async () => {
    const long = 'W'.repeat(60);
    await site('POST', 'customer/details', { name: long, type: { name: 'TEXT' } });
    await page.setViewportSize({ width: 320, height: 800 });
    await issue.open(FULL);
    await issue.button(`Edit ${long}`).click();
    await issue.context.getByRole('group', { name: `Save or cancel ${long}` }).waitFor();
    await fits(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
