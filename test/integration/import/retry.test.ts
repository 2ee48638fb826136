import type { StoredRow } from '../../../src/contract/imports';
import { planFor } from '../../support/console';
import { type ImportSite, importSite, region, rows } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

describe('the rows of an import that did not succeed', () => {
  it('can be sent once more under the plan of the first, with their numbers in the file', async () => {
    const { ada, sandbox } = world;
    const jobId = await world.start(2_000);
    await sandbox.settle(ada.call('jobs.cancel', { jobId }));
    const first = await world.finish(jobId);
    expect(first.tally.cancelled).toBeGreaterThan(0);
    const listed = await sandbox.settle(ada.unsuccessful(jobId));
    const again = listed.map(({ row, cells }): StoredRow => [row, cells]);
    const { plan, name } = await sandbox.settle(ada.call('jobs.plan', { jobId }));
    expect(plan).toEqual(planFor('UPSERT', [region]));
    const proposed = await sandbox.settle(ada.call('jobs.name', { name, variant: 'retry' }));
    expect(proposed.name).toBe('customers.csv (retry)');
    const retry = await sandbox.settle(ada.startImport({ ...proposed, plan, rows: again, retryOf: jobId }));
    const ended = await world.finish(retry);
    expect(ended).toMatchObject({
      name: 'customers.csv (retry)',
      retryOf: { id: jobId, name: 'customers.csv' },
      tally: { succeeded: first.tally.cancelled },
    });
    expect(sandbox.site.state().customers.size).toBe(2_000);
    const taken = await sandbox.settle(ada.call('jobs.name', { name, variant: 'retry' }));
    expect(taken.name).toBe('customers.csv (retry 2)');
  });

  it('are not sent once more while the first is under way, or where it is not there', async () => {
    const { ada, sandbox } = world;
    const jobId = await world.start(2_000);
    const file = { plan: planFor('UPSERT', [region]), rows: rows(1) };
    await expect(sandbox.settle(ada.startImport({ ...file, retryOf: jobId }))).rejects.toThrow(/CONFLICT.*ended/);
    await expect(sandbox.settle(ada.startImport({ ...file, retryOf: 'no-such-job' }))).rejects.toThrow(/NOT_FOUND/);
  });
});
