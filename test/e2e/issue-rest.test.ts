import type { Locator, Page } from 'playwright-core';
import type { OrganizationName } from '../../src/contract/customers';
import type { ProfileEntitlement } from '../../src/contract/profile/views';
import { altered, held } from '../support/between';
import type { BrowserSession } from '../support/browser';
import type { IssuePage } from '../support/issue-page';
import { pressOn } from '../support/keyboard';
import { openIssues } from '../support/open-issues';
import { entitledTo, entitlement, inDays, memberOf, products } from '../support/profile-answers';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues('ada'));
});
afterAll(() => session.close());

/** The issue of the demo site whose customer is in three organizations: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const ORGANIZATION = { id: '4', name: 'Beacon Logistics Inc' };

const fold = (title: string) => issue.context.getByRole('button', { name: `details of ${title}` });
const heldFocus = (of: Locator) => of.and(page.locator(':focus')).waitFor();

async function shownWith(
  resolver: string,
  alter: (data: unknown) => object,
  during: () => Promise<void>,
): Promise<void> {
  await altered(page, resolver, alter, async () => {
    await issue.open(FULL);
    await issue.says('2 other open issues');
    await during();
  });
}

/** Opens the issue of a customer who is entitled to these. */
const openEntitled = (entitlements: ProfileEntitlement[], during: () => Promise<void>): Promise<void> =>
  shownWith('profile.rest', entitledTo(entitlements), during);

/** Opens the issue of a customer who is in these organizations, of which the site tells nothing more. */
const openIn = (organizations: OrganizationName[], during: () => Promise<void>): Promise<void> =>
  shownWith('profile.open', memberOf(organizations), during);

describe('the organizations of the customer', () => {
  it('can be unfolded before their details are there, and keep their place and the focus when those come', async () => {
    await held(page, 'profile.rest', async (release) => {
      await issue.open(FULL);
      const name = issue.context.getByText(ORGANIZATION.name, { exact: true });
      await pressOn(page, fold(ORGANIZATION.name));
      await issue.says(`Loading the details of ${ORGANIZATION.name}`);
      const place = await name.boundingBox();
      release();
      await issue.says('Industry');
      await soon(() => name.boundingBox(), place);
      await heldFocus(fold(ORGANIZATION.name));
    });
  });
});

describe('what the customer is entitled to', () => {
  const ended = { endsOn: inDays(-20) };

  it('is shown whole and short again by the keyboard, which stays where it is', async () => {
    await openEntitled(products(10), async () => {
      await pressOn(page, issue.button('Show 2 more products'));
      await fold('Product 10').waitFor();
      await heldFocus(issue.button('Show fewer products'));
      await page.keyboard.press('Enter');
      await fold('Product 10').waitFor({ state: 'detached' });
      await heldFocus(issue.button('Show 2 more products'));
    });
  });

  it.each([1280, 320])('keeps each badge with its product, however long the name is: %i px', async (width) => {
    const long = 'Product for warehouses, refrigerated goods and their transport, enterprise edition';
    await page.setViewportSize({ width, height: 900 });
    await openEntitled([entitlement(long, ended), entitlement('Widget')], async () => {
      const box = async (words: string) => {
        const found = await issue.context.getByText(words, { exact: true }).boundingBox();
        if (found === null) throw new Error(`“${words}” is not seen.`);
        return { left: found.x, top: found.y, bottom: found.y + found.height };
      };
      await fold(`${long} Ended 20 days ago`).waitFor();
      const badge = await box('Ended 20 days ago');
      const own = await box(long);
      const next = await box('Widget');
      expect(Math.abs(badge.left - own.left)).toBeLessThan(10);
      expect(next.top - badge.bottom).toBeGreaterThan(2 * (badge.top - own.bottom));
    });
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe('names that are written from right to left', () => {
  /** Where a part of a text begins on the screen, in px from the left. */
  const leftOf = (text: Locator, part: string): Promise<number> =>
    text.evaluate((element, wanted) => {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (!node || at < 0) throw new Error(`“${wanted}” is not in “${element.textContent}”.`);
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return range.getBoundingClientRect().left;
    }, part);

  it('end where they end for who reads them, in the words around them', async () => {
    await openIn([{ ...ORGANIZATION, name: 'חברה!' }], async () => {
      const heading = issue.context.getByText(/^Inherited from .*חברה/);
      expect(await leftOf(heading, '!')).toBeLessThan(await leftOf(heading, 'ח'));
    });
  });

  it('follow one another as the list does', async () => {
    const fields = { details: [], absent: ['אזור', 'דרגה'] };
    await openEntitled([entitlement('Widget', { fields })], async () => {
      await issue.unfold('Widget');
      const list = issue.context.getByText(/^Not visible to you, or no longer a field/);
      expect(await leftOf(list, 'אזור')).toBeLessThan(await leftOf(list, 'דרגה'));
    });
  });
});
