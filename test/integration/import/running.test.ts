import { planFor } from '../../support/console';
import { DAY_MS, type ImportSite, MINUTE_MS, importSite, region, row, rows } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

/** Submissions of batches and questions for their tasks. */
const requestsOfTasks = (): number =>
  ['bulk-manage-multiple-customer-profiles', 'get-task-status']
    .map((operation) => world.sandbox.site.log.counts.get(operation) ?? 0)
    .reduce((sum, count) => sum + count, 0);

describe('an import of customer profiles', () => {
  it('puts every row on the site and accounts for it, with nobody watching', async () => {
    const ended = await world.finish(await world.start(2_345));
    expect(ended).toMatchObject({
      state: 'finished',
      tally: { succeeded: 2_345 },
      batches: { total: 24, settled: 24 },
    });
    expect(world.sandbox.site.state().customers.size).toBe(2_345);
    expect(world.sandbox.site.state().customers.find('customer2344@example.com')?.details.get('region')).toEqual([
      'EU',
    ]);
  });

  it('lists rows that failed with their cells and the words of the site, and those left out', async () => {
    world.sandbox.site.state().customers.add({
      id: 'qm:1:1',
      email: 'customer7@example.com',
      displayName: 'Before',
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
    const leftOut = [[13, ['nobody', 'X', 'EU'], ['E-mail: not an address.']]] as [number, string[], string[]][];
    const file = { plan: planFor('CREATE', [region]), rows: rows(10), leftOut };
    const jobId = await world.sandbox.settle(world.ada.startImport(file));
    const ended = await world.finish(jobId);
    expect(ended).toMatchObject({ rows: { total: 11, leftOut: 1, accepted: 10 }, tally: { succeeded: 9, failed: 1 } });
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed).toEqual([
      { row: 13, cells: ['nobody', 'X', 'EU'], outcome: 'left out', reason: 'E-mail: not an address.' },
      expect.objectContaining({ row: 9, cells: row(7)[1], outcome: 'failed' }),
    ]);
    expect(listed[1]?.reason).toMatch(/exist/i);
    expect(ended.reasons).toEqual([
      { list: 'sent', reason: 'A customer with the e-mail … exists already.', rows: 1 },
      { list: 'left out', reason: 'E-mail: not an address.', rows: 1 },
    ]);
  });

  it('asks at most 2.2 requests a batch when tasks take about the same time', async () => {
    const before = world.sandbox.platform.stats().apiRequests;
    world.sandbox.site.settings.taskMsPerRow = 300;
    await world.finish(await world.start(10_000));
    expect(requestsOfTasks() / 100).toBeLessThanOrEqual(2.2);
    expect(world.sandbox.platform.stats().apiRequests).toBeGreaterThan(before);
  });

  it('asks no more for a small import, once another one has shown how long tasks take', async () => {
    world.sandbox.site.settings.taskMsPerRow = 300;
    await world.finish(await world.start(100));
    const before = requestsOfTasks();
    await world.finish(await world.start(1_000));
    expect((requestsOfTasks() - before) / 10).toBeLessThanOrEqual(2.2);
  });

  it('looks soon for a task of few rows, however long those of full batches have taken', async () => {
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    await world.finish(await world.start(100));
    world.sandbox.site.settings.taskMsPerRow = 300;
    const ended = await world.finish(await world.start(5));
    expect((ended.endedAt ?? NaN) - (ended.startedAt ?? NaN)).toBeLessThan(20_000);
  });

  it('waits for a free slot when other work on the site uses them, and says so', async () => {
    world.sandbox.site.settings.foreignTasks = 5;
    const jobId = await world.start(300);
    await world.sandbox.run(2 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({
      state: 'running',
      waiting: { for: 'slot', message: 'Your site to finish other work.' },
      tally: { succeeded: 0 },
    });
    world.sandbox.site.settings.foreignTasks = 0;
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
  });

  it('never pauses to start a fresh chain of events, however long it goes on', async () => {
    world.sandbox.site.settings.foreignTasks = 5;
    await world.start(100);
    await world.sandbox.run(5 * 60 * MINUTE_MS);
    const asked = world.sandbox.site.log.latest().map(({ at }) => at);
    expect(asked.length).toBeGreaterThan(800);
    expect(Math.max(...asked.slice(1).map((at, index) => at - (asked[index] ?? 0)))).toBeLessThan(MINUTE_MS);
  });

  it('waits while the site is down, says so, and goes on', async () => {
    const jobId = await world.start(300);
    world.sandbox.site.faults.down = true;
    await world.sandbox.run(30 * MINUTE_MS);
    world.sandbox.site.faults.down = false;
    expect(await world.job(jobId)).toMatchObject({ state: 'running', waiting: { for: 'site' } });
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
  });

  it('confirms by reading back what a task that failed without reasons has written', async () => {
    world.sandbox.site.faults.taskFailRate = 1;
    const ended = await world.finish(await world.start(100));
    const { succeeded, unconfirmed, failed } = ended.tally;
    expect(succeeded + unconfirmed).toBe(100);
    expect(failed).toBe(0);
    expect(succeeded).toBe(world.sandbox.site.state().customers.size);
  });

  it('moves with every tick when all of its events are lost', async () => {
    const jobId = await world.start(300);
    world.sandbox.platform.faults.crashes.beforeCall = ({ invocation }) => invocation.moduleType === 'core:consumer';
    await world.sandbox.run(31 * MINUTE_MS);
    expect((await world.job(jobId)).tally.succeeded).toBeGreaterThan(0);
  });

  it('stops sending at once when cancelled, and follows what is in flight to its end', async () => {
    world.sandbox.site.settings.taskMsPerRow = 600;
    const jobId = await world.start(2_000);
    await world.sandbox.run(10_000);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const ended = await world.finish(jobId);
    expect(ended.state).toBe('cancelled');
    expect(ended.tally.succeeded).toBe(world.sandbox.site.state().customers.size);
    expect(ended.tally.succeeded + ended.tally.cancelled).toBe(2_000);
    expect(ended.reasons.map(({ rows }) => rows)).toEqual([ended.tally.cancelled]);
    expect(ended.reasons[0]?.reason).toMatch(/cancelled/);
    const { batches } = await world.sandbox.settle(world.ada.call('jobs.batches', { jobId, from: 0 }));
    expect(batches.at(-1)?.state).toBe('not-sent');
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(ended.tally.cancelled);
  });

  it('that is cancelled ends, and sends nothing more, though the site does not answer for days', async () => {
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    const jobId = await world.start(2_000);
    await world.sandbox.run(10_000);
    const sent = world.sandbox.site.log.counts.get('bulk-manage-multiple-customer-profiles');
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    world.sandbox.site.faults.down = true;
    await world.sandbox.run(26 * 60 * MINUTE_MS);
    world.sandbox.site.faults.down = false;
    expect(await world.job(jobId)).toMatchObject({ state: 'cancelled', tally: { unconfirmed: 500, cancelled: 1_500 } });
    expect(world.sandbox.site.log.counts.get('bulk-manage-multiple-customer-profiles')).toBe(sent);
  });

  it('sends nothing more once it is cancelled, however slowly the site takes what a step was sending', async () => {
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    world.sandbox.site.faults.latencyMs = 4_000;
    const jobId = await world.start(2_000);
    await world.sandbox.run(5_000);
    world.sandbox.site.faults.latencyMs = 0;
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    world.sandbox.site.faults.latencyMs = 4_000;
    await world.sandbox.run(MINUTE_MS);
    expect((await world.job(jobId)).batches.inFlight).toBe(2);
  });

  it('is forgotten after its retention, with everything it stored', async () => {
    const jobId = await world.start(250);
    await world.finish(jobId);
    await world.decide({ retentionDays: 3 });
    await world.sandbox.run(2 * DAY_MS);
    expect((await world.job(jobId)).state).toBe('finished');
    await world.sandbox.run(2 * DAY_MS);
    await expect(world.sandbox.settle(world.ada.job(jobId))).rejects.toThrow(/NOT_FOUND/);
    expect(JSON.stringify(world.sandbox.platform.store.dump())).not.toContain(jobId);
  });
});
