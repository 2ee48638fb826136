import { everyDelivery, exportOf, record, records, type SyncSite, syncSite } from '../../support/sync-site';
import { plan, row } from '../../support/import-site';
import { undo } from '../../support/undo';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const regionOf = (index: number) =>
  site.sandbox.site.state().customers.find(`customer${index}@example.com`)?.details.get('region');

it('a sync made of an import that was undone sends all that the import had written', async () => {
  await site.finish(await site.start(3));
  const file = {
    name: 'crm',
    plan: { ...plan, keepsBefore: true as const },
    rows: [0, 1, 2].map((index) => row(index, 'US')),
  };
  const jobId = await site.sandbox.settle(site.ada.startImport(file));
  await site.finish(jobId);
  await undo(site, jobId);
  expect(regionOf(1)).toEqual(['EU']);

  const request = { settings: everyDelivery, from: { what: 'job' as const, jobId } };
  const access = await site.sandbox.settle(site.ada.call('syncs.create', request));
  await site.sandbox.run(60_000);
  expect(await site.sync(access)).toMatchObject({ records: 0 });

  const changed = records(3).map((_, index) => record(index, undefined, 'US'));
  expect(await site.deliver(access, exportOf(changed))).toMatchObject({ runs: [{ outcome: 'applied' }] });
  expect(regionOf(1)).toEqual(['US']);
});
