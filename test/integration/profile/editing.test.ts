import { type IssueSite, contentOf, demo, issueSite } from '../../support/issue-site';

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('editing a customer on an issue', () => {
  it('changes one field of the reporter, and of somebody who takes part', async () => {
    const { person } = await site.opened(site.gil, demo.full);
    const change = { issueKey: demo.full, customerId: person.id, field: 'Tier', values: ['Gold'] };
    const tier = contentOf(await site.opened(site.gil, demo.full)).fields.details.find(({ name }) => name === 'Tier');
    expect(await site.settle(site.gil('profile.set', { ...change, seen: tier?.values ?? [] }))).toEqual({
      values: ['Gold'],
    });
    const { people } = await site.settle(site.gil('profile.menu', { issueKey: demo.full }));
    const view = await site.settle(
      site.gil('profile.person', { pass: people.ok ? (people.data.people[1]?.pass ?? '') : '' }),
    );
    const seats = contentOf(view).fields.details.find(({ name }) => name === 'Seats')?.values ?? [];
    const other = { issueKey: demo.full, customerId: view.person.id, field: 'Seats', values: ['7'], seen: seats };
    expect(await site.settle(site.gil('profile.set', other))).toEqual({ values: ['7'] });
  });

  it('is refused for somebody who is not on the issue, before the site hears of them', async () => {
    const { person } = await site.opened(site.gil, demo.bare);
    const before = site.requests().length;
    const change = { issueKey: demo.full, customerId: person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({ error: { code: 'INVALID' } });
    expect(
      site
        .requests()
        .slice(before)
        .every(({ path }) => !path.includes('/jsm/csm')),
    ).toBe(true);
  });

  it('tells of a change by somebody else instead of overwriting it', async () => {
    const { person } = await site.opened(site.gil, demo.full);
    const change = { issueKey: demo.full, customerId: person.id, field: 'VIP', values: ['false'], seen: [] };
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'CONFLICT', present: ['true'] },
    });
  });

  it('is refused by the site for a field that the person may not edit, in its own words', async () => {
    const { person } = await site.opened(site.gil, demo.bare);
    const change = { issueKey: demo.bare, customerId: person.id, field: 'Legacy ID', values: ['x'], seen: [] };
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'SITE_FORBIDDEN', message: /Legacy ID/ },
    });
  });

  it('is refused for a field that administrators keep from being edited here, whatever the page says', async () => {
    await site.decide({ customer: [{ name: 'Tier', isShown: true, isReadOnly: true }] });
    const view = await site.opened(site.gil, demo.bare);
    expect(contentOf(view).readOnly).toEqual(['Tier']);
    const change = { issueKey: demo.bare, customerId: view.person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'INVALID', message: /Tier/ },
    });
  });

  it('is refused for a field that administrators hide here, of which the page shows nothing', async () => {
    await site.decide({ customer: [{ name: 'Tier', isShown: false, isReadOnly: false }] });
    const view = await site.opened(site.gil, demo.bare);
    const change = { issueKey: demo.bare, customerId: view.person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await site.refusalOf(site.gil('profile.set', change))).toMatchObject({
      error: { code: 'INVALID', message: /“Tier” is not shown on issues/ },
    });
    expect(site.requests().some(({ method }) => method === 'PUT')).toBe(false);
  });
});
