import { type IssueSite, answer, changeOf, demo, issueSite } from '../../support/issue-site';
import { words } from '../../support/words';

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('what cannot be shown', () => {
  it('is a reporter where the issue names none', async () => {
    expect(await site.settle(site.gil('profile.open', { issueKey: demo.anonymous }))).toEqual({
      issueKey: demo.anonymous,
      reporter: null,
    });
    expect(site.requests()).toHaveLength(1);
  });

  it.each([
    ['a colleague who is no customer', demo.colleague, true],
    ['a customer whose account was deleted', demo.deleted, false],
  ])('is what the site keeps of %s; their other issues are shown all the same', async (_, issueKey, isActive) => {
    const view = await site.opened(site.gil, issueKey);
    expect(view).toMatchObject({ person: { isActive }, customer: { ok: true, data: null } });
    const rest = await site.settle(site.gil('profile.rest', { proof: view.proof }));
    expect(rest).toMatchObject({ customer: null, issues: { ok: true } });
    expect(site.requests()).toHaveLength(3);
  });

  it('is an e-mail address that its owner hides', async () => {
    expect((await site.opened(site.gil, demo.hiddenEmail)).person.email).toBeNull();
  });

  it('is a customer that the site keeps from somebody who sees the issue: name and issues are shown', async () => {
    site.refuse((path) => (path.includes('/jsm/csm/') ? answer(403, 'Agents only.') : null));
    const view = await site.opened(site.gil, demo.full);
    expect(view.person.name).not.toBe('');
    expect(view.customer).toMatchObject({
      ok: false,
      error: { code: 'SITE_FORBIDDEN', message: words(/Agents only/) },
    });
    const rest = await site.settle(site.gil('profile.rest', { proof: view.proof }));
    expect(rest).toMatchObject({ customer: { entitlements: { ok: false } }, issues: { ok: true } });
  });

  it.each([
    ['/entitlement', { entitlements: { ok: false }, organizations: { ok: true } }, { ok: true }],
    ['/organization/profile', { entitlements: { ok: true }, organizations: { ok: false } }, { ok: true }],
    ['/search/jql', { entitlements: { ok: true }, organizations: { ok: true } }, { ok: false }],
  ])('is one part alone where the site fails at %s', async (part, customer, issues) => {
    const { proof } = await site.opened(site.gil, demo.full);
    site.refuse((path) => (path.includes(part) ? answer(503, 'Down for maintenance.') : null));
    expect(await site.settle(site.gil('profile.rest', { proof }))).toMatchObject({ customer, issues });
  });

  it('is who else takes part, and not the way back to the reporter', async () => {
    site.refuse((path) => (path.includes('/participant') ? answer(503, 'Down for maintenance.') : null));
    const { reporter, participants } = await site.settle(site.gil('profile.menu', { issueKey: demo.full }));
    expect(participants).toMatchObject({ ok: false, error: { code: 'SITE_UNAVAILABLE' } });
    const view = await site.settle(site.gil('profile.person', { pass: reporter?.pass ?? '' }));
    expect(view.person.name).toBe(reporter?.name);
  });

  it('is nothing on a site that is slow all the time, each of whose calls is answered after all', async () => {
    site.sandbox.site.faults.latencyMs = 6_000;
    const view = await site.opened(site.gil, demo.full);
    expect(await site.settle(site.gil('profile.rest', { proof: view.proof }))).toMatchObject({
      customer: { entitlements: { ok: true }, organizations: { ok: true } },
      issues: { ok: true },
    });
    expect(await site.settle(site.gil('profile.set', changeOf(demo.full, view, 'VIP', ['false'])))).toEqual({
      values: ['false'],
    });
  });

  it.each([
    ['is down', { down: true }],
    ['does not answer', { failRate: 1, failureKinds: ['hang'] as const }],
  ])('is anything while the site %s, and that is said within the run time of a resolver', async (_, faults) => {
    Object.assign(site.sandbox.site.faults, faults);
    const started = site.sandbox.clock.now();
    expect(await site.refusalOf(site.gil('profile.open', { issueKey: demo.full }))).toMatchObject({
      error: { code: 'SITE_UNAVAILABLE' },
    });
    expect(site.sandbox.clock.now() - started).toBeLessThan(12_000);
  });
});
