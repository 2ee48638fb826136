import { failureKinds, type Faults } from '../../sandbox/csm/faults';
import type { SiteSettings } from '../../sandbox/csm/settings';
import * as v from 'valibot';
import { testSite, type TestSite } from './support/site';

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ operationType: 'CREATE', payload: { name: `Org ${from + index}` } }));

const siteWith = (faults: Partial<Faults>, settings: Partial<SiteSettings> = {}): TestSite =>
  testSite({ faults, settings });

async function submit({ read }: TestSite, count = 10, from = 0): Promise<string> {
  const task = (await read('bulk-manage-organizations', { body: { organizations: rows(from, count) } })) as {
    id: string;
  };
  return task.id;
}

const statusOf = (at: TestSite, id: string) => at.read('get-task-status', { params: [id] });
const written = ({ site }: TestSite) => site.state().organizations.size;
const withId = v.object({ id: v.union([v.string(), v.pipe(v.number(), v.transform(String))]) });
const MINUTE_MS = 60_000;

describe('a request', () => {
  it.each([
    ['500', 500, 0],
    ['502-html', 502, 0],
    ['503', 503, 0],
    ['504', 504, 0],
    ['429', 429, 0],
    ['hang', 504, 7_000],
  ] as const)('that fails by %s ends with %i after %i ms, and changes nothing', async (kind, status, ms) => {
    const at = siteWith({ failRate: 1, failureKinds: [kind], failAfterApplyingRate: 0, hangMs: 7_000 });
    const response = await at.send('create-organization', { body: { name: 'Acme' } });
    expect([response.status, at.site.log.latest()[0]?.ms, written(at)]).toEqual([status, ms, 0]);
    expect(response.headers['content-type']).toContain(status === 502 || status === 504 ? 'text/html' : 'json');
  });

  it('can be applied although its answer is lost, but never when it is throttled', async () => {
    for (const kind of failureKinds) {
      const at = siteWith({ failRate: 1, failureKinds: [kind], failAfterApplyingRate: 1 });
      await at.send('create-organization', { body: { name: 'Acme' } });
      expect([kind, written(at)]).toEqual([kind, kind === '429' ? 0 : 1]);
    }
  });

  it('fails as often as the rate says', async () => {
    const at = siteWith({ failRate: 0.3, failureKinds: ['500'] });
    for (let n = 0; n < 200; n += 1) await at.send('get-products');
    const failed = at.site.log.latest().filter(({ status }) => status === 500).length;
    expect(failed).toBeGreaterThan(40);
    expect(failed).toBeLessThan(80);
  });

  it.each([
    ['seconds', '90'],
    ['date', 'Mon, 05 Jan 2026 00:01:30 GMT'],
    ['absent', undefined],
  ] as const)('that is throttled is told when to come back: %s', async (retryAfter, expected) => {
    const at = siteWith({ throttleRate: 1, retryAfter, retryAfterSeconds: 90 });
    const response = await at.send('get-products');
    expect([response.status, response.headers['retry-after']]).toEqual([429, expected]);
  });

  it('is answered with 503 while the site is down, and as ever afterwards', async () => {
    const at = siteWith({ down: true });
    expect((await at.send('create-organization', { body: { name: 'Acme' } })).status).toBe(503);
    at.site.faults.down = false;
    await at.read('create-organization', { body: { name: 'Acme' } });
  });

  it('takes the latency of the site, give or take its spread', async () => {
    const at = siteWith({ latencyMs: 200, latencySpreadMs: 50 });
    for (let n = 0; n < 30; n += 1) await at.send('get-products');
    const times = at.site.log.latest().map(({ ms }) => ms);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(150);
    expect(Math.max(...times)).toBeLessThanOrEqual(250);
    expect(new Set(times).size).toBeGreaterThan(1);
  });
});

describe('a task', () => {
  it('that is cancelled ends CANCELLED with some of its rows written', async () => {
    const at = siteWith({ taskCancelRate: 1 });
    const id = await submit(at, 50);
    at.advance(MINUTE_MS);
    expect(await statusOf(at, id)).toMatchObject({ status: 'CANCELLED' });
    expect(written(at)).toBeLessThan(50);
  });

  it('that vanishes is 404 from then on', async () => {
    const at = siteWith({ taskVanishRate: 1 });
    const id = await submit(at);
    at.advance(MINUTE_MS);
    expect((await at.send('get-task-status', { params: [id] })).status).toBe(404);
  });

  it('names the rows that failed inside, and writes none of them', async () => {
    const at = siteWith({ rowFailRate: 1 });
    const id = await submit(at, 4);
    at.advance(MINUTE_MS);
    const { status, failures } = (await statusOf(at, id)) as { status: string; failures: unknown[] };
    expect([status, failures.length, written(at)]).toEqual(['FINISHED', 4, 0]);
  });

  it('takes its time: a start delay, and so long a row', async () => {
    const at = siteWith({}, { taskStartDelayMs: 1_000, taskMsPerRow: 100 });
    const id = await submit(at, 10);
    at.advance(900);
    expect(await statusOf(at, id)).toMatchObject({ status: 'NOT_STARTED' });
    at.advance(600);
    expect(await statusOf(at, id)).toMatchObject({ status: 'IN_PROGRESS', progress: 50 });
    at.advance(600);
    expect(await statusOf(at, id)).toMatchObject({ status: 'FINISHED', progress: 100 });
  });

  it('that takes too long ends FAILED', async () => {
    const at = siteWith({}, { taskMsPerRow: 10_000, taskTimeoutMs: 30_000 });
    const id = await submit(at, 10);
    at.advance(31_000);
    expect(await statusOf(at, id)).toMatchObject({ status: 'FAILED' });
    expect(written(at)).toBeLessThan(10);
  });

  it('finds no slot where others hold them all, and one when they let go', async () => {
    const at = siteWith({}, { taskSlots: 2, foreignTasks: 1 });
    await submit(at, 10, 0);
    const body = { organizations: rows(10, 10) };
    const refused = await at.send('bulk-manage-organizations', { body });
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('Maximum number of tasks reached')]);
    at.site.settings.foreignTasks = 0;
    await at.read('bulk-manage-organizations', { body });
  });

  it('is answered for with 202 where the site does so', async () => {
    const at = siteWith({ bulkAnswers202: true });
    const sent = { body: { organizations: rows(0, 1) } };
    expect((await at.send('bulk-manage-organizations', sent)).status).toBe(202);
  });

  it('can run one at a time', async () => {
    const at = siteWith({}, { parallelTasks: 1, taskStartDelayMs: 0, taskMsPerRow: 100 });
    const ids = [await submit(at, 10, 0), await submit(at, 10, 10)];
    at.advance(500);
    const statuses = await Promise.all(ids.map((id) => statusOf(at, id)));
    expect(statuses.filter((one) => (one as { status: string }).status === 'IN_PROGRESS')).toHaveLength(1);
  });
});

