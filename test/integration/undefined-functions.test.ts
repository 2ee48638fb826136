import * as v from 'valibot';
import { resultSchema } from '../../src/contract/result';
import { createSite, type Site } from '../../sandbox/site';
import { ADA, NORA } from '../support/console';
import { virtualSandbox, type VirtualSandbox } from '../support/sandbox';

const inherited = Reflect.ownKeys(Object.prototype).filter((name) => typeof name === 'string');

let sandbox: VirtualSandbox<Site>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
});
afterAll(() => sandbox.close());

describe.each(['console', 'customer-profile-panel', 'customer-profile-context'])('the resolver of %s', (moduleKey) => {
  it.each([...inherited, 'jobs.destroy', ''])('refuses "%s", which is not defined, to anybody', async (functionKey) => {
    for (const accountId of [ADA, NORA]) {
      const payload = { secret: 'of the caller' };
      const invoked = sandbox.platform.invoke({ accountId, moduleKey, functionKey, payload, context: { mine: true } });
      expect(v.parse(resultSchema, await sandbox.settle(invoked))).toEqual({
        ok: false,
        error: {
          code: 'INVALID',
          message: 'The app has no such function.',
          advice: 'Reload the page and try again.',
        },
      });
    }
    expect(sandbox.site.log.latest()).toEqual([]);
  });
});
