import { getAppContext } from '@forge/api';
import { type TestApp, asApp, asUser, kvs, route, testApp } from './app';

describe('functions', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp();
  });
  afterEach(() => app.close());
  const call = { accountId: 'ada', moduleKey: 'console', functionKey: 'any', payload: {}, context: {} };

  it('calls the site as the user of the session, or as the app, with the scopes of the manifest', async () => {
    await app.inResolver(() => asUser().requestJira(route`/rest/a`));
    await app.inResolver(() => asApp().requestJira(route`/rest/b`));
    expect(app.site.requests.map(({ actor }) => actor)).toEqual([{ accountId: 'ada' }, 'app']);
    expect(app.site.requests[0]?.scopes.has('read:permission:jira')).toBe(true);
  });

  it('acts as somebody else only where nobody is, and only within the scopes opened for that', async () => {
    await expect(app.inResolver(() => asUser('gil').requestJira(route`/rest/a`))).rejects.toThrow('403');
    const failures: unknown[] = [];
    app.everyFiveMinutes = async () => {
      await asUser()
        .requestJira(route`/rest/a`)
        .catch((error: unknown) => failures.push(error));
      return asUser('gil').requestJira(route`/rest/a`);
    };
    await app.run(300_000);
    expect(failures).toMatchObject([{ name: 'NEEDS_AUTHENTICATION_ERR' }]);
    expect(app.site.requests).toMatchObject([{ actor: { accountId: 'gil' } }]);
    expect(app.site.requests[0]?.scopes.has('read:permission:jira')).toBe(false);
  });

  it('has no route to another product', async () => {
    await expect(app.inResolver(() => asApp().requestConfluence(route`/wiki`))).rejects.toThrow('INVALID_REMOTE');
  });

  it('knows the time it has left, and ends a resolver after 25 seconds', async () => {
    const left = await app.inResolver(() => Promise.resolve(getAppContext().invocationRemainingTimeInMillis()));
    expect(left).toBe(25_000);
    const endless = app.inResolver(() => new Promise(() => undefined));
    await expect(endless).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
  });

  it('refuses a request of 500 KB', async () => {
    const payload = 'x'.repeat(500 * 1024);
    await expect(app.platform.invoke({ ...call, payload })).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
  });

  it('refuses a response of more than 5 MB, and passes one that is just below', async () => {
    let bytes = 5 * 1024 * 1024;
    await app.close();
    const resolver = () => Promise.resolve({ text: 'x'.repeat(bytes) });
    app = await testApp({ handlers: { resolver } });
    await expect(app.settle(app.platform.invoke(call))).rejects.toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
    bytes -= 100;
    expect(await app.settle(app.platform.invoke(call))).toHaveProperty('text');
  });

  it('refuses the 501st invoke within 25 seconds', async () => {
    for (let n = 0; n < 500; n++) await app.platform.invoke(call);
    await expect(app.platform.invoke(call)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await app.run(25_000);
    await app.platform.invoke(call);
  });

  it.each([
    ['before a call: nothing was written', 'beforeCall', undefined],
    ['after a call: it was written, and nobody was told', 'afterCall', 1],
  ] as const)('kills %s', async (_, hook, stored) => {
    app.platform.faults.crashes[hook] = ({ n }) => n === 1;
    await expect(app.inResolver(() => kvs.set('k', 1))).rejects.toMatchObject({ code: 'FUNCTION_ERROR' });
    app.platform.faults.crashes = {};
    expect(await app.inResolver(() => kvs.get('k'))).toBe(stored);
  });

  it('fires schedules at their intervals, twice when told to, and does not repeat a failed one', async () => {
    let runs = 0;
    app.everyFiveMinutes = () => {
      runs += 1;
      return Promise.reject(new Error('broken'));
    };
    await app.run(15 * 60_000);
    expect(runs).toBe(3);
    app.platform.faults.scheduler.doubleRate = 1;
    await app.run(5 * 60_000);
    expect(runs).toBe(5);
  });
});
