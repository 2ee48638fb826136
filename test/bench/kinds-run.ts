import type { LogEntry } from '../../sandbox/csm/log';
import { type Site, createSite } from '../../sandbox/site';
import { seededRandom } from '../../sandbox/csm/seeded-random';
import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import { consoleOf, hasEnded } from '../support/console';
import { customerIdOf, emailOf, furnishCustomers } from './furnish';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

const LATENCY_MS = 150;
const LATENCY_SPREAD_MS = 50;
/** Single calls at once. */
const CALLS_AT_ONCE = 5;
const LOOK_EVERY_MS = 60_000;

export interface DirectFigures {
  rows: number;
  requests: number;
  makespanMs: number;
  /** The time of all requests if five of them were always under way. */
  idealMs: number;
}

/** A job of single calls, on a site that holds what it names. */
export interface DirectJob {
  plan: ImportPlan;
  rows: StoredRow[];
  furnish: (site: Site) => void;
}

const numbers = (rows: number): number[] => Array.from({ length: rows }, (_, index) => index);
const options: ImportPlan['options'] = { emptyCells: 'leave', valueSeparator: ';' };
const lookups: ImportPlan['lookups'] = { organizations: [], products: [] };

/** Products to create: one call a row, and nothing to look up. */
export const newProducts = (rows: number): DirectJob => ({
  plan: {
    ...{ kind: 'products', operation: 'CREATE', fields: [], options, lookups },
    columns: [{ header: 'Product', target: { to: 'product', by: 'name' } }],
  },
  rows: numbers(rows).map((index): StoredRow => [index + 2, [`Product ${index}`]]),
  furnish: () => undefined,
});

/** Customers to delete by email: a search and a call a row, and their records in between. */
export const leavingCustomers = (rows: number): DirectJob => ({
  plan: {
    ...{ kind: 'customer-removals', operation: 'DELETE', fields: [], options, lookups },
    columns: [{ header: 'Email', target: { to: 'email' } }],
  },
  rows: numbers(rows).map((index): StoredRow => [index + 2, [emailOf(index)]]),
  furnish: (site) => furnishCustomers(site, rows),
});

/** Entitlements to grant to customers by ID, with a value each: two calls a row. */
export const newEntitlements = (rows: number): DirectJob => ({
  plan: {
    ...{ kind: 'entitlements', operation: 'GRANT', options, lookups },
    fields: [{ name: 'Seats', type: 'NUMBER', options: [] }],
    columns: [
      { header: 'Customer ID', target: { to: 'customerId' } },
      { header: 'Product ID', target: { to: 'product', by: 'id' } },
      { header: 'Seats', target: { to: 'detail', field: 'Seats' } },
    ],
  },
  rows: numbers(rows).map((index): StoredRow => [index + 2, [customerIdOf(index), 'p1', '5']]),
  furnish(site) {
    const { products, fields } = site.state();
    products.add({ id: 'p1', name: 'Support' });
    fields.entitlement.add({
      id: 'seats',
      name: 'Seats',
      type: 'NUMBER',
      options: [],
      view: 'everyone',
      edit: 'everyone',
    });
    furnishCustomers(site, rows);
  },
});

/** Runs one job of single calls without faults, in virtual time. */
export async function runDirect({ plan, rows, furnish }: DirectJob, seed: number): Promise<DirectFigures> {
  const requests: LogEntry[] = [];
  const faults = { latencyMs: LATENCY_MS, latencySpreadMs: LATENCY_SPREAD_MS };
  const sandbox = await virtualSandbox({
    seed,
    site: (parts) => createSite({ ...parts, content: 'empty', faults, onRequest: (entry) => requests.push(entry) }),
  });
  const { random } = Math;
  Math.random = seededRandom(seed + 1);
  try {
    furnish(sandbox.site);
    const page = consoleOf(sandbox.platform);
    const jobId = await sandbox.settle(page.startImport({ plan, rows }));
    requests.length = 0;
    const makespanMs = await timeOf(sandbox, jobId, rows.length);
    const own = requests.filter(({ path }) => !path.startsWith('/rest/api/3/mypermissions'));
    const idealMs = own.reduce((sum, { ms }) => sum + ms, 0) / CALLS_AT_ONCE;
    return { rows: rows.length, requests: own.length, makespanMs, idealMs };
  } finally {
    Math.random = random;
    await sandbox.close();
  }
}

async function timeOf(sandbox: VirtualSandbox<Site>, jobId: string, rows: number): Promise<number> {
  const page = consoleOf(sandbox.platform);
  const startedAt = sandbox.clock.now();
  for (;;) {
    await sandbox.run(LOOK_EVERY_MS);
    const job = await sandbox.settle(page.job(jobId));
    if (!hasEnded(job)) continue;
    if (job.tally.succeeded !== rows) throw new Error(`Of ${rows} rows the tally is ${JSON.stringify(job.tally)}.`);
    return (job.endedAt ?? NaN) - startedAt;
  }
}
