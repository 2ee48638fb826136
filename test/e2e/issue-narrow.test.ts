import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { personViewSchema, profileEntitlementSchema } from '../../src/contract/profile/views';
import { altered, held } from '../support/between';
import type { BrowserSession } from '../support/browser';
import type { IssuePage } from '../support/issue-page';
import { openIssues } from '../support/open-issues';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

let session: BrowserSession;
let page: Page;
let issue: IssuePage;

beforeAll(async () => {
  ({ session, page, issue } = await openIssues());
  await page.setViewportSize(NARROW);
});
afterAll(() => session.close());

/** Leaves the profile the 250 px that it has in Jira where the right column is as narrow as it gets. */
const NARROW = { width: 316, height: 900 };

const FULL = 'CARE-1';

const openedSchema = v.looseObject({ reporter: personViewSchema });
type Reporter = v.InferOutput<typeof personViewSchema>;

/** Puts something else into what is said of the reporter. */
const saying = (change: (reporter: Reporter) => void) => (data: object) => {
  const opened = v.parse(openedSchema, data);
  change(opened.reporter);
  return opened;
};

/** Opens the issue with something else in what it says of its reporter. */
const openWith = (change: (reporter: Reporter) => void): Promise<void> =>
  altered(page, 'profile.open', saying(change), async () => {
    await issue.open(FULL);
    await issue.says('2 other open issues');
  });

const DAY_MS = 86_400_000;
const restViewSchema = v.looseObject({
  customer: v.looseObject({ entitlements: v.looseObject({ data: v.array(profileEntitlementSchema) }) }),
});

/** The rest of a profile, where two products have ended and one ends soon. */
function withEnds(data: object): object {
  const rest = v.parse(restViewSchema, data);
  for (const [index, days] of [-20, -5, 12].entries()) {
    const entitlement = rest.customer.entitlements.data[index];
    if (entitlement === undefined) throw new Error('The customer has too few products.');
    entitlement.endsOn = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  }
  return rest;
}

/** What the site keeps of the reporter. */
function contentOf({ customer }: Reporter) {
  if (!customer.ok || customer.data === null) throw new Error('The reporter is no customer.');
  return customer.data;
}

/** The widest that anything of the profile reaches beyond its column, in px. */
const beyond = (): Promise<number> =>
  issue.context.evaluate((section) => {
    const { paddingRight, borderRightWidth } = getComputedStyle(section);
    const end = section.getBoundingClientRect().right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
    const ends = [...section.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right);
    return Math.max(0, Math.ceil(Math.max(...ends) - end));
  });

/** How far below the top of the profile a text stands, in px. */
const topOf = async (text: string): Promise<number> => {
  const [around, at] = await Promise.all([
    issue.context.boundingBox(),
    issue.context.getByText(text, { exact: true }).boundingBox(),
  ]);
  return (at?.y ?? 0) - (around?.y ?? 0);
};

/** Whether the end of a text is cut off. */
const isCut = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);

describe('the profile in a narrow column', () => {
  it.each(['Dr. Alexandra Konstantinopoulou', 'Maximiliane Schwarzenbergerhohen', 'W'.repeat(60)])(
    'keeps the way to the others of the issue within it: %s',
    async (name) => {
      await openWith((reporter) => {
        contentOf(reporter).name = name;
      });
      await issue.button('People').waitFor();
      await soon(beyond, 0);
    },
  );

  it('tells options apart that begin alike', async () => {
    const options = ['Notices about maintenance of the cloud', 'Notices about maintenance of the server'];
    await openWith((reporter) => {
      contentOf(reporter).fields.details = [{ name: 'Interests', type: 'MULTISELECT', options, values: options }];
    });
    for (const option of options) await soon(() => isCut(issue.context.getByText(option, { exact: true })), false);
    await soon(beyond, 0);
  });

  it('breaks no usual word of the name of a field', async () => {
    await openWith((reporter) => {
      contentOf(reporter).fields.details = ['Tier', 'Manufacturer', 'Qualification'].map((name) => ({
        name,
        type: 'TEXT',
        options: [],
        values: ['Gold'],
      }));
    });
    const heightOf = (name: string) =>
      issue.context.getByText(name, { exact: true }).evaluate((text) => text.getBoundingClientRect().height);
    const oneLine = await heightOf('Tier');
    for (const name of ['Manufacturer', 'Qualification']) await soon(() => heightOf(name), oneLine);
    await soon(beyond, 0);
  });

  it('names the first of many empty fields, and says how many more there are', async () => {
    await openWith((reporter) => {
      contentOf(reporter).fields.details = Array.from({ length: 60 }, (_, index) => ({
        name: `Preferred ${index}`,
        type: 'TEXT',
        options: [],
        values: index === 0 ? ['Gold'] : [],
      }));
    });
    const names = issue.context.getByText(/^Preferred 1, Preferred 2, .*Preferred 8 and 51 more$/);
    await names.waitFor();
    await soon(() => isCut(names), false);
  });

  it('says at its top what has ended, where that can be known, and moves nothing once it has come', async () => {
    const knowing = (reporter: Reporter) => {
      contentOf(reporter).knowsEnds = true;
    };
    let rest: object = {};
    const take = (data: object) => (rest = data);
    await altered(page, 'profile.rest', take, () => openWith(knowing));
    await issue.says('No known end date');
    await altered(page, 'profile.open', saying(knowing), () =>
      held(page, 'profile.rest', async (release) => {
        await issue.open(FULL);
        await issue.says('Region');
        const before = await topOf('Region');
        release({ ok: true, data: withEnds(rest) });
        await issue.says('2 products ended');
        await issue.says('1 ends soon');
        await soon(() => topOf('Region'), before);
      }),
    );
    await soon(beyond, 0);
  });
});
