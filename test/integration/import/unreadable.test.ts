import { ADA } from '../../support/console';
import { changeStoredHead, makeReadable, makeUnreadable } from '../../support/stored-head';
import { type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

describe('an import that an earlier version of the app has begun', () => {
  it('goes on where it was, though its record lacks what that version did not know', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    changeStoredHead(world, jobId, ({ faults: _, actsAs: __, ...before }) => before);
    expect(await world.job(jobId)).toMatchObject({ state: 'running' });
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });
});

describe('an import whose record this version of the app cannot read', () => {
  it('is listed as such beside the others, with what can be read of it', async () => {
    const sound = await world.start(100);
    await world.finish(sound);
    const jobId = await world.start(1_000);
    makeUnreadable(world, jobId);
    const list = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    const known = { name: 'customers.csv', startedBy: { accountId: ADA }, createdAt: Date.now() };
    expect(list).toMatchObject({ jobs: [{ id: jobId, state: 'unreadable', ...known }, { id: sound }], total: 2 });
  });

  it('is listed where nothing at all can be read of it', async () => {
    const jobId = await world.start(100);
    changeStoredHead(world, jobId, () => ({}));
    const nothing = { state: 'unreadable', name: null, startedBy: null, createdAt: null };
    const list = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    expect(list.jobs).toEqual([{ id: jobId, ...nothing }]);
  });

  it('needs attention before those of which rows did not succeed', async () => {
    world.sandbox.site.faults.rowFailRate = 1;
    const failed = await world.start(100);
    await world.finish(failed);
    const jobId = await world.start(100);
    makeUnreadable(world, jobId);
    const inNeed = await world.sandbox.settle(world.ada.call('jobs.attention', {}));
    expect(inNeed).toMatchObject({ jobs: [{ id: jobId, state: 'unreadable' }, { id: failed }], total: 2 });
  });

  it('says so whatever is asked of it', async () => {
    const jobId = await world.start(100);
    makeUnreadable(world, jobId);
    for (const name of ['jobs.get', 'jobs.start', 'jobs.cancel', 'jobs.continue'] as const) {
      const asked = world.sandbox.settle(world.ada.call(name, { jobId }));
      await expect(asked).rejects.toThrow(/^UNREADABLE: This version of the app can’t read/);
    }
  });

  it('is named to those that wait for it', async () => {
    const jobId = await world.start(1_000);
    makeUnreadable(world, jobId);
    const { waiting } = await world.job(await world.start(100));
    expect(waiting?.message).toContain('that this version of the app can’t read');
  });
});

describe('the turn of an import that this version of the app cannot read', () => {
  const HOUR_MS = 60 * MINUTE_MS;

  it('is kept while the site may be at work on it, and then goes to the next', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    makeUnreadable(world, jobId);
    const next = await world.start(100);
    await world.sandbox.run(2.9 * HOUR_MS);
    expect(await world.job(next)).toMatchObject({ state: 'queued' });
    await world.sandbox.run(0.3 * HOUR_MS);
    expect(await world.job(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('passes over those that wait for it and cannot be read either', async () => {
    const first = await world.start(1_000);
    const others = [await world.start(100), await world.start(100)];
    for (const jobId of [first, ...others]) makeUnreadable(world, jobId);
    const next = await world.start(100);
    await world.sandbox.run(3.2 * HOUR_MS);
    expect(await world.job(next)).toMatchObject({ state: 'finished' });
  });

  it('is given up at once by one that waits, as nothing of it can be on its way', async () => {
    world.sandbox.site.settings.taskMsPerRow = 3_000;
    const first = await world.start(1_000);
    makeUnreadable(world, await world.start(100));
    const next = await world.start(100);
    await world.finish(first);
    await world.sandbox.run(10 * MINUTE_MS);
    expect(await world.job(next)).toMatchObject({ state: 'finished' });
  });

  it('costs few writes, and no event is delivered again and again', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    makeUnreadable(world, jobId);
    const before = world.sandbox.platform.stats();
    await world.sandbox.run(24 * HOUR_MS);
    const after = world.sandbox.platform.stats();
    expect(after.kvs.writtenUnits - before.kvs.writtenUnits).toBeLessThan(5);
    expect(after.redeliveries).toBe(before.redeliveries);
  });

  it.each([
    ['before it has lost the turn', 1],
    ['after it has lost the turn', 30],
    ['after the site has forgotten its tasks', 100],
  ])('comes back to it once a version can read it, %s', async (_, hours) => {
    const jobId = await world.start(2_500, 'CREATE');
    await world.sandbox.run(7_000);
    makeUnreadable(world, jobId);
    await world.sandbox.run(hours * HOUR_MS);
    const next = await world.start(1_000);
    await world.sandbox.run(2_000);
    makeReadable(world, jobId);
    const ended = await world.finish(jobId);
    expect(ended).toMatchObject({ state: 'finished', tally: { succeeded: 2_500 } });
    expect(await world.finish(next)).toMatchObject({ state: 'finished' });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('is not given to one that is parked, when a version can read it again', async () => {
    const jobId = await world.start(1_000);
    await world.withoutRights(10 * MINUTE_MS);
    makeUnreadable(world, jobId);
    await world.sandbox.run(4 * HOUR_MS);
    makeReadable(world, jobId, 'needs-attention');
    await world.sandbox.run(10 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'needs-attention' });
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });
});
