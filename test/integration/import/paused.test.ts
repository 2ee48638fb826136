import { DAY_MS, type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  world.sandbox.site.settings.taskMsPerRow = 300;
});
afterEach(() => world.close());

const ask = (resolver: 'jobs.pause' | 'jobs.resume' | 'jobs.cancel', jobId: string) =>
  world.sandbox.settle(world.ada.call(resolver, { jobId }));
const batchesSent = (): number => world.sandbox.site.log.counts.get('bulk-manage-multiple-customer-profiles') ?? 0;

/** An import that was paused while batches were in flight. */
async function pausedOnItsWay(rows = 3_000): Promise<string> {
  const jobId = await world.start(rows);
  await world.sandbox.until(async () => (await world.ada.job(jobId)).batches.inFlight > 0);
  const paused = await ask('jobs.pause', jobId);
  expect(paused.state).toBe('paused');
  expect(paused.batches.inFlight).toBeGreaterThan(0);
  return jobId;
}

describe('a paused import', () => {
  it('sends nothing more, follows what is in flight to its end, and loses no row once it is resumed', async () => {
    const jobId = await pausedOnItsWay();
    await world.sandbox.run(3_000);
    const sent = batchesSent();
    await world.sandbox.run(10 * MINUTE_MS);
    expect(batchesSent()).toBe(sent);
    const still = await world.job(jobId);
    expect(still).toMatchObject({ state: 'paused', batches: { inFlight: 0, settled: sent }, waiting: null });
    await ask('jobs.resume', jobId);
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 3_000 } });
    expect(batchesSent()).toBe(30);
  });

  it('gives up the turn once nothing is out, and is the next to get it when it is resumed', async () => {
    const first = await pausedOnItsWay();
    const [second, third] = [await world.start(2_000), await world.start(100)];
    expect((await world.job(second)).waiting?.message).toMatch(/paused/);
    await world.sandbox.until(async () => (await world.ada.job(second)).state === 'running');
    expect((await ask('jobs.resume', first)).state).toBe('queued');
    expect(await world.finish(first)).toMatchObject({ state: 'finished', tally: { succeeded: 3_000 } });
    const [ofSecond, ofThird] = [await world.finish(second), await world.finish(third)];
    const { endedAt } = await world.job(first);
    expect([ofSecond.state, ofThird.state]).toEqual(['finished', 'finished']);
    expect(ofSecond.endedAt ?? 0).toBeLessThan(endedAt ?? 0);
    expect(ofThird.endedAt ?? 0).toBeGreaterThan(endedAt ?? 0);
  });

  it('runs on at once while what it has sent is still out', async () => {
    const jobId = await pausedOnItsWay();
    expect((await ask('jobs.resume', jobId)).state).toBe('running');
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 3_000 } });
  });

  it('can be cancelled, with what is in flight and without', async () => {
    const early = await pausedOnItsWay();
    expect((await ask('jobs.cancel', early)).state).toBe('cancelling');
    const ended = await world.finish(early);
    expect(ended.tally.succeeded + ended.tally.cancelled).toBe(3_000);
    const late = await pausedOnItsWay();
    await world.sandbox.run(10 * MINUTE_MS);
    expect((await ask('jobs.cancel', late)).state).toBe('cancelled');
  });

  it('leaves the queue where it waited for its turn, and lets the others go first', async () => {
    const [first, second, third] = [await world.start(500), await world.start(100), await world.start(100)];
    expect((await ask('jobs.pause', second)).state).toBe('paused');
    await world.finish(first);
    await world.finish(third);
    expect((await world.job(second)).state).toBe('paused');
    await ask('jobs.resume', second);
    expect(await world.finish(second)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
  });

  it('ends where its last batch is settled', async () => {
    const jobId = await pausedOnItsWay(300);
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
    await expect(ask('jobs.pause', jobId)).rejects.toThrow(/CONFLICT/);
    await expect(ask('jobs.resume', jobId)).rejects.toThrow(/CONFLICT/);
  });

  it('is paused once, and resumed once', async () => {
    const jobId = await pausedOnItsWay();
    expect((await ask('jobs.pause', jobId)).state).toBe('paused');
    await ask('jobs.resume', jobId);
    expect((await ask('jobs.resume', jobId)).state).toBe('running');
  });

  it('is cancelled when nobody has touched it for as long as ended imports are kept', async () => {
    const jobId = await pausedOnItsWay();
    const { settings } = await world.sandbox.settle(world.ada.call('settings.get', {}));
    await world.sandbox.run((settings.retentionDays + 2) * DAY_MS);
    expect((await world.job(jobId)).state).toBe('cancelled');
  });
});
