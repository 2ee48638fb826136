import { type Access, type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const tell = { project: 'CARE' };
const customers = () => site.sandbox.site.state().customers;
const customer = (index: number) => {
  const found = customers().find(`customer${index}@example.com`);
  if (found === undefined) throw new Error(`There is no customer ${index}.`);
  return found;
};
/** Somebody edits customers on the site. */
function edit(...indexes: number[]): void {
  for (const index of indexes) customer(index).details.set('region', ['US']);
}
const issues = () =>
  [...site.sandbox.site.state().issues.values()].map(({ summary, description }) => [summary, description]);
/** Delivers an export to be compared with the site. */
async function compare(access: Access, body = exportOf(records(4))) {
  await site.sandbox.settle(site.ada.call('syncs.look', { syncId: access.syncId, isWanted: true }));
  return site.deliver(access, body);
}

describe('who is told', () => {
  it('learns of records that were edited by an issue with the numbers and where they are listed', async () => {
    const access = await site.setUp({ tell });
    await site.deliver(access, exportOf(records(4)));
    await compare(access);
    expect(issues()).toEqual([]);
    edit(1, 2);
    customers().remove(customer(3));
    const after = await compare(access);
    expect(issues()).toEqual([
      [
        'CRM contacts: records were edited on your site',
        expect.stringMatching(
          /Records compared: 4\.[^]*Edited on your site: 2\. They’re listed\. No longer on your site: 1\.[^]*Open Sync > CRM contacts in CSM Console/,
        ) as string,
      ],
    ]);
    expect(after.toldOfEdits).toEqual({ issue: 'CARE-1', problem: '' });
  });

  it('hears nothing again while the next comparisons find the same, in whatever order', async () => {
    const access = await site.setUp({ tell });
    await site.deliver(access, exportOf(records(4)));
    edit(1, 2);
    await compare(access);
    await compare(access);
    const after = await compare(access, exportOf([...records(4)].reverse()));
    expect(after.look).toMatchObject({ edited: 2 });
    expect(issues()).toHaveLength(1);
    expect(after.toldOfEdits).toMatchObject({ issue: 'CARE-1' });
    edit(3);
    expect((await compare(access)).toldOfEdits).toMatchObject({ issue: 'CARE-2' });
  });

  it('hears of the same edit again where it was put right meanwhile', async () => {
    const access = await site.setUp({ tell });
    await site.deliver(access, exportOf(records(4)));
    edit(1);
    const { look } = await compare(access);
    await site.sandbox.settle(site.ada.call('syncs.putBack', { syncId: access.syncId, no: look?.no ?? 0, rows: null }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    edit(1);
    await compare(access);
    expect(issues()).toHaveLength(2);
    customer(1).details.set('region', ['EU']);
    expect((await compare(access)).toldOfEdits).toBeNull();
    edit(1);
    await compare(access);
    expect(issues()).toHaveLength(3);
  });

  it('hears of each comparison that has the run put back what was edited', async () => {
    const access = await site.setUp({ tell, edits: { weekly: false, then: 'put-back' } });
    await site.deliver(access, exportOf(records(4)));
    edit(1);
    await compare(access);
    edit(1);
    await compare(access);
    expect(issues()).toHaveLength(2);
    expect(issues()[0]?.[1]).toContain('They’re sent again.');
  });

  it('is told of edits beside what failed of the same run', async () => {
    const access = await site.setUp({ tell });
    await site.deliver(access, exportOf(records(4)));
    edit(1);
    await compare(access, exportOf([...records(4), record(9, 'Nine', 'Mars')]));
    expect(issues().map(([summary]) => summary)).toEqual([
      'CRM contacts: rows were not applied',
      'CRM contacts: records were edited on your site',
    ]);
  });

  it('is not told of edits where the owner may not create issues, and the page says so', async () => {
    const access = await site.setUp({ tell: { project: 'OTHER' } });
    await site.deliver(access, exportOf(records(4)));
    edit(1);
    expect((await compare(access)).toldOfEdits).toEqual({
      issue: '',
      problem: expect.stringContaining('OTHER') as string,
    });
  });
});
