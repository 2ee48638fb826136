import { ADA } from '../../support/console';
import { DAY_MS, MINUTE_MS, rows as importedRows, plan } from '../../support/import-site';
import {
  type Access,
  type SyncSite,
  everyDelivery,
  exportOf,
  record,
  records,
  syncSite,
} from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const names = (): string[] => [...site.sandbox.site.state().customers.values()].map(({ displayName }) => displayName);
const HOUR_MS = 60 * MINUTE_MS;

describe('a large change', () => {
  let access: Access;
  beforeEach(async () => {
    access = await site.setUp({ limits: { percent: 20, rows: 8 } });
    await site.deliver(access, exportOf(records(8)));
  });

  it('waits for a person, who sees whom it touches', async () => {
    const waiting = await site.deliver(access, exportOf([record(0, 'A'), record(1, 'B'), ...records(8).slice(2)]));
    expect(waiting.run).toMatchObject({ phase: 'approval', counts: { changed: 2, unchanged: 6 } });
    await site.sandbox.run(DAY_MS);
    expect(names()).not.toContain('A');
    const { touched } = await site.sandbox.settle(site.ada.call('syncs.touched', { syncId: access.syncId }));
    expect(touched.map(([label]) => label)).toEqual(['customer0@example.com', 'customer1@example.com']);
    await site.sandbox.settle(site.ada.call('syncs.approve', { syncId: access.syncId, no: waiting.run?.no ?? 0 }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect(names()).toEqual(expect.arrayContaining(['A', 'B']));
  });

  it('is not applied where it is refused, and is asked for again with the next delivery', async () => {
    const body = exportOf(records(8).map((_, index) => record(index, `New ${index}`)));
    const waiting = await site.deliver(access, body);
    const decision = { syncId: access.syncId, no: waiting.run?.no ?? 0 };
    await site.sandbox.settle(site.ada.call('syncs.refuse', decision));
    const refused = await site.sync(access);
    expect(refused.runs[0]).toMatchObject({ outcome: 'refused', by: { accountId: ADA }, reason: 'Nothing was sent.' });
    expect(names()).not.toContain('New 0');
    await expect(site.sandbox.settle(site.ada.call('syncs.approve', decision))).rejects.toThrow('don’t wait any more');
    expect((await site.deliver(access, body)).run).toMatchObject({ phase: 'approval', counts: { changed: 8 } });
  });
});

describe('a change that is approved late', () => {
  it('is applied all the same, days later', async () => {
    const access = await site.setUp({ limits: { percent: 100, rows: 2 } });
    const waiting = await site.deliver(access, exportOf(records(4)));
    await site.sandbox.run(4 * DAY_MS);
    await site.sandbox.settle(site.ada.call('syncs.approve', { syncId: access.syncId, no: waiting.run?.no ?? 0 }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect(names()).toHaveLength(4);
  });

  it('waits as long as the sync is paused', async () => {
    const access = await site.setUp({ limits: { percent: 100, rows: 2 } });
    const { syncId } = access;
    const waiting = await site.deliver(access, exportOf(records(4)));
    await site.sandbox.settle(site.ada.call('syncs.pause', { syncId }));
    await site.sandbox.settle(site.ada.call('syncs.approve', { syncId, no: waiting.run?.no ?? 0 }));
    await site.sandbox.run(HOUR_MS);
    expect(names()).toEqual([]);
    await site.sandbox.settle(site.ada.call('syncs.resume', { syncId }));
    await site.sandbox.run(HOUR_MS);
    expect(names()).toHaveLength(4);
  });
});

describe('a schedule', () => {
  it('applies what was delivered at its hour, by itself', async () => {
    const access = await site.setUp({ schedule: { every: 'day', hour: 2 }, timeZone: 'Europe/Berlin' });
    expect(await site.send(access, exportOf(records(2)))).toBe(202);
    // It is 9:00 in London: the hour comes 16 hours later.
    await site.sandbox.run(15 * HOUR_MS);
    expect((await site.sync(access)).waiting).toMatchObject({ dueAt: Date.UTC(2026, 0, 6, 1) });
    expect(names()).toEqual([]);
    await site.sandbox.run(2 * HOUR_MS);
    expect(names()).toHaveLength(2);
  });

  it('applies the newest of several deliveries, and says so of the others', async () => {
    const access = await site.setUp({ schedule: { every: 'day', hour: 2 } });
    await site.send(access, exportOf([record(0, 'Old')]));
    await site.send(access, exportOf([record(0, 'New')]));
    await site.sandbox.run(DAY_MS);
    expect(names()).toEqual(['New']);
    expect((await site.sync(access)).runs.map(({ outcome }) => outcome)).toEqual(['applied', 'replaced']);
  });

  it('applies nothing while it is paused, and takes deliveries', async () => {
    const access = await site.setUp();
    await site.sandbox.settle(site.ada.call('syncs.pause', { syncId: access.syncId }));
    await site.send(access, exportOf(records(1)));
    await site.sandbox.run(DAY_MS);
    expect(names()).toEqual([]);
    await site.sandbox.settle(site.ada.call('syncs.resume', { syncId: access.syncId }));
    await site.sandbox.run(10 * MINUTE_MS);
    expect(names()).toHaveLength(1);
  });
});

describe('whom it acts as', () => {
  it('loses the right: the sync stops and says so, and another takes it over', async () => {
    const access = await site.setUp();
    await site.send(access, exportOf(records(0)));
    site.revoke(ADA);
    await site.send(access, exportOf(records(2)));
    await site.sandbox.run(4 * MINUTE_MS);
    site.grant(ADA);
    const parked = await site.sync(access);
    expect(parked.parked?.reason).toContain('Ada Admin');
    expect(names()).toEqual([]);
    site.revoke(ADA);
    await site.sandbox.run(30 * MINUTE_MS);
    site.grant(ADA);
    expect((await site.sync(access)).parked).not.toBeNull();
    await site.sandbox.settle(site.ada.call('syncs.takeOver', { syncId: access.syncId }));
    await site.sandbox.run(30 * MINUTE_MS);
    expect(names()).toHaveLength(2);
    expect((await site.sync(access)).parked).toBeNull();
  });
});

describe('the owner', () => {
  it('who gets back what they may do has the sync carried on by itself', async () => {
    const access = await site.setUp();
    site.revoke(ADA);
    await site.send(access, exportOf(records(2)));
    await site.sandbox.run(30 * MINUTE_MS);
    site.grant(ADA);
    await site.sandbox.run(30 * MINUTE_MS);
    expect(names()).toHaveLength(2);
    expect((await site.sync(access)).parked).toBeNull();
  });
});

describe('a sync that is made of an import', () => {
  it('knows what the import has written', async () => {
    const jobId = await site.start(5);
    await site.finish(jobId);
    const from = { what: 'job' as const, jobId };
    const access = await site.sandbox.settle(site.ada.call('syncs.create', { settings: everyDelivery, from }));
    const header = plan.columns.map((column) => column.header).join(',');
    const body = [header, ...importedRows(5).map(([, cells]) => cells.join(','))].join('\n');
    const after = await site.deliver(access, body);
    expect(after.records).toBe(5);
    expect(after.runs).toMatchObject([{ outcome: 'nothing', counts: { unchanged: 5, new: 0 } }]);
  });
});

describe('who is told', () => {
  const issues = () =>
    [...site.sandbox.site.state().issues.values()].map(({ summary, description }) => [summary, description]);

  it('learns of a delivery that was held by an issue, once, and of the next trouble by another', async () => {
    const access = await site.setUp({ tell: { project: 'CARE' } });
    await site.deliver(access, 'Mail,Name\na@example.com,A');
    await site.deliver(access, 'Mail,Name\nb@example.com,B');
    expect(issues()).toEqual([
      ['CRM contacts: a delivery was held', expect.stringContaining('has no columns') as string],
    ]);
    await site.deliver(access, exportOf(records(2)));
    await site.deliver(access, 'Mail,Name\nc@example.com,C');
    expect(issues()).toHaveLength(2);
    expect((await site.sync(access)).told?.issue).toBe('CARE-2');
  });

  it('learns of it by one issue, where whoever creates that is lost before it is noted', async () => {
    const access = await site.setUp({ tell: { project: 'CARE' } });
    const { crashes } = site.sandbox.platform.faults;
    let lost = 0;
    crashes.afterCall = () => {
      if (issues().length === 0 || lost > 0) return false;
      lost += 1;
      return true;
    };
    await site.deliver(access, 'Mail,Name\na@example.com,A');
    expect([issues().length, lost, (await site.sync(access)).told]).toEqual([1, 1, null]);
    await site.sandbox.run(30 * MINUTE_MS);
    expect(issues()).toHaveLength(1);
    expect((await site.sync(access)).told).toEqual({ issue: 'CARE-1', problem: '' });
  });

  it('learns of it all the same, where whoever was to create an issue is lost before', async () => {
    const access = await site.setUp({ tell: { project: 'CARE' } });
    const { crashes } = site.sandbox.platform.faults;
    let lost = 0;
    crashes.beforeCall = ({ request }) => {
      if (lost > 0 || !request.path.endsWith('/rest/api/3/issue')) return false;
      lost += 1;
      return true;
    };
    await site.deliver(access, 'Mail,Name\na@example.com,A');
    expect([issues().length, lost]).toEqual([0, 1]);
    await site.sandbox.run(30 * MINUTE_MS);
    expect(issues()).toHaveLength(1);
    expect((await site.sync(access)).told).toEqual({ issue: 'CARE-1', problem: '' });
  });

  it('is not told where the owner may not create issues, and the page says so', async () => {
    const access = await site.setUp({ tell: { project: 'OTHER' } });
    const after = await site.deliver(access, 'Mail,Name\na@example.com,A');
    expect(after.told).toEqual({ issue: '', problem: expect.stringContaining('OTHER') as string });
  });
});

describe('a field that is written only where there is nothing', () => {
  it('is filled for new records, and left alone where somebody has given it a value', async () => {
    const access = await site.setUp({ ifEmpty: ['Region'] });
    await site.deliver(access, exportOf(records(3)));
    const { customers } = site.sandbox.site.state();
    const regionOf = (index: number) => customers.find(`customer${index}@example.com`)?.details.get('region');
    customers.find('customer1@example.com')?.details.delete('region');
    const after = await site.deliver(
      access,
      exportOf([record(0, 'A', 'US'), record(1, 'B', 'US'), record(2), record(3, 'D', 'US')]),
    );
    expect(after.runs[0]).toMatchObject({ counts: { new: 1, changed: 2, unchanged: 1, failed: 0 } });
    expect([0, 1, 2, 3].map(regionOf)).toEqual([['EU'], ['US'], ['EU'], ['US']]);
    expect(names()).toEqual(expect.arrayContaining(['A', 'B', 'D']));
  });
});
