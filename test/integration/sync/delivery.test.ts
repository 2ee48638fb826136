import { type Access, type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
let access: Access;
beforeEach(async () => {
  site = await syncSite();
  access = await site.setUp();
});
afterEach(() => site.close());

const names = (): (string | undefined)[] =>
  [...site.sandbox.site.state().customers.values()].map(({ displayName }) => displayName);

describe('an export that is delivered', () => {
  it('is applied, and applied once when it is sent twice', async () => {
    const body = exportOf(records(12));
    const first = await site.deliver(access, body);
    expect(first.runs).toMatchObject([{ outcome: 'applied', counts: { rows: 12, new: 12, failed: 0 } }]);
    expect(names()).toHaveLength(12);
    site.requests();
    const second = await site.deliver(access, body);
    expect(second.runs).toHaveLength(1);
    expect(site.requests().filter((path) => path.includes('/jsm/csm/'))).toEqual([]);
  });

  it('sends nothing but the records that changed, in one bulk request', async () => {
    await site.deliver(access, exportOf(records(300)));
    site.requests();
    const changed = records(300).map((one, index) => (index % 30 === 0 ? record(index, `Changed ${index}`) : one));
    const after = await site.deliver(access, exportOf(changed));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 10, new: 0, unchanged: 290 } });
    const sent = site.requests().filter((path) => path.startsWith('POST') && path.endsWith('/bulk'));
    expect(sent).toHaveLength(1);
    expect(names().filter((name) => name?.startsWith('Changed'))).toHaveLength(10);
  });
});
