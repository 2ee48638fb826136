import type { LeftOutRow, StoredRow } from '../../../src/contract/imports';
import type { ResultRow } from '../../../src/contract/jobs';
import type { ResponseOf } from '../../../src/contract/resolvers';
import { packAccepted, planFor } from '../../support/console';
import { DAY_MS, type ImportSite, importSite, region, row } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

async function resultsOf(jobId: string): Promise<{ rows: ResultRow[]; headers: string[]; pages: number }> {
  const rows: ResultRow[] = [];
  let pages = 0;
  let cursor: string | null = null;
  for (;;) {
    const page: ResponseOf<'jobs.results'> = await world.sandbox.settle(
      world.ada.call('jobs.results', { jobId, cursor }),
    );
    rows.push(...page.rows);
    pages += 1;
    cursor = page.next;
    if (cursor === null) return { rows, headers: page.headers, pages };
  }
}

/** A file of which every so many rows were left out. */
function mixed(count: number, every: number, name?: string): { rows: StoredRow[]; leftOut: LeftOutRow[] } {
  const all = Array.from({ length: count }, (_, index) => row(index));
  const isOut = ([number]: StoredRow): boolean => number % every === 0;
  return {
    rows: all.filter((one) => !isOut(one)),
    leftOut: all.filter(isOut).map(([number, cells]) => [number, name ? [name] : cells, ['E-mail: no.']]),
  };
}

const start = (file: ReturnType<typeof mixed>): Promise<string> =>
  world.sandbox.settle(world.ada.startImport({ plan: planFor('CREATE', [region]), ...file }));

describe('all results of an import', () => {
  it('are every row of the file in its order, with what became of it and what was done', async () => {
    world.sandbox.site.state().customers.add({
      id: 'qm:1:1',
      email: 'customer2@example.com',
      displayName: 'Before',
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
    const jobId = await start(mixed(4_500, 10));
    await world.finish(jobId);
    const { rows, headers, pages } = await resultsOf(jobId);
    expect(headers).toEqual(['E-mail', 'Name', 'Region']);
    expect(rows.map((one) => one.row)).toEqual(Array.from({ length: 4_500 }, (_, index) => index + 2));
    expect(pages).toBe(3);
    const { id } = world.sandbox.site.state().customers.find('customer0@example.com') ?? {};
    expect(rows[0]).toEqual({ row: 2, cells: row(0)[1], outcome: 'succeeded', done: 'created', id, reason: '' });
    expect(rows[2]).toMatchObject({ row: 4, outcome: 'failed', done: '', id: '' });
    expect(rows[2]?.reason).toMatch(/exists/);
    expect(rows[8]).toEqual({
      row: 10,
      cells: row(8)[1],
      outcome: 'left out',
      done: '',
      id: '',
      reason: 'E-mail: no.',
    });
  });

  it('are those of joined rows as well, each behind the row that it is joined with', async () => {
    const [first, second] = [row(0), row(3)];
    const plan = planFor('CREATE', [region]);
    const joined: StoredRow[] = [[first[0], first[1], [3, 6]], second];
    const jobId = await world.sandbox.settle(world.ada.startImport({ plan, rows: joined }));
    const job = await world.finish(jobId);
    expect(job.rows).toEqual({ total: 4, leftOut: 0, accepted: 2, joined: 2 });
    expect(job.tally).toMatchObject({ succeeded: 2 });
    const { rows } = await resultsOf(jobId);
    expect(rows.map((one) => [one.row, one.outcome, one.done, one.reason])).toEqual([
      [2, 'succeeded', 'created', ''],
      [3, 'succeeded', 'created', 'Joined with row 2.'],
      [6, 'succeeded', 'created', 'Joined with row 2.'],
      [5, 'succeeded', 'created', ''],
    ]);
    expect(new Set(rows.slice(0, 3).map(({ id }) => id)).size).toBe(1);
  });

  it('come in pages that the platform carries, however many rows are joined with one', async () => {
    const { columns, ...rest } = planFor('CREATE', [region]);
    const plan = { ...rest, columns: [...columns, { header: 'Notes', target: { to: 'nothing' } }] };
    const notes = 'x'.repeat(30_000);
    const others = Array.from({ length: 300 }, (_, index) => index + 3);
    const joined: StoredRow[] = [
      [2, [...row(0)[1], notes], others],
      [303, [...row(301)[1], notes]],
    ];
    const jobId = await world.sandbox.settle(world.ada.startImport({ plan, rows: joined }));
    await world.finish(jobId);
    const { rows, pages } = await resultsOf(jobId);
    expect(rows.map((one) => one.row)).toEqual([2, ...others, 303]);
    expect(pages).toBeGreaterThan(2);
  });

  it('are not begun where joined rows are told of that did not arrive', async () => {
    const counts = { total: 4, leftOut: 0, accepted: 2, joined: 2 };
    const plan = planFor('CREATE', [region]);
    const { call } = world.ada;
    const { jobId } = await call('jobs.create', { name: 'x.csv', plan, delimiter: ',', rows: counts });
    for (const [piece, data] of packAccepted([[2, row(0)[1], [3]], row(3)]).entries())
      await call('jobs.upload', { jobId, list: 'accepted', part: 0, piece, pieces: 1, data });
    await expect(call('jobs.start', { jobId })).rejects.toThrow('Part of the file is missing');
    await expect(
      call('jobs.create', { name: 'x.csv', plan, delimiter: ',', rows: { ...counts, joined: 1 } }),
    ).rejects.toThrow('add up');
  });

  it('say which rows a cancelled import never sent', async () => {
    const jobId = await start(mixed(2_000, 7));
    const before = await resultsOf(jobId);
    expect(before.rows.filter(({ outcome }) => outcome === 'waiting').length).toBeGreaterThan(0);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const { tally } = await world.finish(jobId);
    const { rows } = await resultsOf(jobId);
    for (const outcome of ['succeeded', 'cancelled'] as const) {
      expect(rows.filter((one) => one.outcome === outcome)).toHaveLength(tally[outcome]);
    }
    expect(rows.filter(({ outcome }) => outcome === 'left out')).toHaveLength(285);
  });

  it('come in pages that the platform carries, however large the rows are', async () => {
    const jobId = await start(mixed(600, 2, 'x'.repeat(30_000)));
    await world.finish(jobId);
    const { rows, pages } = await resultsOf(jobId);
    expect(rows.map((one) => one.row)).toEqual(Array.from({ length: 600 }, (_, index) => index + 2));
    expect(pages).toBeGreaterThan(5);
  });

  it('refuse a place that is none', async () => {
    const jobId = await start(mixed(10, 100));
    const asked = world.sandbox.settle(world.ada.call('jobs.results', { jobId, cursor: 'batch:1' }));
    await expect(asked).rejects.toThrow(/INVALID/);
  });
});

describe('an import that has ended', () => {
  it('is kept until the day that it says, as Settings say by then', async () => {
    const jobId = await start(mixed(10, 100));
    const { endedAt } = await world.finish(jobId);
    await world.decide({ retentionDays: 20 });
    const { keptUntil } = await world.job(jobId);
    expect(keptUntil).toBe((endedAt ?? 0) + 20 * DAY_MS);
    await world.sandbox.run((keptUntil ?? 0) - world.sandbox.clock.now() - DAY_MS);
    expect((await resultsOf(jobId)).rows).toHaveLength(10);
    await world.sandbox.run(2 * DAY_MS);
    await expect(world.job(jobId)).rejects.toThrow(/NOT_FOUND/);
  });
});
