import { everyDelivery, exportOf, record, records, type SyncSite, syncSite } from '../../support/sync-site';
import { DAY_MS, plan, row } from '../../support/import-site';
import { planUndo, startUndo, undo } from '../../support/undo';
import { takenAway } from '../../../src/domain/undo/taken-away';

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

const asked = (region: string) => exportOf(records(3).map((_, index) => record(index, undefined, region)));

describe('what an import has done that counts as applied, and that is undone later', () => {
  /** A sync made of an import that has written a region; what delivers to it, and the import. */
  async function setUp(settings = everyDelivery) {
    await site.finish(await site.start(3));
    const rows = [0, 1, 2].map((index) => row(index, 'US'));
    const file = { name: 'crm', plan: { ...plan, keepsBefore: true as const }, rows };
    const jobId = await site.sandbox.settle(site.ada.startImport(file));
    await site.finish(jobId);
    const request = { settings, from: { what: 'job' as const, jobId } };
    const access = await site.sandbox.settle(site.ada.call('syncs.create', request));
    await site.sandbox.run(60_000);
    return { access, jobId };
  }

  it('is sent again with the next delivery, also where that says what the last said', async () => {
    const { access, jobId } = await setUp();
    expect((await site.deliver(access, asked('US'))).runs).toMatchObject([{ outcome: 'nothing' }]);
    expect(await site.sandbox.settle(site.ada.call('syncs.counting', { jobId }))).toEqual({
      syncs: [{ id: access.syncId, name: everyDelivery.name }],
    });
    await undo(site, jobId);
    expect(regionOf(1)).toEqual(['EU']);
    await site.sandbox.run(6 * 60_000);
    const after = await site.deliver(access, asked('US'));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 3, unchanged: 0 } });
    expect(regionOf(1)).toEqual(['US']);
    expect((await site.deliver(access, asked('US'))).runs).toHaveLength(2);
  });

  it('still counts as far as the undo has left it alone', async () => {
    const { access, jobId } = await setUp();
    site.sandbox.site.state().customers.find('customer1@example.com')?.details.set('region', ['EU']);
    await undo(site, jobId);
    await site.sandbox.run(6 * 60_000);
    const after = await site.deliver(access, asked('US'));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 2, unchanged: 1 } });
  });

  it('is forgotten only once the undo has ended, and whatever arrives meanwhile', async () => {
    const { access, jobId } = await setUp();
    const counts = await planUndo(site, jobId);
    await startUndo(site, jobId, takenAway(counts));
    await site.deliver(access, asked('US'));
    await site.sandbox.run(6 * 60_000);
    await site.deliver(access, asked('US'));
    expect(regionOf(1)).toEqual(['US']);
  });

  it('is sent again also where the import and its undo were deleted while a run waited for approval', async () => {
    await site.decide({ retentionDays: 1 });
    const { access, jobId } = await setUp({ ...everyDelivery, limits: { percent: 20, rows: 2 } });
    const { run } = await site.deliver(access, exportOf(records(3).map((_, index) => record(index, undefined, 'EU'))));
    expect(run).toMatchObject({ phase: 'approval' });
    await undo(site, jobId);
    expect(regionOf(1)).toEqual(['EU']);
    await site.sandbox.run(3 * DAY_MS);
    await site.sandbox.settle(site.ada.call('syncs.refuse', { syncId: access.syncId, no: run?.no ?? 0 }));
    await site.sandbox.run(6 * 60_000);
    expect((await site.deliver(access, asked('US'))).run).toMatchObject({ counts: { changed: 3, unchanged: 0 } });
  });
});

it('what a sync has sent and was undone is sent again', async () => {
  await site.finish(await site.start(3));
  for (const customer of site.sandbox.site.state().customers.values()) customer.details.delete('region');
  const access = await site.setUp({ ifEmpty: ['Region'] });
  const [run] = (await site.deliver(access, asked('US'))).runs;
  expect(regionOf(1)).toEqual(['US']);
  await undo(site, run?.jobs[0] ?? '');
  expect(regionOf(1) ?? []).toEqual([]);
  await site.sandbox.run(6 * 60_000);
  const after = await site.deliver(access, asked('US'));
  expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 3 } });
  expect(regionOf(1)).toEqual(['US']);
});
