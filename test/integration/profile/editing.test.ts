import { ADA, consoleOf } from '../../support/console';
import { type IssueSite, changeOf, contentOf, demo, issueSite, othersOf } from '../../support/issue-site';
import { words } from '../../support/words';

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('editing a customer on an issue', () => {
  it('changes one field of the reporter, and of somebody who takes part', async () => {
    const reporter = await site.opened(site.gil, demo.full);
    const tier = changeOf(demo.full, reporter, 'Tier', ['Gold']);
    expect(await site.settle(site.gil('profile.set', tier))).toEqual({ values: ['Gold'] });
    const [other] = othersOf(await site.settle(site.gil('profile.menu', { issueKey: demo.full })));
    const view = await site.settle(site.gil('profile.person', { pass: other?.pass ?? '' }));
    const seats = changeOf(demo.full, view, 'Seats', ['7']);
    expect(await site.settle(site.gil('profile.set', seats))).toEqual({ values: ['7'] });
  });

  it('is refused for somebody who is not on the issue, before the site hears of them', async () => {
    const change = changeOf(demo.full, await site.opened(site.gil, demo.bare), 'Tier', ['Gold']);
    const before = site.requests().length;
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({ error: { code: 'INVALID' } });
    expect(
      site
        .requests()
        .slice(before)
        .every(({ path }) => !path.includes('/jsm/csm')),
    ).toBe(true);
  });

  it('tells of a change by somebody else instead of overwriting it', async () => {
    const change = changeOf(demo.full, await site.opened(site.gil, demo.full), 'VIP', ['false']);
    expect(await site.refusalOf(site.gil('profile.set', { ...change, seen: [] }))).toMatchObject({
      error: { code: 'CONFLICT', present: ['true'] },
    });
  });

  it('is refused by the site for a field that the person may not edit, in its own words', async () => {
    const change = changeOf(demo.bare, await site.opened(site.gil, demo.bare), 'Legacy ID', ['x']);
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'SITE_FORBIDDEN', message: words(/Legacy ID/) },
    });
  });

  it('is refused for a field that administrators keep from being edited here, whatever the page says', async () => {
    await site.decide({ customer: [{ name: 'Tier', isShown: true, isReadOnly: true }] });
    const view = await site.opened(site.gil, demo.bare);
    expect(contentOf(view).readOnly).toEqual(['Tier']);
    const change = changeOf(demo.bare, view, 'Tier', ['Gold']);
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'INVALID', message: words(/Tier/) },
    });
  });

  it('is refused for a field that administrators hide here, of which the page shows nothing', async () => {
    const change = changeOf(demo.bare, await site.opened(site.gil, demo.bare), 'Tier', ['Gold']);
    await site.decide({ customer: [{ name: 'Tier', isShown: false, isReadOnly: false }] });
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'INVALID', message: words(/chose not to show “Tier” on issues/) },
    });
    expect(site.requests().some(({ method }) => method === 'PUT')).toBe(false);
  });
});

describe('what was deleted while it was shown', () => {
  const gone = (message: RegExp) => ({
    error: { code: 'CONFLICT', message: words(message), advice: words(/Reload the customer/) },
  });

  it('is a customer, which a change tells apart from an issue that is hidden', async () => {
    const view = await site.opened(site.gil, demo.full);
    const admin = consoleOf(site.sandbox.platform, ADA);
    await site.settle(admin.call('customers.delete', { id: view.person.id }));
    const change = changeOf(demo.full, view, 'VIP', ['false']);
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject(
      gone(/^This customer no longer exists/),
    );
  });

  it('is a field, or one that was made again with another type', async () => {
    const view = await site.opened(site.gil, demo.full);
    const admin = consoleOf(site.sandbox.platform, ADA);
    const { fields } = await site.settle(admin.call('fields.list', { entity: 'customer' }));
    const tier = fields.find(({ name }) => name === 'Tier');
    if (tier === undefined) throw new Error('The demo site has no field Tier.');
    const change = changeOf(demo.full, view, 'Tier', ['Gold']);
    await site.settle(admin.call('fields.delete', { entity: 'customer', seen: tier }));
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject(gone(/no detail field.*Tier/));
    await site.settle(admin.call('fields.create', { entity: 'customer', name: 'Tier', type: 'TEXT', options: [] }));
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject(gone(/Tier.*now has a different type/));
  });
});
