import { gzipSync } from 'node:zlib';
import type { LogEntry } from '../../sandbox/csm/log';
import { seededRandom } from '../../sandbox/csm/seeded-random';
import { type Site, createSite } from '../../sandbox/site';
import * as entryPoints from '../support/back-end';
import { ADA, type Console, consoleOf } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { type Access, everyDelivery } from '../support/sync-site';
import { benchPlan, furnish } from './bench-site';
import { benchHeaders, customerCells } from './customer-rows';
import { measureNeed } from './heap';

const LATENCY_MS = 150;
const LATENCY_SPREAD_MS = 50;
const LOOK_EVERY_MS = 60_000;
/** Characters of one part, as samples/deliver.mjs cuts them. */
const PART_CHARS = 400_000;
/** Calls of a step from one look at the memory to the next. */
const CALLS_PER_LOOK = 20;
/** One record in so many has changed. */
const CHANGED = 100;

/** What one delivery takes. */
export interface DeliveryFigures {
  /** Of the CSM API, and of Jira beside it. */
  requests: number;
  writtenUnits: number;
  /** From its first part to the end of its run, in milliseconds of virtual time. */
  makespanMs: number;
  /** The most that a step of the sync itself needed, in bytes, without garbage: how much of that there is depends on the site. */
  stepBytes: number;
}

export interface SyncFigures {
  rows: number;
  /** The delivery of the whole file, to a sync that knows nothing. */
  full: DeliveryFigures;
  /** The same file with one record in a hundred changed. */
  changed: DeliveryFigures;
}

/** Delivers a file to a sync, and once more with 1 % changed, without faults, in virtual time. */
export async function runSync(rows: number, seed: number): Promise<SyncFigures> {
  const requests: LogEntry[] = [];
  const faults = { latencyMs: LATENCY_MS, latencySpreadMs: LATENCY_SPREAD_MS };
  let stepBytes = 0;
  const sandbox = await virtualSandbox({
    seed,
    handlers: {
      ...entryPoints,
      runSyncs: async (event: unknown) => {
        stepBytes = Math.max(stepBytes, await neededBy(sandbox, () => entryPoints.runSyncs(event)));
      },
    },
    site: (parts) => createSite({ ...parts, content: 'empty', faults, onRequest: (entry) => requests.push(entry) }),
  });
  const { random } = Math;
  Math.random = seededRandom(seed + 1);
  try {
    furnish(sandbox.site);
    const page = consoleOf(sandbox.platform, ADA);
    const access = await setUp(sandbox, page);
    const measured = async (changed: number): Promise<DeliveryFigures> => {
      requests.length = 0;
      stepBytes = 0;
      const unitsBefore = sandbox.platform.stats().kvs.writtenUnits;
      const makespanMs = await deliver(sandbox, page, access, csvOf(rows, changed));
      const own = requests.filter(({ path }) => !path.startsWith('/rest/api/3/mypermissions'));
      const writtenUnits = sandbox.platform.stats().kvs.writtenUnits - unitsBefore;
      return { requests: own.length, writtenUnits, makespanMs, stepBytes };
    };
    return { rows, full: await measured(0), changed: await measured(CHANGED) };
  } finally {
    Math.random = random;
    await sandbox.close();
  }
}

/** What a step needs, looked at between its calls of the platform: what it has stored is not of its memory. */
async function neededBy({ platform }: VirtualSandbox<Site>, step: () => Promise<void>): Promise<number> {
  const need = measureNeed(() => platform.stats().kvs.writtenBytes);
  const { crashes } = platform.faults;
  let calls = 0;
  crashes.beforeCall = () => {
    calls += 1;
    if (calls % CALLS_PER_LOOK === 1) need.look();
    return false;
  };
  await step();
  delete crashes.beforeCall;
  return need.peak();
}

async function setUp(sandbox: VirtualSandbox<Site>, page: Console): Promise<Access> {
  const { kind, columns, options } = benchPlan;
  await sandbox.settle(page.call('imports.saveMapping', { mapping: { name: 'Bench', kind, columns, options } }));
  const from = { what: 'mapping' as const, name: 'Bench' };
  return sandbox.settle(page.call('syncs.create', { settings: everyDelivery, from }));
}

/** The file; of every `changed`th record the region is another, none where it is 0. */
function csvOf(rows: number, changed: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = customerCells(row);
    if (changed > 0 && row % changed === 0) cells[3] = cells[3] === 'EU' ? 'US' : 'EU';
    return cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  });
  return [benchHeaders.join(','), ...lines].join('\n');
}

async function deliver(sandbox: VirtualSandbox<Site>, page: Console, access: Access, csv: string): Promise<number> {
  const packed = gzipSync(csv).toString('base64');
  const parts = Math.ceil(packed.length / PART_CHARS);
  const startedAt = sandbox.clock.now();
  for (let part = 1; part <= parts; part += 1) {
    const url = `${access.url}&delivery=bench-${startedAt}&part=${part}&parts=${parts}`;
    const body = packed.slice((part - 1) * PART_CHARS, part * PART_CHARS);
    const headers = [['Authorization', `Bearer ${access.token}`]] as const;
    const { status } = await sandbox.settle(sandbox.platform.callWebTrigger({ method: 'POST', url, headers, body }));
    if (status !== 202) throw new Error(`Part ${part} was answered with ${status}.`);
  }
  for (;;) {
    await sandbox.run(LOOK_EVERY_MS);
    const { sync } = await sandbox.settle(page.call('syncs.get', { syncId: access.syncId }));
    const [last] = sync.runs;
    if (sync.run !== null || sync.waiting !== null || last === undefined) continue;
    if (last.outcome !== 'applied' || last.counts?.failed !== 0)
      throw new Error(`The run ended: ${JSON.stringify(last)}`);
    return last.endedAt - startedAt;
  }
}
