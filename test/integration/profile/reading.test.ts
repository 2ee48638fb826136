import { ADA, GIL, NORA } from '../../support/console';
import { type IssueSite, type Profile, changeOf, contentOf, demo, issueSite, othersOf } from '../../support/issue-site';
import { words } from '../../support/words';

const LATENCY_MS = 150;
const QUARTER_MS = 15 * 60 * 1000;

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('the profile of a customer on an issue', () => {
  it('begins with name, e-mail address, detail values and organizations, and goes on with the rest', async () => {
    const view = await site.opened(site.gil, demo.full);
    const { name, fields, organizations } = contentOf(view);
    expect(view.person).toMatchObject({ name, isActive: true });
    expect(view.person.email).toContain('@');
    expect(fields.details.find((field) => field.name === 'VIP')).toMatchObject({ type: 'BOOLEAN', values: ['true'] });
    expect(fields.details.find((field) => field.name === 'Region')?.options).toContain('EU');
    expect(organizations.length).toBeGreaterThanOrEqual(2);

    const { customer, issues } = await site.settle(site.gil('profile.rest', { proof: view.proof }));
    expect(issues).toMatchObject({
      ok: true,
      data: { hasMore: false, issues: [{ key: 'CARE-2' }, { key: 'CARE-3' }] },
    });
    const profiles = customer?.organizations.ok ? customer.organizations.data : [];
    expect(profiles.map(({ id }) => id).sort()).toEqual(organizations.map(({ id }) => id).sort());
    const entitlements = customer?.entitlements.ok ? customer.entitlements.data : [];
    expect(entitlements.filter(({ organizationId }) => organizationId === null).length).toBeGreaterThanOrEqual(3);
    expect(entitlements.every(({ endsOn }) => endsOn === null)).toBe(true);
  });

  it('takes two calls of the site one after the other to its first content, three to all of it, five in all', async () => {
    site.sandbox.site.faults.latencyMs = LATENCY_MS;
    const started = site.sandbox.clock.now();
    const { proof } = await site.opened(site.gil, demo.full);
    expect(site.sandbox.clock.now() - started).toBe(2 * LATENCY_MS);
    await site.settle(site.gil('profile.rest', { proof }));
    expect(site.sandbox.clock.now() - started).toBe(3 * LATENCY_MS);
    expect(site.requests()).toHaveLength(5);
    expect(new Set(site.requests().map(({ actor }) => actor))).toEqual(new Set([GIL]));
  });

  it('takes four calls for somebody else of the issue, once the menu has named them', async () => {
    const menu = await site.settle(site.gil('profile.menu', { issueKey: demo.full }));
    const others = othersOf(menu);
    expect(menu.reporter).not.toBeNull();
    expect(others).toHaveLength(3);
    const before = site.requests().length;
    const view = await site.settle(site.gil('profile.person', { pass: others[0]?.pass ?? '' }));
    await site.settle(site.gil('profile.rest', { proof: view.proof }));
    expect(site.requests().length - before).toBe(4);
    expect(contentOf(view).name).toBe(others[0]?.name);
  });

  it('offers the way into the console to administrators alone', async () => {
    expect((await site.settle(site.ada('profile.menu', { issueKey: demo.full }))).isAdministrator).toBe(true);
    expect((await site.settle(site.gil('profile.menu', { issueKey: demo.full }))).isAdministrator).toBe(false);
  });
});

describe('who sees a customer through an issue', () => {
  it.each([
    ['an agent, an issue for administrators', GIL, demo.confidential],
    ['a guest, any issue', NORA, demo.full],
    ['an administrator, an issue that is not there', ADA, 'CARE-999'],
  ])('is not %s: the site is asked for the issue and nothing else', async (_, accountId, issueKey) => {
    const visitor = site.as(accountId);
    const view = await site.opened(site.ada, demo.full);
    const before = site.requests().length;
    const change = changeOf(issueKey, view, 'VIP', ['false']);
    for (const attempt of [visitor('profile.open', { issueKey }), visitor('profile.set', change)]) {
      expect(await site.refusalOf(attempt)).toMatchObject({
        error: { code: 'NOT_FOUND', message: words(/can’t view/) },
      });
    }
    expect(await site.refusalOf(visitor('profile.menu', { issueKey }))).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const asked = site.requests().slice(before);
    expect(asked.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`)).toEqual(
      asked.map(() => `GET /rest/api/3/issue/${issueKey}`),
    );
  });

  it('is an administrator where only administrators see the issue', async () => {
    expect(contentOf(await site.opened(site.ada, demo.confidential)).name).not.toBe('');
  });

  it('is nobody with a statement that was altered, made for another, made for something else, or is too old', async () => {
    const { proof } = await site.opened(site.gil, demo.full);
    const { reporter } = await site.settle(site.gil('profile.menu', { issueKey: demo.full }));
    const pass = reporter?.pass ?? '';
    const [body = '', signature = ''] = proof.split('.');
    const altered = Buffer.from(body, 'base64url').toString().replace(GIL, NORA);
    const before = site.requests().length;
    const attempts: [Profile, string][] = [
      [site.as(NORA), `${Buffer.from(altered).toString('base64url')}.${signature}`],
      [site.gil, `${body}.${signature.slice(1)}`],
      [site.gil, 'nothing of ours'],
      [site.gil, pass],
      [site.ada, proof],
    ];
    for (const [call, sealed] of attempts) {
      expect(await site.refusalOf(call('profile.rest', { proof: sealed }))).toMatchObject({
        error: { code: 'INVALID' },
      });
    }
    expect(await site.refusalOf(site.gil('profile.person', { pass: proof }))).toMatchObject({
      error: { code: 'INVALID' },
    });
    await site.sandbox.run(QUARTER_MS);
    expect(await site.refusalOf(site.gil('profile.rest', { proof }))).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(site.requests()).toHaveLength(before);
  });
});
