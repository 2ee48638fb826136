import { resolve } from 'node:path';
import { HostedSandbox } from '../../sandbox/host/server/hosted-sandbox';
import { listen, type Listening } from '../../sandbox/host/server/listen';
import { readManifest } from '../../sandbox/manifest';
import * as app from '../support/back-end';
import { ADA } from '../support/console';

const manifestPath = resolve(__dirname, '../../manifest.yml');

let sandbox: HostedSandbox;
let server: Listening;

beforeAll(async () => {
  sandbox = new HostedSandbox({
    manifestPath,
    runner: { kind: 'in-process', handlers: { ...app } },
    content: 'empty',
    seed: 1,
    faults: {},
    settings: {},
  });
  // No page and no file is asked for here.
  const folders = { hostFolder: '', uiFolder: '' };
  server = await listen({ manifest: readManifest(manifestPath), sandbox, ...folders }, 0);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

async function invoke(call: object): Promise<unknown> {
  const body = JSON.stringify({ accountId: ADA, moduleKey: 'console', context: {}, ...call });
  const answer = await fetch(`${server.url}_sandbox/bridge/invoke`, { method: 'POST', body });
  return answer.json();
}

describe('a function that is invoked over HTTP', () => {
  // The bridge drops what is undefined, and takes any falsy payload for none.
  it.each([
    ['without a payload', {}],
    ['with null for a payload', { payload: null }],
    ['with an empty payload', { payload: {} }],
  ])('answers %s', async (_, payload) => {
    expect(await invoke({ functionKey: 'access.check', ...payload })).toEqual({ result: { ok: true, data: {} } });
  });

  it('says what a payload lacks, also one that is not there', async () => {
    expect(await invoke({ functionKey: 'jobs.get' })).toMatchObject({
      result: { ok: false, error: { code: 'INVALID', message: expect.stringContaining('jobId') as string } },
    });
  });
});
