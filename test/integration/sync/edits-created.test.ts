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

const customers = () => site.sandbox.site.state().customers;
const customer = (index: number) => {
  const found = customers().find(`customer${index}@example.com`);
  if (found === undefined) throw new Error(`There is no customer ${index}.`);
  return found;
};
/** A sync made of an import that has created three customers. */
async function createdOnly(edits = everyDelivery.edits): Promise<Access> {
  const jobId = await site.start(3, 'CREATE');
  await site.finish(jobId);
  const request = { settings: { ...everyDelivery, edits }, from: { what: 'job' as const, jobId } };
  const access = await site.sandbox.settle(site.ada.call('syncs.create', request));
  await site.sandbox.run(60_000);
  return access;
}
async function compare(access: Access, body = exportOf(records(3))) {
  await site.sandbox.settle(site.ada.call('syncs.look', { syncId: access.syncId, isWanted: true }));
  return site.deliver(access, body);
}
const edited = async ({ syncId }: Access) =>
  (await site.sandbox.settle(site.ada.call('syncs.edited', { syncId }))).records;
const putBack = ({ syncId }: Access, no: number) =>
  site.sandbox.settle(site.ada.call('syncs.putBack', { syncId, no, rows: null }));

describe('records that a sync has created and somebody has edited since', () => {
  it('are listed, also where the sync has created them with a later delivery', async () => {
    const access = await createdOnly();
    await site.deliver(access, exportOf(records(5)));
    customer(1).details.set('region', ['US']);
    customer(4).displayName = 'Somebody';
    const after = await compare(access, exportOf(records(5)));
    expect(after).toMatchObject({ canLook: true, look: { compared: 5, edited: 2, missing: 0, unknown: 0 } });
    expect(await edited(access)).toMatchObject([
      { label: 'customer1@example.com', differences: [{ part: 'Region', was: 'US', will: 'EU' }] },
      { label: 'customer4@example.com', differences: [{ part: 'Name', was: 'Somebody', will: 'Customer 4' }] },
    ]);
  });

  it('are not put back, as the sync changes nothing that is there', async () => {
    const access = await createdOnly({ weekly: false, then: 'put-back' });
    customer(1).details.set('region', ['US']);
    const after = await compare(access);
    expect(after).toMatchObject({ look: { edited: 1, putsBack: false } });
    expect(after.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 3 } });
    await expect(putBack(access, after.look?.no ?? 0)).rejects.toThrow('nothing left');
    expect(customer(1).details.get('region')).toEqual(['US']);
  });

  it('are created again where they were deleted and a person says so', async () => {
    const access = await createdOnly();
    customer(1).details.set('region', ['US']);
    customers().remove(customer(2));
    const { look } = await compare(access);
    expect(look).toMatchObject({ edited: 1, missing: 1 });
    await putBack(access, look?.no ?? 0);
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect(customer(2).details.get('region')).toEqual(['EU']);
    expect(customer(1).details.get('region')).toEqual(['US']);
    expect(await edited(access)).toMatchObject([{ label: 'customer1@example.com' }]);
  });

  it('are not compared where the export says something else of them by now', async () => {
    const access = await createdOnly();
    const after = await compare(access, exportOf([record(0), record(1, 'Newer'), record(2)]));
    expect(after).toMatchObject({ look: { compared: 2, edited: 0 } });
  });
});
