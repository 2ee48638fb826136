import { gzipSync } from 'node:zlib';
import { seededRandom } from '../../sandbox/forge/ids';
import type { Site } from '../../sandbox/site';
import type { SyncView } from '../../src/contract/syncs';
import type { StoredRow } from '../../src/contract/imports';
import { type Console, consoleOf, planFor } from '../support/console';
import { region } from '../support/import-site';
import { type Access, everyDelivery } from '../support/sync-site';
import type { VirtualSandbox } from '../support/sandbox';
import { asked } from './asked';
import { type LivedThrough, calm, liveThrough, setRights, storm } from './live-through';
import { type RelatedColumns, drawRelated } from './related-columns';
import type { Weather } from './weather';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The longest that a delivery may take to be applied in the end, in fair weather: slow tasks, one at a time. */
const PATIENCE_MS = 3 * 24 * HOUR_MS;

type Region = 'EU' | 'US';
/** What an export has of each record, by its number. */
type Records = ReadonlyMap<number, readonly [name: string, region: Region]>;

/**
 * Nights of a sync in bad weather: deliveries come twice, in wrong order, by halves and while one is being applied; the
 * owner loses the right; somebody edits the site by hand. In the end, in fair weather, the site has what was delivered
 * last, but for what was edited and has not changed since, and delivering it again does nothing. Some exports say something of
 * organizations and entitlements, too; some have several rows of one customer, which are joined.
 */
export const simulateSync = (seed: number): Promise<LivedThrough> =>
  liveThrough(seed, (sandbox, random, weather) => {
    // Drawn from numbers of their own, so that the nights of a seed do not depend on them.
    const related = drawRelated(sandbox.site, seededRandom(seed + 2));
    const joins = related === null && seededRandom(seed + 3)() < 0.5;
    return live(new Nights(sandbox, random, related, joins), weather);
  });

async function live(nights: Nights, weather: Weather): Promise<string[]> {
  await nights.setUp();
  storm(nights.sandbox, weather, nights.random);
  const broken: string[] = [];
  const count = 2 + Math.floor(nights.random() * 4);
  for (let night = 0; night < count; night += 1) await nights.pass();
  nights.calm();
  broken.push(...(await nights.applyLast()));
  broken.push(...nights.differences());
  broken.push(...(await nights.deliverAgain()));
  return broken;
}

class Nights {
  readonly #console: Console;
  #access: Access = { syncId: '', url: '', token: '' };
  #records: Records = new Map();
  /** Records that were edited by hand, with what the export had of them then. */
  readonly #edited = new Map<number, string>();
  #deliveries = 0;

  constructor(
    readonly sandbox: VirtualSandbox<Site>,
    readonly random: () => number,
    private readonly related: RelatedColumns | null,
    private readonly joins: boolean,
  ) {
    this.#console = consoleOf(sandbox.platform);
  }

