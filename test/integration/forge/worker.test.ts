import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Sandbox, createSandbox } from '../../../sandbox';
import type { InvokeRefusal } from '../../../sandbox/forge/front-end';
import { type RecordingSite, recordingSite } from './app';

const backEnd = `
  import { kvs } from '@forge/kvs';
  import { asApp, route } from '@forge/api';
  let runs = 0;
  const work = {
    runs: () => ++runs,
    store: async () => { await kvs.set('k', 1); return kvs.get('k'); },
    site: async () => (await asApp().requestJira(route\`/rest/x\`)).json(),
    now: () => Date.now(),
    spin: () => { for (;;); },
    fill: () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); },
    fetch: () => fetch('https://example.com').catch((error) => error.name),
    log: () => { console.warn('careful', { n: 1 }); },
  };
  export const resolver = ({ call }) => work[call.functionKey]();
  export const everyFiveMinutes = () => work.spin();
`;

describe('the back end in a worker thread', () => {
  let folder: string;
  let sandbox: Sandbox<RecordingSite>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'worker-'));
    const stdin = { contents: backEnd, resolveDir: __dirname };
    // The files of the manifest's handlers; this back end is the same in each.
    for (const file of ['index', 'background']) {
      buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: join(folder, `${file}.cjs`) });
    }
    sandbox = createSandbox({
      site: recordingSite,
      runner: { kind: 'worker', bundleFolder: folder },
      manifestPath: resolve(__dirname, '../../../manifest.yml'),
    });
  });
  afterAll(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  const invoke = (functionKey: string) =>
    sandbox.platform.invoke({ accountId: 'ada', moduleKey: 'console', functionKey, payload: {}, context: {} });
  const running = async () => {
    while (sandbox.platform.running().length === 0) await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, 200));
  };
  const refusal = (code: InvokeRefusal['code']) => expect.objectContaining({ code }) as InvokeRefusal;

  it('keeps module state between invocations, as a warm function does', async () => {
    expect([await invoke('runs'), await invoke('runs')]).toEqual([1, 2]);
  });

  it('reaches storage and the site through the vendor packages', async () => {
    expect([await invoke('store'), await invoke('site')]).toEqual([1, { hello: 'site' }]);
  });

  it('has the time of the sandbox', async () => {
    sandbox.clock.advance(60_000);
    expect(Math.abs(Number(await invoke('now')) - sandbox.clock.now())).toBeLessThan(1000);
  });

  it('has no way out to the network', async () => {
    expect(await invoke('fetch')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  });

  it('logs to the platform', async () => {
    await invoke('log');
    expect(sandbox.platform.logs.at(-1)).toMatchObject({ level: 'warn', text: 'careful {"n":1}' });
  });

  it('is ended in the middle of an endless computation by its time limit, and by a kill', async () => {
    const slow = invoke('spin').catch((error: unknown) => error);
    await running();
    sandbox.clock.advance(25_000);
    expect(await slow).toEqual(refusal('FUNCTION_TIME_OUT'));
    const killed = invoke('spin').catch((error: unknown) => error);
    await running();
    expect(sandbox.platform.kill('resolver')).toBe(1);
    expect(await killed).toEqual(refusal('FUNCTION_ERROR'));
    expect(await invoke('store')).toBe(1);
  });

  it('is ended when it takes more memory than the manifest gives', async () => {
    expect(await invoke('fill').catch((error: unknown) => error)).toEqual(refusal('FUNCTION_OUT_OF_MEMORY'));
  });
});
