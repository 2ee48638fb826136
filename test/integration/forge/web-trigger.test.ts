import { asUser, route, webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../../sandbox/manifest';
import { type Deliveries, deliveries, deliveriesManifest } from './deliveries';

describe('a web trigger with static responses', () => {
  let app: Deliveries;
  let url: string;
  beforeEach(async () => {
    app = await deliveries();
    url = String(await app.inResolver(() => webTrigger.getUrl('take')));
  });
  afterEach(() => app.close());

  it('has one URL that cannot be guessed, and another when a new one is asked for', async () => {
    expect(url).toMatch(/\/webtrigger\/x1\/[\w-]{24}$/);
    expect(await app.inResolver(() => webTrigger.getUrl('take'))).toBe(url);
    const second = String(await app.inResolver(() => webTrigger.getUrl('take', true)));
    expect(second).not.toBe(url);
    expect([(await app.post(url)).status, (await app.post(second)).status]).toEqual([202, 202]);
  });

  it('has no URL where the manifest declares none, and answers nowhere else', async () => {
    await expect(app.inResolver(() => webTrigger.getUrl('give'))).rejects.toThrow();
    expect(app.platform.logs.at(-1)?.text).toContain('Failed to get web trigger URL');
    expect((await app.post(`${url}x`)).status).toBe(404);
    expect((await app.post('http://sandbox.invalid/webtrigger/x1/take')).status).toBe(404);
  });

  it('is refused more URLs than Forge makes in a minute', async () => {
    await app.inResolver(async () => {
      for (let n = 1; n < 500; n += 1) await webTrigger.getUrl('take');
    });
    await expect(app.inResolver(() => webTrigger.getUrl('take'))).rejects.toThrow();
  });

  it('calls its function with the whole request', async () => {
    const calls: unknown[][] = [];
    app.take = (...args) => {
      calls.push(args);
      return { outputKey: 'taken' };
    };
    const headers = [
      ['Authorization', 'Bearer x'],
      ['X-Two', 'a'],
      ['X-Two', 'b'],
    ] as const;
    await app.post(`${url}/a/b?sync=s1&part=1&part=2`, { headers, body: 'Größe\n' });
    const path = new URL(url).pathname.replace('/webtrigger', '');
    expect(calls).toEqual([
      [
        {
          method: 'POST',
          path: `${path}/a/b`,
          userPath: '/a/b',
          headers: { Authorization: ['Bearer x'], 'X-Two': ['a', 'b'] },
          queryParameters: { sync: ['s1'], part: ['1', '2'] },
          body: 'Größe\n',
        },
        { installContext: expect.stringMatching(/^ari:cloud:jira::site/) as string },
      ],
    ]);
    await app.post(url, { method: 'GET' });
    expect(calls[1]?.[0]).toEqual({ method: 'GET', path, userPath: '', headers: {}, queryParameters: {} });
  });

  it('answers with the output that its function names, as the manifest words it', async () => {
    expect(await app.post(url)).toEqual({
      status: 202,
      headers: { 'content-type': 'application/json' },
      body: '{"taken":true}',
    });
    app.take = () => ({ outputKey: 'refused', body: 'of its own', statusCode: 200 });
    expect(await app.post(url)).toEqual({ status: 401, headers: {}, body: '' });
  });

  it.each([
    ['an output that is not declared', () => ({ outputKey: 'given' })],
    ['a response of its own', () => ({ statusCode: 200, body: 'hello' })],
    ['nothing', () => undefined],
    ['an error', () => Promise.reject(new Error('broken'))],
  ])('answers 500 where its function gives %s', async (_, take) => {
    app.take = take;
    expect((await app.post(url)).status).toBe(500);
  });

  it('takes 500 KB with all that belongs to a request, and refuses more before its function sees it', async () => {
    const calls: number[] = [];
    app.take = () => ({ outputKey: calls.push(1) > 0 ? 'taken' : 'refused' });
    expect((await app.post(url, { body: 'x'.repeat(500 * 1024 - 300) })).status).toBe(202);
    const headers = [['X-Long', 'y'.repeat(300)]] as const;
    expect((await app.post(url, { body: 'x'.repeat(500 * 1024 - 300), headers })).status).toBe(413);
    expect(calls).toHaveLength(1);
  });

  it('is ended after 55 seconds', async () => {
    app.take = () => new Promise(() => undefined);
    const started = app.clock.now();
    expect((await app.post(url)).status).toBe(504);
    expect(app.clock.now() - started).toBe(55_000);
  });

  it('has nobody to act as, and the app’s storage', async () => {
    app.take = async () => {
      await kvs.set('seen', true);
      await asUser().requestJira(route`/rest/a`);
      return { outputKey: 'taken' };
    };
    expect((await app.post(url)).status).toBe(500);
    expect(app.platform.logs.at(-1)?.text).toContain('Authentication Required');
    expect(await app.inResolver(() => kvs.get('seen'))).toBe(true);
  });

  it('keeps a token of 128 KB in the secret store, and none that is longer', async () => {
    const size = 128 * 1024;
    await app.inResolver(() => kvs.setSecret('token', 'x'.repeat(size - 2)));
    expect(await app.inResolver(() => kvs.getSecret('token'))).toHaveLength(size - 2);
    await expect(app.inResolver(() => kvs.setSecret('token', 'x'.repeat(size)))).rejects.toThrow();
    await app.inResolver(() => kvs.deleteSecret('token'));
    expect(await app.inResolver(() => kvs.getSecret('token'))).toBeUndefined();
    await app.inResolver(() => kvs.deleteSecret('token'));
  });
});

describe('the manifest of an app', () => {
  const good = readFileSync(deliveriesManifest, 'utf8');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'csm-console-manifest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a web trigger without static responses', /response:[^]*?scheduledTrigger/, 'a: 1\n  scheduledTrigger'],
    ['one with responses of its function', /type: static\n[^]*?scheduledTrigger/, 'type: dynamic\n  scheduledTrigger'],
    ['a function that is not declared', 'function: take\n', 'function: give\n'],
    ['two outputs of one key', 'key: refused', 'key: taken'],
    ['two triggers for every five minutes', 'interval: hour', 'interval: fiveMinute'],
  ])('is refused with %s', (_, from, to) => {
    const manifest = good.replace(from, to);
    expect(manifest).not.toBe(good);
    const path = join(folder, 'manifest.yml');
    writeFileSync(path, manifest);
    expect(() => readManifest(path)).toThrow();
  });
});
