import { ADA, GIL, consoleOf } from '../../support/console';
import { type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';

const HOUR_MS = 60 * MINUTE_MS;
let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

describe('a parked import', () => {
  it('is carried on by another administrator, as whom it acts from then on', async () => {
    const jobId = await world.start(2_500);
    world.revoke(ADA);
    world.grant(GIL);
    const gil = consoleOf(world.sandbox.platform, GIL);
    await world.sandbox.run(MINUTE_MS);
    const parked = await world.sandbox.settle(gil.job(jobId));
    expect(parked).toMatchObject({ state: 'needs-attention', attention: { code: 'forbidden' } });
    const carried = await world.sandbox.settle(gil.call('jobs.continue', { jobId }));
    expect(carried.batches.inFlight).toBe(5);
    await world.sandbox.run(5 * MINUTE_MS);
    const ended = await world.sandbox.settle(gil.job(jobId));
    expect(ended).toMatchObject({ state: 'finished', tally: { succeeded: 2_500 } });
  });

  it('gets one step further a click while the site lets nobody be impersonated', async () => {
    world.sandbox.site.settings.impersonationRefused = true;
    const jobId = await world.start(700);
    await world.sandbox.run(MINUTE_MS);
    const parked = { state: 'needs-attention', attention: { code: 'forbidden' } };
    expect(await world.job(jobId)).toMatchObject({ ...parked, batches: { inFlight: 0 } });
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    await world.sandbox.run(MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ ...parked, batches: { inFlight: 5 } });
    world.sandbox.site.settings.impersonationRefused = false;
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 700 } });
  });

  it('sends all of its slots at once when it is continued, over a slow site too', async () => {
    const jobId = await world.start(1_000);
    await world.withoutRights(MINUTE_MS);
    world.sandbox.site.faults.latencyMs = 1_500;
    const carried = await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(carried.batches.inFlight).toBe(5);
  });

  it('follows what it has sent, and then lets the next job have its turn', async () => {
    world.sandbox.site.settings.taskMsPerRow = 300;
    const parkedId = await world.start(1_000);
    await world.sandbox.run(5_000);
    await world.withoutRights(10 * MINUTE_MS);
    const { state, batches } = await world.job(parkedId);
    expect(state).toBe('needs-attention');
    expect(batches.inFlight).toBeGreaterThan(0);
    const next = await world.start(100);
    expect(await world.finish(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    const followed = await world.job(parkedId);
    expect(followed).toMatchObject({ state: 'needs-attention', batches: { inFlight: 0 } });
    expect(followed.tally.succeeded).toBe(world.sandbox.site.state().customers.size);
  });

  it('moves at once when it is continued, however long its tasks could not be read', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(5_000);
    await world.withoutRights(40 * MINUTE_MS);
    expect((await world.job(jobId)).state).toBe('needs-attention');
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    await world.sandbox.run(2 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });

  it('does not keep the turn for what it may have sent, once the site must be done with it', async () => {
    world.sandbox.site.settings.foreignTasks = 5;
    const parkedId = await world.start(1_000);
    world.sandbox.site.settings.foreignTasks = 0;
    world.sandbox.site.faults.down = true;
    await world.sandbox.run(22_000);
    world.sandbox.site.faults.down = false;
    await world.withoutRights(10 * MINUTE_MS);
    expect(await world.job(parkedId)).toMatchObject({ state: 'needs-attention', batches: { inFlight: 0 } });
    const next = await world.start(100);
    expect(await world.finish(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId: parkedId }));
    expect(await world.finish(parkedId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('does not keep the turn for batches of which the site has forgotten the results', async () => {
    const parkedId = await world.start(1_000);
    await world.sandbox.run(2_000);
    world.revoke(ADA);
    world.grant(GIL);
    await world.sandbox.run(10 * MINUTE_MS);
    const gil = consoleOf(world.sandbox.platform, GIL);
    const parked = await world.sandbox.settle(gil.job(parkedId));
    expect(parked.state).toBe('needs-attention');
    expect(parked.batches.inFlight).toBeGreaterThan(0);
    await world.sandbox.run(73 * HOUR_MS);
    world.grant(ADA);
    const next = await world.start(100);
    await world.sandbox.run(2 * MINUTE_MS);
    expect(await world.job(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
  });

  it('is named to the job that waits for it', async () => {
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    const parkedId = await world.start(1_000);
    await world.sandbox.run(2_000);
    await world.withoutRights(MINUTE_MS);
    expect((await world.job(parkedId)).state).toBe('needs-attention');
    const next = await world.start(100);
    const message = 'The import “customers.csv” to finish. It has stopped: continue or cancel it.';
    const waiting = { for: 'turn', message };
    expect(await world.job(next)).toMatchObject({ state: 'queued', waiting });
  });

  it('that is continued behind another one waits for its turn, says so, and can be cancelled at once', async () => {
    const parkedId = await world.start(1_000);
    await world.withoutRights(MINUTE_MS);
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    await world.start(1_000);
    await world.sandbox.run(2_000);
    const continued = await world.sandbox.settle(world.ada.call('jobs.continue', { jobId: parkedId }));
    expect(continued).toMatchObject({ state: 'queued', waiting: { for: 'turn' } });
    const cancelled = await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId: parkedId }));
    expect(cancelled.state).toBe('cancelled');
  });

  it('moves at once when it is continued, however long its tasks could not be read', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(5_000);
    await world.withoutRights(40 * MINUTE_MS);
    expect((await world.job(jobId)).state).toBe('needs-attention');
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    await world.sandbox.run(2 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });
});

describe('an import that stays parked', () => {
  it('is cancelled after the time for which imports are kept, and then forgotten', async () => {
    await world.decide({ retentionDays: 3 });
    const jobId = await world.start(100);
    await world.withoutRights(5 * MINUTE_MS);
    await world.sandbox.run(5 * 24 * HOUR_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'cancelled', tally: { cancelled: 100 } });
    await world.sandbox.run(5 * 24 * HOUR_MS);
    await expect(world.job(jobId)).rejects.toThrow(/NOT_FOUND/);
  });

  it('says what it waits for when it is cancelled behind another one', async () => {
    const parkedId = await world.start(1_000);
    await world.sandbox.run(2_000);
    world.revoke(ADA);
    await world.sandbox.run(73 * HOUR_MS);
    world.grant(ADA);
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    await world.start(1_000);
    const cancelled = await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId: parkedId }));
    expect(cancelled).toMatchObject({ state: 'cancelling', waiting: { for: 'turn' } });
  });
});
