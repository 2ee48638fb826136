import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import type { OrganizationName } from '../../src/contract/customers';
import { profileResolvers } from '../../src/contract/profile';
import { altered, held, outage } from '../support/between';
import { type BrowserSession, openBrowser } from '../support/browser';
import { failing } from '../support/failing';
import { IssuePage } from '../support/issue-page';
import { pressOn } from '../support/keyboard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  session = await openBrowser();
  page = await session.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  issue = new IssuePage(page, session.url);
});
afterAll(() => session.close());

/** The issue of the demo site whose customer is in three organizations: sandbox/csm/demo/issues.ts. */
const FULL = 'CARE-1';
const ORGANIZATION = { id: '4', name: 'Beacon Logistics Inc' };

const fold = (title: string) => issue.context.getByRole('button', { name: `details of ${title}` });
const heldFocus = (of: Locator) => of.and(page.locator(':focus')).waitFor();

/** Opens the issue of a customer who is in these organizations, of which the site tells nothing more. */
const openIn = (organizations: OrganizationName[], during: () => Promise<void>): Promise<void> =>
  altered(
    page,
    'profile.open',
    (data) => {
      const opened = v.parse(profileResolvers['profile.open'].response, data);
      const { reporter } = opened;
      if (reporter?.customer.ok !== true) throw new Error(`${FULL} has no customer.`);
      const customer = { ...reporter.customer, data: { ...reporter.customer.data, organizations } };
      return { ...opened, reporter: { ...reporter, customer } };
    },
    async () => {
      await issue.open(FULL);
      await issue.says('2 other open issues');
      await during();
    },
  );

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

  it('say so where the site leaves out their details', async () => {
    await openIn([{ id: '999999', name: 'Left Out Ltd' }], async () => {
      await issue.unfold('Left Out Ltd');
      await issue.says('Not shown to you.');
    });
  });

  it('say so where their details could not be loaded, alone or with all the rest', async () => {
    const alone = (data: object) => ({ ...data, customer: { entitlements: outage, organizations: outage } });
    await altered(page, 'profile.rest', alone, async () => {
      await issue.open(FULL);
      await issue.unfold(ORGANIZATION.name);
      await issue.says('What the organizations hold could not be loaded');
      await issue.says('Could not be loaded.');
    });
    await failing(page, 'profile.rest', async () => {
      await issue.open(FULL);
      await issue.unfold(ORGANIZATION.name);
      await issue.says('The rest could not be loaded');
      await issue.says('Could not be loaded.');
    });
  });

  it('say so where they are too many for the details of all', async () => {
    const organizations = Array.from({ length: 26 }, (_, index) => ({ id: `${index}`, name: `Branch ${index + 1}.` }));
    await openIn(organizations, async () => {
      await issue.unfold('Branch 25.');
      await issue.says('Not shown to you.');
      await issue.unfold('Branch 26.');
      await issue.says('Details are loaded for the first 25 organizations only.');
    });
  });
});
