import { ADA, GIL, consoleOf } from '../../support/console';
import { type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

it.each([ADA, GIL])('who has refused changes is forgotten once their account is closed: %s', async (who) => {
  const access = await site.setUp({ limits: { percent: 20, rows: 8 } });
  await site.deliver(access, exportOf(records(8)));
  const waiting = await site.deliver(access, exportOf([record(0, 'A'), record(1, 'B'), ...records(8).slice(2)]));
  site.grant(who);
  const they = consoleOf(site.sandbox.platform, who);
  const { platform } = site.sandbox;
  const { sync } = await site.sandbox.settle(
    they.call('syncs.refuse', { syncId: access.syncId, no: waiting.run?.no ?? 0 }),
  );
  const name = sync.runs[0]?.by?.name ?? '';
  expect(name).not.toBe('');
  platform.accountReports.closed.add(who);
  await site.sandbox.settle(platform.fireSchedule('retention'));
  const kept = platform.store.dump().map(({ space, key }) => platform.store.get(space, key)?.json ?? '');
  expect(kept.filter((json) => json.includes(who) || json.includes(name))).toEqual([]);
});
