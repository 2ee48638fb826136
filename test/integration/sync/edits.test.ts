import { MINUTE_MS, DAY_MS } from '../../support/import-site';
import { type Access, type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const customers = () => site.sandbox.site.state().customers;
const customer = (index: number) => {
  const found = customers().find(`customer${index}@example.com`);
  if (found === undefined) throw new Error(`There is no customer ${index}.`);
  return found;
};
const regionOf = (index: number) => customer(index).details.get('region');
/** Somebody edits customers on the site. */
function edit(...indexes: number[]): void {
  for (const index of indexes) customer(index).details.set('region', ['US']);
}
const ask = ({ syncId }: Access, isWanted = true) =>
  site.sandbox.settle(site.ada.call('syncs.look', { syncId, isWanted }));
const edited = async ({ syncId }: Access) =>
  (await site.sandbox.settle(site.ada.call('syncs.edited', { syncId }))).records;
async function putBack({ syncId }: Access, no: number, rows: number[] | null) {
  await site.sandbox.settle(site.ada.call('syncs.putBack', { syncId, no, rows }));
  await site.sandbox.until(async () => (await site.sync({ syncId, url: '', token: '' })).run === null);
}

describe('records that somebody has edited on the site', () => {
  it('are not looked for unless somebody has asked', async () => {
    const access = await site.setUp();
    await site.deliver(access, exportOf(records(3)));
    edit(1);
    const after = await site.deliver(access, `${exportOf(records(3))}\n`);
    expect(after).toMatchObject({ look: null, canLook: true });
    expect(after.runs[0]).toMatchObject({ outcome: 'nothing' });
  });

  it('are listed with both values by the next delivery, also where that says what it said before', async () => {
    const access = await site.setUp();
    await site.deliver(access, exportOf(records(60)));
    edit(1, 55);
    customer(2).displayName = 'Somebody';
    expect((await ask(access)).sync.looksNext).toBe(true);
    const after = await site.deliver(access, exportOf(records(60)));
    expect(after).toMatchObject({
      looksNext: false,
      look: { isDone: true, compared: 60, edited: 3, missing: 0, unknown: 0, putsBack: false },
    });
    expect(after.runs[0]).toMatchObject({ outcome: 'nothing', reason: expect.stringContaining('listed') as string });
    expect(await edited(access)).toMatchObject([
      { label: 'customer1@example.com', differences: [{ part: 'Region', was: 'US', will: 'EU' }] },
      { label: 'customer2@example.com', differences: [{ part: 'Name', was: 'Somebody', will: 'Customer 2' }] },
      { label: 'customer55@example.com', isMissing: false },
    ]);
    expect(regionOf(1)).toEqual(['US']);
    const again = await site.deliver(access, exportOf(records(60)));
    expect(again.runs).toHaveLength(2);
  });

  it('get back what the export says, as far as a person chooses them', async () => {
    const access = await site.setUp();
    await site.deliver(access, exportOf(records(5)));
    edit(1, 2, 3);
    await ask(access);
    const { look } = await site.deliver(access, exportOf(records(5)));
    const [first] = await edited(access);
    await putBack(access, look?.no ?? 0, [first?.row ?? 0]);
    expect([1, 2, 3].map(regionOf)).toEqual([['EU'], ['US'], ['US']]);
    const { runs } = await site.sync(access);
    expect(runs[0]).toMatchObject({
      outcome: 'applied',
      counts: { changed: 1, failed: 0 },
      jobs: [expect.any(String)],
    });
    await putBack(access, look?.no ?? 0, null);
    expect([1, 2, 3].map(regionOf)).toEqual([['EU'], ['EU'], ['EU']]);
    expect(await edited(access)).toEqual([]);
    // The export is known to be applied as it was.
    expect((await site.deliver(access, exportOf(records(5)))).runs).toHaveLength(4);
    expect((await site.deliver(access, `${exportOf(records(5))}\n`)).runs[0]).toMatchObject({ outcome: 'nothing' });
  });

  it('are left alone where a later delivery has changed them', async () => {
    const access = await site.setUp();
    await site.deliver(access, exportOf(records(3)));
    edit(1);
    await ask(access);
    const { look } = await site.deliver(access, exportOf(records(3)));
    await site.deliver(access, exportOf([record(0), record(1, 'Newer', 'EU'), record(2)]));
    await expect(putBack(access, look?.no ?? 0, null)).rejects.toThrow('nothing left');
    expect(customer(1).displayName).toBe('Newer');
  });

  it('are sent with the run where the sync puts them back, under its limits, but for those that were deleted', async () => {
    const access = await site.setUp({
      edits: { weekly: false, then: 'put-back' },
      limits: { percent: 100, rows: 2 },
    });
    const waiting = await site.deliver(access, exportOf(records(6)));
    await site.sandbox.settle(site.ada.call('syncs.approve', { syncId: access.syncId, no: waiting.run?.no ?? 0 }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    edit(1, 2);
    customers().remove(customer(5));
    await ask(access);
    const after = await site.deliver(access, exportOf(records(6)));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 2, unchanged: 4, failed: 0 } });
    expect([1, 2].map(regionOf)).toEqual([['EU'], ['EU']]);
    expect(after.look).toMatchObject({ edited: 2, missing: 1, putsBack: true });
    expect(customers().find('customer5@example.com')).toBeUndefined();
    await putBack(access, after.look?.no ?? 0, null);
    expect(regionOf(5)).toEqual(['EU']);
    edit(0, 1, 2);
    await ask(access);
    expect((await site.deliver(access, exportOf(records(6)))).run).toMatchObject({ phase: 'approval' });
  });

  it('keep what the sync writes only where there is nothing', async () => {
    const access = await site.setUp({ ifEmpty: ['Region'] });
    await site.deliver(access, exportOf(records(3)));
    edit(0, 1);
    customer(1).displayName = 'Somebody';
    await ask(access);
    await site.deliver(access, exportOf(records(3)));
    expect(await edited(access)).toMatchObject([
      { label: 'customer1@example.com', differences: [{ part: 'Name', was: 'Somebody' }] },
    ]);
  });

  it('are never taken for deleted where the email of an ID is another', async () => {
    await site.deliver(await site.setUp(), exportOf(records(2)));
    const columns = [
      { header: 'ID', target: { to: 'customerId' } },
      { header: 'E-mail', target: { to: 'email' } },
      { header: 'Name', target: { to: 'displayName' } },
    ];
    const access = await site.setUp({}, columns);
    const lines = [0, 1].map((index) => `${customer(index).id},customer${index}@new.example,Customer ${index}`);
    await site.deliver(access, ['ID,E-mail,Name', ...lines].join('\n'));
    await ask(access);
    const after = await site.deliver(access, ['ID,E-mail,Name', ...lines].join('\n'));
    expect(after.look).toMatchObject({ compared: 2, edited: 0, missing: 0, unknown: 2 });
  });

  it('are looked for once a week where the sync says so', async () => {
    const access = await site.setUp({ edits: { weekly: true, then: 'list' } });
    const looks: (number | undefined)[] = [];
    for (const days of [1, 1, 5, 1]) {
      looks.push((await site.deliver(access, exportOf(records(3)))).look?.no);
      await site.sandbox.run(days * DAY_MS);
    }
    looks.push((await site.deliver(access, exportOf(records(3)))).look?.no);
    // The first delivery has nothing to compare. Those between, which say the same again, are no runs.
    expect(looks).toEqual([undefined, 2, 2, 2, 3]);
  });
});

