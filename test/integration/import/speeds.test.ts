import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const speeds = () => world.sandbox.settle(world.ada.call('jobs.speeds', {}));

/** Changes a value of so many customers, and resolves with the job. */
async function change(route: 'bulk' | 'direct', count: number) {
  const { addCustomer } = furnishing(world);
  const rows = Array.from({ length: count }, (_, at) => [addCustomer(`${route}${at}@example.com`), 'x']);
  const columns: ImportedRows['columns'] = [
    ['ID', { to: 'customerId' }],
    ['Note', { to: 'detail', field: 'Note' }],
  ];
  const { job } = await importRows(world, {
    kind: 'customer-details',
    operation: 'UPDATE',
    route,
    columns,
    fields: [note],
    rows,
  });
  expect(job.tally.succeeded).toBe(count);
  return job;
}

describe('the speed of imports on a site', () => {
  it('is unknown before the first has finished', async () => {
    expect(await speeds()).toEqual({ batchMs: null, callMs: null });
  });

  it('is that of the last import by the same route', async () => {
    world.sandbox.site.faults.latencyMs = 500;
    world.sandbox.site.settings.taskMsPerRow = 600;
    const direct = await change('direct', 200);
    const { callMs, batchMs } = await speeds();
    // Five calls at a time, of half a second each.
    expect(callMs).toBeGreaterThanOrEqual(100);
    expect(callMs).toBeLessThan(250);
    expect(batchMs).toBeNull();
    expect(((direct.endedAt ?? 0) - (direct.startedAt ?? 0)) / 200).toBeLessThan(300);
    await change('bulk', 200);
    const after = await speeds();
    expect(after.callMs).toBe(callMs);
    expect(after.batchMs).toBeGreaterThan(30_000);
  });

  it('is not measured by a handful of calls', async () => {
    await change('direct', 3);
    expect((await speeds()).callMs).toBeNull();
  });
});
