import * as v from 'valibot';
import { type ResolverName, resolvers } from '../../../src/contract/resolvers';
import { type Result, resultSchema } from '../../../src/contract/result';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, GIL, NORA } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { soundRequests } from '../../support/sound-requests';

const names = Object.keys(resolvers) as ResolverName[];
const people = { ADA, GIL, NORA };
const others = ['GIL', 'NORA'] as const;

/** What a person could claim to be, in the words of the payload and of the context, which both come from the browser. */
const claims = { accountId: ADA, userAccess: { enabled: true, hasAccess: true }, principal: { accountId: ADA } };

let sandbox: VirtualSandbox<Site>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
});
afterAll(() => sandbox.close());

interface Answer {
  result: Result<unknown>;
  /** What the site was asked meanwhile, and as whom. */
  asked: { actor: string | null; path: string }[];
  /** Requests to the app's store meanwhile, to read or to write. */
  stored: number;
}

/** Calls a resolver as its page would, with whatever payload. */
async function call(who: keyof typeof people, functionKey: string, payload: unknown, context = {}): Promise<Answer> {
  const before = sandbox.site.log.latest().at(-1);
  const storedBefore = storeRequests();
  const request = { accountId: people[who], moduleKey: 'console', functionKey, payload, context };
  const result = v.parse(resultSchema, await sandbox.settle(sandbox.platform.invoke(request)));
  const log = sandbox.site.log.latest();
  const asked = log
    .slice(before === undefined ? 0 : log.indexOf(before) + 1)
    .map(({ actor, path }) => ({ actor, path: path.split('?')[0] ?? '' }));
  return { result, asked, stored: storeRequests() - storedBefore };
}

const storeRequests = (): number => sandbox.platform.stats().kvs.requests;

/** Refused with the reason, after the site was asked for the permission alone. */
function expectRefusal({ result, asked, stored }: Answer, who: keyof typeof people): void {
  expect(result).toEqual({
    ok: false,
    error: {
      code: 'FORBIDDEN',
      message: expect.stringContaining('Administer Jira permission') as string,
      advice: expect.stringContaining('Jira administrator') as string,
    },
  });
  expect(asked).toEqual([{ actor: people[who], path: '/rest/api/3/mypermissions' }]);
  expect(stored).toBe(0);
}

it('has a sound request for each resolver of the console', () => {
  expect(Object.keys(soundRequests).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  it.each(others)('refuses %s and asks the site for nothing but the permission', async (who) => {
    expectRefusal(await call(who, name, soundRequests[name]), who);
  });

  it.each(others)('refuses %s whoever the payload and the context say it is', async (who) => {
    expectRefusal(await call(who, name, { ...soundRequests[name], ...claims }, claims), who);
  });

  it.each(others)('refuses %s a request that it could not parse, before it tries to', async (who) => {
    expectRefusal(await call(who, name, 'nonsense'), who);
  });

  it('lets an administrator in, and tells what it cannot parse from what is forbidden', async () => {
    const { result, asked } = await call('ADA', name, soundRequests[name]);
    const code = result.ok ? 'none' : result.error.code;
    expect(['FORBIDDEN', 'SITE_FORBIDDEN', 'INVALID', 'INTERNAL']).not.toContain(code);
    expect(new Set(asked.map(({ actor }) => actor))).toEqual(new Set([ADA]));
    const nonsense = await call('ADA', name, 'nonsense');
    expect(nonsense.result).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });
});