describe('a look at the site', () => {
  it('lets imports go first, and goes on after them', async () => {
    const access = await site.setUp();
    await site.deliver(access, exportOf(records(3)));
    edit(1);
    await ask(access);
    const jobId = await site.start(2_000);
    await site.send(access, exportOf(records(3)));
    await site.sandbox.run(MINUTE_MS);
    expect((await site.sync(access)).run).toMatchObject({ phase: 'looking' });
    await site.finish(jobId);
    await site.sandbox.run(15 * MINUTE_MS);
    expect((await site.sync(access)).look).toMatchObject({ isDone: true, compared: 3 });
  });

  it('goes on where a step left it, and asks for nobody twice', async () => {
    const access = await site.setUp();
    const many = exportOf(records(900));
    await site.deliver(access, many);
    edit(3, 700, 899);
    await ask(access);
    await site.send(access, many);
    // A step of four minutes gets through some 650 records.
    site.sandbox.site.faults.latencyMs = 1_500;
    site.requests();
    const phases = new Set<string>();
    await site.sandbox.until(async () => {
      const { run, look } = await site.sync(access);
      if (run !== null) phases.add(`${run.phase} ${look?.compared === 0 ? 'begins' : 'goes on'}`);
      return run === null && look?.isDone === true;
    });
    expect([...phases]).toEqual(expect.arrayContaining(['looking begins', 'looking goes on']));
    expect(site.requests().filter((one) => one.includes('customer/profile/fetch'))).toHaveLength(900 / 25);
    expect((await site.sync(access)).look).toMatchObject({ isDone: true, compared: 900, edited: 3 });
    expect((await edited(access)).map(({ label }) => label)).toEqual(
      [3, 700, 899].map((index) => `customer${index}@example.com`),
    );
  });
});
