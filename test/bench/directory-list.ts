import { createSite } from '../../sandbox/site';
import type { Entitlement } from '../../sandbox/csm/model';
import type { SiteState } from '../../sandbox/csm/state';
import { seededRandom } from '../../sandbox/csm/seeded-random';
import { entitle, joinOrganization } from '../../sandbox/csm/associations';
import type { DirectoryFilter } from '../../src/contract/directory';
import { byName } from '../../src/domain/directory/sort';
import { consoleOf } from '../support/console';
import { virtualSandbox } from '../support/sandbox';
import { type Measurement, formatRows, measurement } from './measurement';

const MINUTE_MS = 60_000;
/** Profiles of one fetch, accounts of one page. */
const PROFILES = 25;
const ACCOUNTS = 1_000;
/** What a filter over 30,000 customers may take, and a customer with twelve fields may be stored in. */
const FILTER_MS = 1_000;
const STORED_BYTES = 300;

/** Reads sites of several sizes, and looks through what is kept of them. */
export async function measureDirectory(sizes: readonly number[]): Promise<Measurement[]> {
  const lines: Measurement[] = [];
  for (const size of sizes) lines.push(...(await measureSite(size)));
  return lines;
}

async function measureSite(size: number): Promise<Measurement[]> {
  const sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
  try {
    const state = () => sandbox.site.state();
    const like = [...state().customers.values()];
    const random = seededRandom(size);
    const held = [...state().entitlements.values()];
    const own = new Map(like.map(({ id }) => [id, held.filter(({ entity }) => entity.id === id)]));
    for (let index = like.length; index < size; index += 1) {
      const one = like[index % like.length];
      if (one === undefined) continue;
      const [id, email] = [`qm:bench:${Math.floor(random() * 1e12)}-${index}`, `customer${index}@bench.example`];
      const displayName = `${one.displayName} ${index}`;
      const customer = {
        ...one,
        id,
        email,
        displayName,
        details: new Map(one.details),
        organizations: new Set<string>(),
      };
      state().customers.add(customer);
      for (const organizationId of one.organizations) joinOrganization(state(), customer, organizationId);
      for (const { productId, details } of own.get(one.id) ?? []) entitleLike(state(), id, productId, details);
    }
    const ada = consoleOf(sandbox.platform);
    await sandbox.settle(ada.call('directory.read', {}));
    const status = () => sandbox.settle(ada.call('directory.status', {}));
    for (let now = await status(); now.scan !== null; now = await status()) {
      if (now.scan.state === 'parked') throw new Error(`The reading stopped: ${now.scan.message}`);
      await sandbox.run(MINUTE_MS);
    }
    await sandbox.run(2 * MINUTE_MS);
    const customers = state().customers.size;
    const requests =
      (sandbox.site.log.counts.get('get-multiple-customer-profiles') ?? 0) +
      (sandbox.site.log.counts.get('GET /rest/api/3/users/search') ?? 0);
    const stored = sandbox.platform.store.dump().filter(({ key }) => key.includes(':customer:'));
    const what = `${formatRows(customers)} customers`;
    const firstPage = await timed(sandbox, ada, []);
    const filtered = await timed(sandbox, ada, [{ by: 'field', field: 'Region', how: 'is', value: 'EU' }]);
    return [
      measurement(`requests to read ${what}`, {
        unit: 'requests',
        value: requests,
        reference: customers / PROFILES + customers / ACCOUNTS + 2,
        budget: 1.05,
      }),
      measurement(`stored of a customer, ${what}`, {
        unit: 'bytes',
        value: stored.reduce((sum, { bytes }) => sum + bytes, 0) / customers,
        reference: STORED_BYTES,
        budget: 1,
      }),
      measurement(`first page of ${what}`, { unit: 'ms', value: firstPage, reference: FILTER_MS, budget: 0.25 }),
      measurement(`filter of ${what}`, {
        unit: 'ms',
        value: filtered,
        reference: FILTER_MS,
        budget: Math.max(1, customers / 30_000),
      }),
    ];
  } finally {
    await sandbox.close();
  }
}

/** Values that hardly repeat, as those of agreements and contacts don't. */
function entitleLike(state: SiteState, id: string, productId: string, details: Entitlement['details']): void {
  const made = entitle(state, { id, type: 'CUSTOMER' }, productId);
  if (made instanceof Error) throw made;
  for (const [field, values] of details)
    made.details.set(
      field,
      values.map((value) => value.replace('agreements.example/', `agreements.example/${made.id.slice(0, 8)}`)),
    );
}

type Sandbox = Awaited<ReturnType<typeof virtualSandbox>>;

/** Real milliseconds of a list, the second time that it is asked for: code has been compiled by use. */
async function timed(
  sandbox: Pick<Sandbox, 'settle'>,
  ada: ReturnType<typeof consoleOf>,
  filters: DirectoryFilter[],
): Promise<number> {
  const request = {
    entity: 'customer',
    query: { filters, sort: byName },
    today: '2026-01-05',
    page: 0,
    from: null,
  } as const;
  await sandbox.settle(ada.call('directory.list', request));
  const before = performance.now();
  await sandbox.settle(ada.call('directory.list', request));
  return performance.now() - before;
}
