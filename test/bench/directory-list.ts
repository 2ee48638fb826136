import { type Site, createSite } from '../../sandbox/site';
import { deleteCustomer } from '../../sandbox/csm/customers';
import type { Entitlement } from '../../sandbox/csm/model';
import type { SiteState } from '../../sandbox/csm/state';
import { seededRandom } from '../../sandbox/csm/seeded-random';
import { entitle, joinOrganization } from '../../sandbox/csm/associations';
import type { DirectoryFilter, ListCursor } from '../../src/contract/directory';
import type { RequestOf } from '../../src/contract/resolvers';
import { MAX_CUSTOMERS_KEPT } from '../../src/domain/directory/catch-up';
import { byName } from '../../src/domain/directory/sort';
import { type Console, Refused, consoleOf, hasEnded, planFor } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { type Measurement, formatRows, measurement } from './measurement';

const MINUTE_MS = 60_000;
/** Profiles of one fetch, accounts of one page. */
const PROFILES = 25;
const ACCOUNTS = 1_000;
/** What a filter over 30,000 customers may take, and a customer with twelve fields may be stored in. */
const FILTER_MS = 1_000;
const STORED_BYTES = 300;
/** Customers of the import that the directory catches up with. */
const IMPORTED = 100;

type Sandbox = VirtualSandbox<Site>;

/** Reads sites of several sizes, looks through what is kept of them, and lets it catch up with an import. */
export async function measureDirectory(sizes: readonly number[]): Promise<Measurement[]> {
  const lines: Measurement[] = [];
  for (const size of sizes) lines.push(...(await measureSite(size)));
  return lines;
}

async function measureSite(size: number): Promise<Measurement[]> {
  const sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
  try {
    furnish(sandbox.site.state(), size);
    const ada = consoleOf(sandbox.platform);
    await sandbox.settle(ada.call('directory.read', {}));
    await readingEnded(sandbox, ada);
    await sandbox.run(2 * MINUTE_MS);
    const customers = sandbox.site.state().customers.size;
    const what = `${formatRows(customers)} customers`;
    const requests = requestsForCustomers(sandbox);
    const stored = sandbox.platform.store.dump().filter(({ key }) => key.includes(':customer:'));
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
      ...(customers <= MAX_CUSTOMERS_KEPT ? [await catchUpLine(sandbox, ada, what, requests)] : []),
    ];
  } finally {
    await sandbox.close();
  }
}

/** The customers of the demo site, fewer of them, or more like them. */
function furnish(state: SiteState, size: number): void {
  const like = [...state.customers.values()];
  const random = seededRandom(size);
  const held = [...state.entitlements.values()];
  const own = new Map(like.map(({ id }) => [id, held.filter(({ entity }) => entity.id === id)]));
  for (const one of like.slice(size)) deleteCustomer(state, one);
  for (let index = like.length; index < size; index += 1) {
    const one = like[index % like.length];
    if (one === undefined) continue;
    const customer = {
      ...one,
      id: `qm:bench:${Math.floor(random() * 1e12)}-${index}`,
      email: `customer${index}@bench.example`,
      displayName: `${one.displayName} ${index}`,
      details: new Map(one.details),
      organizations: new Set<string>(),
    };
    state.customers.add(customer);
    for (const organizationId of one.organizations) joinOrganization(state, customer, organizationId);
    for (const { productId, details } of own.get(one.id) ?? []) entitleLike(state, customer.id, productId, details);
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

async function readingEnded(sandbox: Sandbox, ada: Console): Promise<void> {
  const status = () => patiently(sandbox, () => ada.call('directory.status', {}));
  for (let now = await status(); now.scan !== null; now = await status()) {
    if (now.scan.state === 'parked') throw new Error(`The reading stopped: ${now.scan.message}`);
    await sandbox.run(MINUTE_MS);
  }
}

const requestsForCustomers = ({ site }: Sandbox): number =>
  (site.log.counts.get('get-multiple-customer-profiles') ?? 0) +
  (site.log.counts.get('GET /rest/api/3/users/search') ?? 0);

async function catchUpLine(sandbox: Sandbox, ada: Console, what: string, requests: number): Promise<Measurement> {
  const value = await catchUp(sandbox, ada);
  const name = `requests to catch up with ${IMPORTED} of ${what}`;
  return measurement(name, { unit: 'requests', value, reference: requests, budget: 1 });
}

/** Imports a value of some customers. Requests for customers, from the end of the import to when the directory has them. */
async function catchUp(sandbox: Sandbox, ada: Console): Promise<number> {
  const some = [...sandbox.site.state().customers.values()].slice(0, IMPORTED);
  const rows = some.map(({ email, displayName }, at): [number, string[]] => [at + 2, [email, `${displayName} II`]]);
  const jobId = await patiently(sandbox, () => ada.startImport({ plan: planFor('UPSERT'), rows }));
  while (!hasEnded(await patiently(sandbox, () => ada.job(jobId)))) await sandbox.run(MINUTE_MS);
  const before = requestsForCustomers(sandbox);
  const isBehind = async (): Promise<boolean> =>
    (await patiently(sandbox, () => ada.call('directory.status', {}))).kept?.isBehind === true;
  while (await isBehind()) await sandbox.run(MINUTE_MS);
  return requestsForCustomers(sandbox) - before;
}

/** As a page asks: again, once the store has been left alone for as long as it wants. That takes virtual time alone. */
async function patiently<T>(sandbox: Sandbox, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await sandbox.settle(ask());
    } catch (error) {
      if (!(error instanceof Refused) || error.error.retryAfterMs === undefined) throw error;
      await sandbox.run(error.error.retryAfterMs);
    }
  }
}

/** Real milliseconds of a list, all of its calls, the second time that it is asked for: code has been compiled by use. */
async function timed(sandbox: Sandbox, ada: Console, filters: DirectoryFilter[]): Promise<number> {
  const walk = async (): Promise<void> => {
    let from: ListCursor | null = null;
    do {
      const query = { filters, sort: byName };
      const request: RequestOf<'directory.list'> = { entity: 'customer', query, today: '2026-01-05', page: 0, from };
      from = (await patiently(sandbox, () => ada.call('directory.list', request))).next;
    } while (from !== null);
  };
  await walk();
  const before = performance.now();
  await walk();
  return performance.now() - before;
}
