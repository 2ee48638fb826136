import { DAY_MS, type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';
import { makeReadable, makeUnreadable } from '../../support/stored-head';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  await world.decide({ retentionDays: 5 });
});
afterEach(() => world.close());

describe('the retention of an import that this version of the app cannot read', () => {
  it('counts from when that was found, and takes everything of it', async () => {
    const jobId = await world.start(250);
    await world.finish(jobId);
    await world.sandbox.run(3 * DAY_MS);
    makeUnreadable(world, jobId);
    const sound = await world.start(100);
    await world.finish(sound);
    await world.sandbox.run(4 * DAY_MS);
    expect(await listed()).toEqual([sound, jobId]);
    await world.sandbox.run(3 * DAY_MS);
    expect(await listed()).toEqual([]);
    expect(JSON.stringify(world.sandbox.platform.store.dump())).not.toContain(jobId);
  });

  it('counts anew when it could be read in between', async () => {
    const jobId = await world.start(250);
    await world.withoutRights(MINUTE_MS);
    makeUnreadable(world, jobId);
    await world.sandbox.run(3 * DAY_MS);
    makeReadable(world, jobId, 'needs-attention');
    await world.sandbox.run(2 * DAY_MS);
    makeUnreadable(world, jobId);
    await world.sandbox.run(4 * DAY_MS);
    expect(await listed()).toEqual([jobId]);
  });

  const listed = async (): Promise<string[]> => {
    const { jobs } = await world.sandbox.settle(world.ada.call('jobs.list', { page: 0 }));
    return jobs.map(({ id }) => id);
  };
});
