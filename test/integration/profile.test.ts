import type { PersonView } from '../../src/contract/profile/views';
import type { ProfileSettings } from '../../src/contract/profile/settings';
import { type Site, type SiteResponse, createSite } from '../../sandbox/site';
import { ADA, GIL, NORA, consoleOf } from '../support/console';
import { profileOf } from '../support/profile';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

/** The issues of the demo site, by the case that they stand for. */
const FULL = 'CARE-1';
const COLLEAGUE = 'CARE-5';
const ANONYMOUS = 'CARE-6';
const DELETED = 'CARE-7';
const CONFIDENTIAL = 'CARE-8';
const BARE = 'CARE-9';
const HIDDEN_EMAIL = 'CARE-10';

const LATENCY_MS = 150;
const QUARTER_MS = 15 * 60 * 1000;

type Refuse = (path: string) => SiteResponse | null;
const answer = (status: number, errorMessage: string): SiteResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errorMessage, errors: [errorMessage], statusCode: status }),
});

let sandbox: VirtualSandbox<Site>;
let refuse: Refuse;
let ada: ReturnType<typeof profileOf>;
let gil: ReturnType<typeof profileOf>;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  refuse = () => null;
  sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'demo' });
      return { ...site, handle: (request) => Promise.resolve(refuse(request.path) ?? site.handle(request)) };
    },
  });
  ada = profileOf(sandbox.platform, ADA);
  gil = profileOf(sandbox.platform, GIL);
});
afterEach(() => sandbox.close());

const settle = <T>(promise: Promise<T>): Promise<T> => sandbox.settle(promise);
const requests = () => sandbox.site.log.latest();
const refusalOf = (promise: Promise<unknown>) =>
  settle(
    promise.then(
      () => ({ error: null }),
      (error: unknown) => error,
    ),
  );

async function openAs(call: typeof gil, issueKey: string): Promise<PersonView> {
  const { reporter } = await settle(call('profile.open', { issueKey }));
  if (reporter === null) throw new Error(`${issueKey} names no reporter.`);
  return reporter;
}

function contentOf({ customer }: PersonView) {
  if (!customer.ok || customer.data === null) throw new Error('The reporter is no customer.');
  return customer.data;
}

async function decide(part: Partial<ProfileSettings>): Promise<void> {
  const admin = consoleOf(sandbox.platform, ADA);
  const { settings, revision } = await settle(admin.call('profileSettings.get', {}));
  await settle(admin.call('profileSettings.save', { settings: { ...settings, ...part }, over: revision }));
}

describe('the profile of a customer on an issue', () => {
  it('begins with name, e-mail address, detail values and organizations, and goes on with the rest', async () => {
    const view = await openAs(gil, FULL);
    const { name, fields, organizations } = contentOf(view);
    expect(view.person).toMatchObject({ name, isActive: true });
    expect(view.person.email).toContain('@');
    expect(fields.details.find((field) => field.name === 'VIP')).toMatchObject({ type: 'BOOLEAN', values: ['true'] });
    expect(fields.details.find((field) => field.name === 'Region')?.options).toContain('EU');
    expect(organizations.length).toBeGreaterThanOrEqual(2);

    const { customer, issues } = await settle(gil('profile.rest', { proof: view.proof }));
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
    sandbox.site.faults.latencyMs = LATENCY_MS;
    const started = sandbox.clock.now();
    const { proof } = await openAs(gil, FULL);
    expect(sandbox.clock.now() - started).toBe(2 * LATENCY_MS);
    await settle(gil('profile.rest', { proof }));
    expect(sandbox.clock.now() - started).toBe(3 * LATENCY_MS);
    expect(requests()).toHaveLength(5);
    expect(new Set(requests().map(({ actor }) => actor))).toEqual(new Set([GIL]));
  });

  it('takes four calls for somebody else of the issue, once the menu has named them', async () => {
    const menu = await settle(gil('profile.menu', { issueKey: FULL }));
    const people = menu.people.ok ? menu.people.data.people : [];
    expect(people.map(({ isReporter }) => isReporter)).toEqual([true, false, false, false]);
    const before = requests().length;
    const view = await settle(gil('profile.person', { pass: people[1]?.pass ?? '' }));
    await settle(gil('profile.rest', { proof: view.proof }));
    expect(requests().length - before).toBe(4);
    expect(contentOf(view).name).toBe(people[1]?.name);
  });

  it('offers the way into the console to administrators alone', async () => {
    expect((await settle(ada('profile.menu', { issueKey: FULL }))).isAdministrator).toBe(true);
    expect((await settle(gil('profile.menu', { issueKey: FULL }))).isAdministrator).toBe(false);
  });
});

