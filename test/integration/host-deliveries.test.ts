import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { HostedSandbox } from '../../sandbox/host/server/hosted-sandbox';
import { type Listening, listen } from '../../sandbox/host/server/listen';
import { readManifest } from '../../sandbox/manifest';
import { deliveriesManifest } from './forge/deliveries';

const DAY_MS = 24 * 60 * 60 * 1000;

let sandbox: HostedSandbox;
let server: Listening;
let taken: unknown[];

/** Not done in a turn of the event loop, as nothing is that asks the platform for something. */
const slowly = async (): Promise<{ statusCode: number }> => {
  await kvs.set('at', 1);
  await new Promise((done) => setTimeout(done, 5));
  return { statusCode: 204 };
};

beforeAll(async () => {
  const handlers = {
    resolver: () => webTrigger.getUrl('take'),
    take: (event: unknown) => {
      taken.push(event);
      return { outputKey: 'taken' };
    },
    everyFiveMinutes: slowly,
    everyHour: slowly,
    everyDay: slowly,
  };
  sandbox = new HostedSandbox({
    manifestPath: deliveriesManifest,
    runner: { kind: 'in-process', handlers },
    content: 'empty',
    seed: 1,
    faults: {},
    settings: {},
  });
  const folders = { hostFolder: '', uiFolder: '' };
  server = await listen({ manifest: readManifest(deliveriesManifest), sandbox, ...folders }, 0);
});
beforeEach(() => {
  taken = [];
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const webTriggerUrl = async (): Promise<string> => {
  const call = { accountId: 'ada', moduleKey: 'console', functionKey: 'any', payload: {}, context: {} };
  return String(await sandbox.invoke(call));
};

describe('a web trigger that is called over HTTP', () => {
  it('takes a delivery from any program on this machine, and from a page of anywhere', async () => {
    const url = await webTriggerUrl();
    expect(url.startsWith(server.url)).toBe(true);
    const headers = { Authorization: 'Bearer x', Origin: 'https://crm.example', 'sec-fetch-site': 'cross-site' };
    const answer = await fetch(`${url}?sync=s1`, { method: 'POST', headers, body: 'name\nÅsa\n' });
    expect([answer.status, await answer.text()]).toEqual([202, '{"taken":true}']);
    expect(taken).toMatchObject([
      {
        method: 'POST',
        queryParameters: { sync: ['s1'] },
        body: 'name\nÅsa\n',
        headers: { Authorization: ['Bearer x'] },
      },
    ]);
  });

  it('gets text: bytes that are no UTF-8 are lost', async () => {
    await fetch(await webTriggerUrl(), { method: 'POST', body: new Uint8Array([0x1f, 0x8b, 0x41]) });
    expect(taken).toMatchObject([{ body: '\u001f\ufffdA' }]);
  });

  it('is refused what is larger than 500 KB', async () => {
    const answer = await fetch(await webTriggerUrl(), { method: 'PUT', body: 'x'.repeat(600 * 1024) });
    expect([answer.status, taken]).toEqual([413, []]);
  });
});

describe('the clock of the sandbox', () => {
  it('runs every schedule to its end through a day', async () => {
    const before = sandbox.clock.now();
    const body = JSON.stringify({ advance: DAY_MS });
    const answer = await fetch(`${server.url}_sandbox/clock`, { method: 'POST', body });
    const { now } = v.parse(v.object({ now: v.number() }), await answer.json());
    expect(now - before).toBeGreaterThanOrEqual(DAY_MS);
    const { functions } = sandbox.platform.stats();
    const runs = (key: string) => [functions[key]?.invocations, functions[key]?.outcomes.returned];
    expect(runs('every-hour')).toEqual([24, 24]);
    expect(runs('every-five-minutes')).toEqual([288, 288]);
    expect(runs('every-day')).toEqual([1, 1]);
  });
});
