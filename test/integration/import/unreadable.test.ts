import { changeStoredHead } from '../../support/stored-head';
import { type ImportSite, importSite } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

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