  async setUp(): Promise<void> {
    const { customer } = this.sandbox.site.state().fields;
    const field = { id: 'region', name: 'Region', type: 'SELECT', options: ['EU', 'US'] } as const;
    customer.add({ ...field, options: [...field.options], view: 'everyone', edit: 'everyone' });
    this.related?.furnish();
    const columns = [
      { header: 'E-mail', target: { to: 'email' } },
      { header: 'Name', target: { to: 'displayName' } },
      { header: 'Region', target: { to: 'detail', field: 'Region' } },
      ...(this.related?.columns ?? []),
    ];
    const options = { emptyCells: 'leave' as const, valueSeparator: ';' as const };
    const mapping = { name: 'CRM', kind: 'customer-profiles', columns, options };
    await this.sandbox.settle(this.#console.call('imports.saveMapping', { mapping }));
    const settings = { ...everyDelivery, limits: { percent: 60, rows: 1_000 } };
    const source = this.joins ? await this.#joiningImport() : { what: 'mapping' as const, name: 'CRM' };
    const request = { settings, from: source };
    this.#access = await this.sandbox.settle(this.#console.call('syncs.create', request));
    this.#records = new Map(
      Array.from({ length: 1 + Math.floor(this.random() * 250) }, (_, at) => [at, this.#cells()]),
    );
  }

  /** An import of one customer that joins rows: saved mappings don't. */
  async #joiningImport(): Promise<{ what: 'job'; jobId: string }> {
    const plan = { ...planFor('UPSERT', [region]), joinsRows: 'agreeing' as const };
    const rows: StoredRow[] = [[2, [emailOf(0), 'Before', 'EU'], [3]]];
    const jobId = await this.sandbox.settle(this.#console.startImport({ plan, rows }));
    while ((await this.sandbox.settle(this.#console.job(jobId))).state !== 'finished')
      await this.sandbox.run(MINUTE_MS);
    return { what: 'job', jobId };
  }

  calm(): void {
    calm(this.sandbox);
    const { faults } = this.sandbox.site;
    Object.assign(faults, { rowFailRate: 0, taskFailRate: 0, taskCancelRate: 0, taskVanishRate: 0 });
    setRights(this.sandbox, true);
  }

  /** One night: the export has changed, and is delivered in one of the ways in which scripts go wrong. */
  async pass(): Promise<void> {
    this.#change();
    if (this.random() < 0.3) await this.#send(this.#body(), { part: '1', parts: '2' });
    await this.#deliver(this.#body());
    if (this.random() < 0.3) await this.#deliver(this.#body());
    if (this.random() < 0.3) await this.#whileRunning();
    if (this.random() < 0.3) await this.#withoutRights();
    if (this.random() < 0.4) this.#edit();
    const until = this.sandbox.clock.now() + this.random() * 8 * HOUR_MS;
    while (this.sandbox.clock.now() < until) {
      await this.sandbox.run(20 * MINUTE_MS);
      await this.#tend();
    }
  }

  /** Delivers the last export until all of it is applied: what failed in bad weather is sent again. */
  async applyLast(): Promise<string[]> {
    const end = this.sandbox.clock.now() + PATIENCE_MS;
    for (let turn = 0; this.sandbox.clock.now() < end; turn += 1) {
      await this.#settled(end);
      await this.#deliver(`${this.#body()}${'\n'.repeat(1 + (turn % 7))}`);
      const { runs } = await this.#settled(end);
      const [last] = runs;
      const isWhole = last?.counts != null && last.counts.failed + last.counts.leftOut === 0;
      if (isWhole && last.outcome === 'nothing') return [];
    }
    const { runs, run, waiting } = await this.#sync();
    return [`the last export was not applied: ${JSON.stringify({ run, waiting, last: runs[0] })}`];
  }

  /** Records whose customer is not as the last export says. */
  differences(): string[] {
    const { customers } = this.sandbox.site.state();
    return [...this.#records].flatMap(([index, cells]) => {
      if (this.#edited.get(index) === JSON.stringify(cells)) return [];
      const [name, region] = cells;
      const customer = customers.find(emailOf(index));
      if (customer === undefined) return [`${emailOf(index)} is not on the site`];
      const found = [customer.displayName, customer.details.get('region')?.[0]];
      const isSame = found[0] === name && found[1] === region;
      return [
        ...(isSame ? [] : [`${emailOf(index)} is ${found.join()}, not ${cells.join()}`]),
        ...(this.related?.differences(index, region, customer.id) ?? []),
      ];
    });
  }

  async deliverAgain(): Promise<string[]> {
    const before = this.sandbox.site.journal.entries.length;
    await this.#deliver(`${this.#body()}\n\n\n\n\n\n\n\n\n`);
    await this.#settled(this.sandbox.clock.now() + PATIENCE_MS);
    const changes = this.sandbox.site.journal.entries.length - before;
    return changes === 0 ? [] : [`delivering the same again has changed ${changes} things`];
  }

  /** The last export. */
  #body(): string {
    const headers = ['E-mail', 'Name', 'Region', ...(this.related?.columns ?? []).map(({ header }) => header)];
    const records = [...this.#records];
    const isSplit = (index: number): boolean => this.joins && index % 4 === 0;
    const rows = records.map(([index, [name, own]]) => [
      ...[emailOf(index), name, isSplit(index) ? '' : own],
      ...(this.related?.cellsOf(index, own) ?? []),
    ]);
    const others = records.flatMap(([index, [, own]]) => (isSplit(index) ? [[emailOf(index), '', own]] : []));
    return [headers, ...rows, ...others].map((cells) => cells.join(',')).join('\n');
  }

  #cells(): readonly [string, Region] {
    return [`Name ${Math.floor(this.random() * 1_000)}`, this.random() < 0.5 ? 'EU' : 'US'];
  }

  #change(): void {
    this.related?.change();
    const share = this.random() < 0.2 ? 0.9 : 0.1;
    const next = [...this.#records].flatMap(([index, cells]): [number, readonly [string, Region]][] => {
      if (this.random() < 0.03) return [];
      return [[index, this.random() < share ? this.#cells() : cells]];
    });
    const first = Math.max(0, ...this.#records.keys()) + 1;
    for (let added = 0; added < this.random() * 10; added += 1) next.push([first + added, this.#cells()]);
    this.#records = new Map(next);
  }

  /** Somebody edits a customer on the site. */
  #edit(): void {
    for (const [index, cells] of this.#records) {
      const customer = this.sandbox.site.state().customers.find(emailOf(index));
      if (customer === undefined || this.random() < 0.95) continue;
      customer.details.set('region', ['EU']);
      this.#edited.set(index, JSON.stringify(cells));
    }
  }

  /** A delivery that comes while the one before is on its way, and takes half of its changes back. */
  async #whileRunning(): Promise<void> {
    await this.sandbox.run(this.random() * 10 * MINUTE_MS);
    this.#change();
    await this.#deliver(this.#body());
  }

  async #withoutRights(): Promise<void> {
    setRights(this.sandbox, false);
    await this.sandbox.run(this.random() * 60 * MINUTE_MS);
    setRights(this.sandbox, true);
  }

  /** Sends a delivery as a script does: again for as long as it is not taken, in one part or several. */
  async #deliver(body: string): Promise<void> {
    const packed = gzipSync(body).toString('base64');
    const parts = 1 + Math.floor(this.random() * 3);
    const size = Math.ceil(packed.length / parts / 4) * 4;
    this.#deliveries += 1;
    const pieces = Array.from({ length: Math.ceil(packed.length / size) }, (_, at) =>
      packed.slice(at * size, (at + 1) * size),
    );
    for (let part = 1; part <= pieces.length;) {
      if (this.random() < 0.1) await this.#send(pieces.at(-1) ?? '', this.#query(pieces.length, pieces.length));
      const status = await this.#send(pieces[part - 1] ?? '', this.#query(part, pieces.length));
      if (status === 202) part += 1;
      else if (status === 409) part = 1;
      if (status !== 202) await this.sandbox.run(MINUTE_MS);
    }
  }

  #query(part: number, parts: number): Record<string, string> {
    return { delivery: `d${this.#deliveries}`, part: String(part), parts: String(parts) };
  }

  async #send(body: string, query: Record<string, string>): Promise<number> {
    const url = new URL(this.#access.url);
    for (const [name, value] of Object.entries({ delivery: 'half', ...query })) url.searchParams.set(name, value);
    const headers = [['Authorization', `Bearer ${this.#access.token}`]] as const;
    const request = { method: 'POST', url: url.href, headers, body };
    return (await this.sandbox.settle(this.sandbox.platform.callWebTrigger(request))).status;
  }

  async #sync(): Promise<SyncView> {
    const { syncId } = this.#access;
    return (await this.sandbox.settle(this.#console.call('syncs.get', { syncId }))).sync;
  }

  /** Lets time pass until nothing is on its way, doing what an administrator would do. */
  async #settled(end: number): Promise<SyncView> {
    for (;;) {
      const sync = await this.#tend();
      const isIdle = sync !== null && sync.run === null && sync.waiting === null;
      if ((isIdle || this.sandbox.clock.now() > end) && sync !== null) return sync;
      await this.sandbox.run(5 * MINUTE_MS);
    }
  }

  async #tend(): Promise<SyncView | null> {
    const { syncId } = this.#access;
    const sync = (await asked(this.sandbox, () => this.#console.call('syncs.get', { syncId })))?.sync ?? null;
    if (sync?.parked != null) await asked(this.sandbox, () => this.#console.call('syncs.takeOver', { syncId }));
    const { run } = sync ?? {};
    if (run?.phase === 'approval') {
      const decision = this.random() < 0.8 ? 'syncs.approve' : 'syncs.refuse';
      await asked(this.sandbox, () => this.#console.call(decision, { syncId, no: run.no }));
    }
    for (const jobId of run?.jobs ?? []) {
      const job = await asked(this.sandbox, () => this.#console.job(jobId));
      if (job?.state === 'needs-attention')
        await asked(this.sandbox, () => this.#console.call('jobs.continue', { jobId }));
    }
    return sync;
  }
}

const emailOf = (index: number): string => `customer${index}@example.com`;