describe('who sees a customer through an issue', () => {
  it.each([
    ['an agent, an issue for administrators', GIL, CONFIDENTIAL],
    ['a guest, any issue', NORA, FULL],
    ['an administrator, an issue that is not there', ADA, 'CARE-999'],
  ])('is not %s: the site is asked for the issue and nothing else', async (_, accountId, issueKey) => {
    const visitor = profileOf(sandbox.platform, accountId);
    const view = await openAs(ada, FULL);
    const before = requests().length;
    const change = { customerId: view.person.id, field: 'VIP', values: ['false'], seen: ['true'] };
    for (const attempt of [visitor('profile.open', { issueKey }), visitor('profile.set', { issueKey, ...change })]) {
      expect(await refusalOf(attempt)).toMatchObject({ error: { code: 'NOT_FOUND', message: /may not see/ } });
    }
    expect(await refusalOf(visitor('profile.menu', { issueKey }))).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const asked = requests().slice(before);
    expect(asked.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`)).toEqual(
      asked.map(() => `GET /rest/api/3/issue/${issueKey}`),
    );
  });

  it('is an administrator where only administrators see the issue', async () => {
    expect(contentOf(await openAs(ada, CONFIDENTIAL)).name).not.toBe('');
  });

  it('is nobody with a statement that was altered, made for another, made for something else, or is too old', async () => {
    const { proof } = await openAs(gil, FULL);
    const { people } = await settle(gil('profile.menu', { issueKey: FULL }));
    const pass = people.ok ? (people.data.people[0]?.pass ?? '') : '';
    const [body = '', signature = ''] = proof.split('.');
    const altered = Buffer.from(body, 'base64url').toString().replace(GIL, NORA);
    const before = requests().length;
    const attempts: [ReturnType<typeof profileOf>, string][] = [
      [profileOf(sandbox.platform, NORA), `${Buffer.from(altered).toString('base64url')}.${signature}`],
      [gil, `${body}.${signature.slice(1)}`],
      [gil, 'nothing of ours'],
      [gil, pass],
      [ada, proof],
    ];
    for (const [call, sealed] of attempts) {
      expect(await refusalOf(call('profile.rest', { proof: sealed }))).toMatchObject({ error: { code: 'INVALID' } });
    }
    expect(await refusalOf(gil('profile.person', { pass: proof }))).toMatchObject({ error: { code: 'INVALID' } });
    await sandbox.run(QUARTER_MS);
    expect(await refusalOf(gil('profile.rest', { proof }))).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(requests()).toHaveLength(before);
  });
});

describe('editing a customer on an issue', () => {
  it('changes one field of the reporter, and of somebody who takes part', async () => {
    const { person } = await openAs(gil, FULL);
    const change = { issueKey: FULL, customerId: person.id, field: 'Tier', values: ['Gold'] };
    const tier = contentOf(await openAs(gil, FULL)).fields.details.find(({ name }) => name === 'Tier');
    expect(await settle(gil('profile.set', { ...change, seen: tier?.values ?? [] }))).toEqual({ values: ['Gold'] });
    const { people } = await settle(gil('profile.menu', { issueKey: FULL }));
    const view = await settle(gil('profile.person', { pass: people.ok ? (people.data.people[1]?.pass ?? '') : '' }));
    const seats = contentOf(view).fields.details.find(({ name }) => name === 'Seats')?.values ?? [];
    const other = { issueKey: FULL, customerId: view.person.id, field: 'Seats', values: ['7'], seen: seats };
    expect(await settle(gil('profile.set', other))).toEqual({ values: ['7'] });
  });

  it('is refused for somebody who is not on the issue, before the site hears of them', async () => {
    const { person } = await openAs(gil, BARE);
    const before = requests().length;
    const change = { issueKey: FULL, customerId: person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await refusalOf(gil('profile.set', change))).toMatchObject({ error: { code: 'INVALID' } });
    expect(
      requests()
        .slice(before)
        .every(({ path }) => !path.includes('/jsm/csm')),
    ).toBe(true);
  });

  it('tells of a change by somebody else instead of overwriting it', async () => {
    const { person } = await openAs(gil, FULL);
    const change = { issueKey: FULL, customerId: person.id, field: 'VIP', values: ['false'], seen: [] };
    expect(await refusalOf(gil('profile.set', change))).toMatchObject({
      error: { code: 'CONFLICT', present: ['true'] },
    });
  });

  it('is refused by the site for a field that the person may not edit, in its own words', async () => {
    const { person } = await openAs(gil, BARE);
    const change = { issueKey: BARE, customerId: person.id, field: 'Legacy ID', values: ['x'], seen: [] };
    expect(await refusalOf(gil('profile.set', change))).toMatchObject({
      error: { code: 'SITE_FORBIDDEN', message: /Legacy ID/ },
    });
  });

  it('is refused for a field that administrators keep from being edited here, whatever the page says', async () => {
    await decide({ customer: [{ name: 'Tier', isShown: true, isReadOnly: true }] });
    const view = await openAs(gil, BARE);
    expect(contentOf(view).readOnly).toEqual(['Tier']);
    const change = { issueKey: BARE, customerId: view.person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await refusalOf(gil('profile.set', change))).toMatchObject({ error: { code: 'INVALID', message: /Tier/ } });
  });

  it('is refused for a field that administrators hide here, of which the page shows nothing', async () => {
    await decide({ customer: [{ name: 'Tier', isShown: false, isReadOnly: false }] });
    const view = await openAs(gil, BARE);
    const change = { issueKey: BARE, customerId: view.person.id, field: 'Tier', values: ['Gold'], seen: [] };
    expect(await refusalOf(gil('profile.set', change))).toMatchObject({
      error: { code: 'INVALID', message: /“Tier” is not shown on issues/ },
    });
    expect(requests().some(({ method }) => method === 'PUT')).toBe(false);
  });
});

describe('what administrators decide about the profile', () => {
  it('is which fields show and in which order; a field that the person may not see is named as absent', async () => {
    const rule = (name: string, isShown = true) => ({ name, isShown, isReadOnly: false });
    await decide({ customer: [rule('VIP'), rule('Credit limit'), rule('Region'), rule('Notes', false)] });
    const names = (view: PersonView) => contentOf(view).fields.details.map(({ name }) => name);
    const agent = await openAs(gil, FULL);
    expect(names(agent).slice(0, 3)).toEqual(['VIP', 'Region', 'Tier']);
    expect(names(agent)).not.toContain('Notes');
    expect(contentOf(agent).fields.absent).toEqual(['Credit limit']);
    const admin = await openAs(ada, FULL);
    expect(names(admin).slice(0, 3)).toEqual(['VIP', 'Credit limit', 'Region']);
    expect(contentOf(admin).fields.absent).toEqual([]);
  });

  it('is which date field ends an entitlement', async () => {
    await decide({ entitlementEnd: 'Valid until' });
    const { proof } = await openAs(gil, FULL);
    const { customer } = await settle(gil('profile.rest', { proof }));
    const entitlements = customer?.entitlements.ok ? customer.entitlements.data : [];
    const own = entitlements.filter(({ organizationId }) => organizationId === null);
    expect(own.map(({ endsOn }) => endsOn)).toEqual(expect.arrayContaining(['2025-12-16', '2026-01-17']));
  });

  it('follows a field and the end of entitlements to their new names', async () => {
    await decide({ customer: [{ name: 'Tier', isShown: true, isReadOnly: true }], entitlementEnd: 'Valid until' });
    const admin = consoleOf(sandbox.platform, ADA);
    const rename = async (entity: 'customer' | 'entitlement', name: string, to: string) => {
      const { fields } = await settle(admin.call('fields.list', { entity }));
      const field = fields.find((one) => one.name === name);
      if (field === undefined) throw new Error(`There is no field ${name}.`);
      await settle(admin.call('fields.edit', { entity, seen: field, name: to, options: field.options }));
    };
    await rename('customer', 'Tier', 'Level');
    await rename('entitlement', 'Valid until', 'Last day');
    const view = await openAs(gil, FULL);
    expect(contentOf(view)).toMatchObject({ readOnly: ['Level'], fields: { absent: [] } });
    const { customer } = await settle(gil('profile.rest', { proof: view.proof }));
    const entitlements = customer?.entitlements.ok ? customer.entitlements.data : [];
    expect(entitlements.some(({ endsOn }) => endsOn !== null)).toBe(true);
  });

  it('is not overwritten in silence by a second administrator', async () => {
    await decide({ entitlementEnd: 'Valid until' });
    const admin = consoleOf(sandbox.platform, ADA);
    const late = admin.call('profileSettings.save', {
      settings: { customer: [], organization: [], entitlement: [], entitlementEnd: null },
      over: 0,
    });
    expect(await refusalOf(late)).toMatchObject({ error: { code: 'CONFLICT', message: /Ada Admin/ } });
  });
});

describe('what cannot be shown', () => {
  it('is a reporter where the issue names none', async () => {
    expect(await settle(gil('profile.open', { issueKey: ANONYMOUS }))).toEqual({ issueKey: ANONYMOUS, reporter: null });
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ['a colleague who is no customer', COLLEAGUE, true],
    ['a customer whose account was deleted', DELETED, false],
  ])('is what the site keeps of %s; their other issues are shown all the same', async (_, issueKey, isActive) => {
    const view = await openAs(gil, issueKey);
    expect(view).toMatchObject({ person: { isActive }, customer: { ok: true, data: null } });
    const rest = await settle(gil('profile.rest', { proof: view.proof }));
    expect(rest).toMatchObject({ customer: null, issues: { ok: true } });
    expect(requests()).toHaveLength(3);
  });

  it('is an e-mail address that its owner hides', async () => {
    expect((await openAs(gil, HIDDEN_EMAIL)).person.email).toBeNull();
  });

  it('is a customer that the site keeps from somebody who sees the issue: name and issues are shown', async () => {
    refuse = (path) => (path.includes('/jsm/csm/') ? answer(403, 'Agents only.') : null);
    const view = await openAs(gil, FULL);
    expect(view.person.name).not.toBe('');
    expect(view.customer).toMatchObject({ ok: false, error: { code: 'SITE_FORBIDDEN', message: /Agents only/ } });
    const rest = await settle(gil('profile.rest', { proof: view.proof }));
    expect(rest).toMatchObject({ customer: { entitlements: { ok: false } }, issues: { ok: true } });
  });

  it.each([
    ['/entitlement', { entitlements: { ok: false }, organizations: { ok: true } }, { ok: true }],
    ['/organization/profile', { entitlements: { ok: true }, organizations: { ok: false } }, { ok: true }],
    ['/search/jql', { entitlements: { ok: true }, organizations: { ok: true } }, { ok: false }],
  ])('is one part alone where the site fails at %s', async (part, customer, issues) => {
    const { proof } = await openAs(gil, FULL);
    refuse = (path) => (path.includes(part) ? answer(503, 'Down for maintenance.') : null);
    expect(await settle(gil('profile.rest', { proof }))).toMatchObject({ customer, issues });
  });

  it.each([
    ['is down', { down: true }],
    ['does not answer', { failRate: 1, failureKinds: ['hang'] as const }],
  ])('is anything while the site %s, and that is said within the run time of a resolver', async (_, faults) => {
    Object.assign(sandbox.site.faults, faults);
    const started = sandbox.clock.now();
    expect(await refusalOf(gil('profile.open', { issueKey: FULL }))).toMatchObject({
      error: { code: 'SITE_UNAVAILABLE' },
    });
    expect(sandbox.clock.now() - started).toBeLessThan(12_000);
  });
});