describe('the oddities of live sites', () => {
  it('keep organizations for administrators', async () => {
    const at = siteWith({}, { organizationsByAdministratorsOnly: true });
    const body = { name: 'Acme' };
    expect((await at.send('create-organization', { user: 'gil', body })).status).toBe(403);
    expect((await at.send('create-organization', { user: 'ada', body })).status).toBe(200);
  });

  it('refuse what is asked in the name of somebody who is not there', async () => {
    const at = siteWith({}, { impersonationRefused: true });
    const actor = { accountId: at.site.users[0]?.accountId ?? '' };
    const headers = { 'x-experimentalapi': 'opt-in' };
    const request = { method: 'GET', path: '/jsm/csm/api/v1/product', headers, body: null, scopes: null, actor };
    expect((await at.site.handle(request)).status).toBe(200);
    expect((await at.site.handle({ ...request, isImpersonated: true })).status).toBe(403);
    at.site.settings.impersonationRefused = false;
    expect((await at.site.handle({ ...request, isImpersonated: true })).status).toBe(200);
  });

  it('keep a new account out of the user search for a while', async () => {
    const at = siteWith({ userSearchDelayMs: 3 * MINUTE_MS });
    await at.read('create-customer', { body: { email: 'new@customers.example' } });
    const path = '/rest/api/3/user/search?query=new@customers.example';
    const actor = { accountId: at.site.users[0]?.accountId ?? '' };
    const found = async () => {
      const { body } = await at.site.handle({ method: 'GET', path, headers: {}, body: null, actor, scopes: null });
      return (JSON.parse(body) as unknown[]).length;
    };
    expect(await found()).toBe(0);
    at.advance(3 * MINUTE_MS);
    expect(await found()).toBe(1);
  });

  it('ignore the organizations of a bulk profile, and say nothing of it', async () => {
    const at = siteWith({ associationsIgnored: true });
    const { id: organization } = v.parse(withId, await at.read('create-organization', { body: { name: 'Acme' } }));
    const payload = {
      email: 'new@customers.example',
      associateOrganizations: { organizationIds: [Number(organization)] },
    };
    const body = { customerProfiles: [{ operationType: 'CREATE', payload }] };
    const { id } = v.parse(withId, await at.read('bulk-manage-multiple-customer-profiles', { body }));
    at.advance(MINUTE_MS);
    expect(await statusOf(at, id)).toMatchObject({ status: 'FINISHED', failures: [] });
    expect(at.site.state().customers.find('new@customers.example')?.organizations).toEqual(new Set());
  });

  it('take the detail values of portal-only customers alone in bulk', async () => {
    const at = siteWith({ bulkDetailsPortalOnly: true });
    await at.read('create-customer-detail', { body: { name: 'Region', type: { name: 'TEXT' } } });
    const operations = [{ operationType: 'UPDATE', payload: { name: 'Region', values: ['EU'] } }];
    const change = async (customerId: string) => {
      const body = { customers: [{ customerId, operations }] };
      const { id } = v.parse(withId, await at.read('bulk-update-customer-details', { body }));
      at.advance(MINUTE_MS);
      return v.parse(v.object({ failures: v.array(v.unknown()) }), await statusOf(at, id)).failures.length;
    };
    const withAccount = { email: 'b@customers.example', displayName: 'B', createdAt: 0, details: new Map() };
    const account = '712020:b';
    at.site.state().customers.add({ id: account, ...withAccount, organizations: new Set() });
    const body = { email: 'a@customers.example' };
    const { customerId: portalOnly } = v.parse(
      v.object({ customerId: v.string() }),
      await at.read('create-customer', { body }),
    );
    expect([await change(portalOnly), await change(account)]).toEqual([0, 1]);
    at.site.faults.bulkDetailsPortalOnly = false;
    expect(await change(account)).toBe(0);
  });

  it('take so many options for a field, and no more', async () => {
    const at = siteWith({}, { optionsPerField: 50 });
    const create = (count: number) => {
      const options = Array.from({ length: count }, (_, index) => `Option ${index}`);
      return at.send('create-customer-detail', { body: { name: `With ${count}`, type: { name: 'SELECT', options } } });
    };
    expect((await create(50)).status).toBe(200);
    expect((await create(51)).status).toBe(400);
    at.site.settings.optionsPerField = 2_000;
    expect((await create(51)).status).toBe(200);
  });
});
