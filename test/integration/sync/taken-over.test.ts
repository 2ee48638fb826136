import { ADA, GIL, consoleOf } from '../../support/console';
import { MINUTE_MS } from '../../support/import-site';
import { type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

it('a run that waits for approval goes on as whoever has taken the sync over', async () => {
  const access = await site.setUp({ limits: { percent: 20, rows: 8 } });
  const { syncId } = access;
  await site.deliver(access, exportOf(records(8)));
  const waiting = await site.deliver(access, exportOf([record(0, 'A'), record(1, 'B'), ...records(8).slice(2)]));
  site.sandbox.platform.accountReports.closed.add(ADA);
  await site.sandbox.settle(site.sandbox.platform.fireSchedule('retention'));
  site.grant(GIL);
  const gil = consoleOf(site.sandbox.platform, GIL);
  await site.sandbox.settle(gil.call('syncs.takeOver', { syncId }));
  await site.sandbox.settle(gil.call('syncs.approve', { syncId, no: waiting.run?.no ?? 0 }));
  await site.sandbox.run(30 * MINUTE_MS);
  const { sync } = await site.sandbox.settle(gil.call('syncs.get', { syncId }));
  expect(sync).toMatchObject({ run: null, parked: null, runs: [{ outcome: 'applied' }, {}] });
});
