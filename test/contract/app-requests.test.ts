import type { StoredRow } from '../../src/contract/imports';
import { type Site, type SiteRequest, type SiteResponse, createSite } from '../../sandbox/site';
import { consoleOf, hasEnded, planFor } from '../support/console';
import { validateExchange } from '../support/contract-validator';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

const MINUTE_MS = 60_000;

/** A site that keeps what it is asked and what it answers. */
function recordingSite(site: Site, exchanges: { request: SiteRequest; response: SiteResponse }[]): Site {
  return {
    ...site,
    handle: async (request) => {
      const response = await site.handle(request);
      exchanges.push({ request, response });
      return response;
    },
  };
}

describe('what the app asks of the site', () => {
  const exchanges: { request: SiteRequest; response: SiteResponse }[] = [];
  let sandbox: VirtualSandbox<Site>;

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    sandbox = await virtualSandbox({
      site: (parts) =>
        recordingSite(createSite({ ...parts, content: 'demo', faults: { taskFailRate: 0.5 } }), exchanges),
    });
  });
  afterAll(() => sandbox.close());

  it('keeps to the contract in every request of an import, with details, organizations, products and read-backs', async () => {
    const ada = consoleOf(sandbox.platform);
    const { fields } = await sandbox.settle(ada.call('imports.fields', { entity: 'customer' }));
    await sandbox.settle(ada.call('imports.organizations', { names: ['Nowhere Ltd'] }));
    const state = sandbox.site.state();
    const organization = [...state.organizations.values()][0]?.id ?? '';
    const product = [...state.products.values()][0]?.id ?? '';
    const region = fields.filter(({ name }) => name === 'Region');
    const plan = planFor('UPSERT', region);
    plan.columns.push({ header: 'Org', target: { to: 'organization', by: 'id' } });
    plan.columns.push({ header: 'Product', target: { to: 'product', by: 'id' } });
    const rows = Array.from({ length: 350 }, (_, index): StoredRow => {
      const email = `contract${index}@example.com`;
      return [index + 2, [email, `Name ${index}`, 'EU', organization, product]];
    });
    const jobId = await sandbox.settle(ada.startImport({ plan, rows }));
    for (let minute = 0; minute < 60 && !hasEnded(await sandbox.settle(ada.job(jobId))); minute += 1) {
      await sandbox.run(MINUTE_MS);
    }
    expect(hasEnded(await sandbox.settle(ada.job(jobId)))).toBe(true);

    const asked = new Set(exchanges.map(({ request }) => `${request.method} ${request.path.split('?')[0] ?? ''}`));
    expect([...asked].filter((one) => one.includes('/profile/fetch'))).toHaveLength(1);
    for (const exchange of exchanges) {
      const { path } = exchange.request;
      expect({ path, ...(await validateExchange(exchange)) }).toEqual({ path, request: [], response: [] });
    }
  });
});
