import { ADA } from '../../support/console';
import { changeStoredHead } from '../../support/stored-head';
import { type ImportSite, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

/** As a later version might write it, in a state that this one does not know. */
const makeUnreadable = (jobId: string): void =>
  changeStoredHead(world.sandbox.platform.store, jobId, (head) => ({ ...head, state: 'paused' }));

describe('an import that an earlier version of the app has begun', () => {
  it('goes on where it was, though its record lacks what that version did not know', async () => {
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    changeStoredHead(world.sandbox.platform.store, jobId, ({ faults: _, actsAs: __, ...before }) => before);
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
    makeUnreadable(jobId);
    const list = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    const known = { name: 'customers.csv', startedBy: { accountId: ADA }, createdAt: Date.now() };
    expect(list).toMatchObject({ jobs: [{ id: jobId, state: 'unreadable', ...known }, { id: sound }], total: 2 });
  });

  it('is listed where nothing at all can be read of it', async () => {
    const jobId = await world.start(100);
    changeStoredHead(world.sandbox.platform.store, jobId, () => ({}));
    const nothing = { state: 'unreadable', name: null, startedBy: null, createdAt: null };
    const list = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    expect(list.jobs).toEqual([{ id: jobId, ...nothing }]);
  });

  it('needs attention before those of which rows did not succeed', async () => {
    world.sandbox.site.faults.rowFailRate = 1;
    const failed = await world.start(100);
    await world.finish(failed);
    const jobId = await world.start(100);
    makeUnreadable(jobId);
    const inNeed = await world.sandbox.settle(world.ada.call('jobs.attention', {}));
    expect(inNeed).toMatchObject({ jobs: [{ id: jobId, state: 'unreadable' }, { id: failed }], total: 2 });
  });

  it('says so whatever is asked of it', async () => {
    const jobId = await world.start(100);
    makeUnreadable(jobId);
    for (const name of ['jobs.get', 'jobs.start', 'jobs.cancel', 'jobs.continue'] as const) {
      const asked = world.sandbox.settle(world.ada.call(name, { jobId }));
      await expect(asked).rejects.toThrow(/^UNREADABLE: .* cannot be read by this version of the app/);
    }
  });

  it('is named to those that wait for it', async () => {
    const jobId = await world.start(1_000);
    makeUnreadable(jobId);
    const { waiting } = await world.job(await world.start(100));
    expect(waiting?.message).toContain('that this version of the app cannot read');
  });
});
