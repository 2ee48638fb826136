import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { MINUTE_MS } from '../../support/import-site';
import {
  type Access,
  type SyncSite,
  everyDelivery,
  exportOf,
  record,
  records,
  syncSite,
} from '../../support/sync-site';

/** A gzip whose last bytes got lost. */
const cutShort = gzipSync(exportOf(records(40)))
  .subarray(0, -40)
  .toString('base64');

const aWorkbook = readFileSync('samples/customers.xlsx');

let site: SyncSite;
let access: Access;
beforeEach(async () => {
  site = await syncSite();
  access = await site.setUp();
});
afterEach(() => site.close());

const names = (): string[] => [...site.sandbox.site.state().customers.values()].map(({ displayName }) => displayName);
const ofCsm = (requests: readonly string[]): string[] => requests.filter((path) => path.includes('/jsm/csm/'));

describe('an export that is delivered', () => {
  it('is applied, and applied once when it is sent twice', async () => {
    const body = exportOf(records(12));
    const first = await site.deliver(access, body);
    expect(first.runs).toMatchObject([{ outcome: 'applied', counts: { rows: 12, new: 12, failed: 0 } }]);
    expect(names()).toHaveLength(12);
    site.requests();
    const second = await site.deliver(access, body);
    expect(second.runs).toHaveLength(1);
    expect(ofCsm(site.requests())).toEqual([]);
  });

  it('sends nothing but the records that changed, in one bulk request', async () => {
    await site.deliver(access, exportOf(records(300)));
    site.requests();
    const changed = records(300).map((one, index) => (index % 30 === 0 ? record(index, `Changed ${index}`) : one));
    const after = await site.deliver(access, exportOf(changed));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 10, new: 0, unchanged: 290 } });
    const sent = site.requests().filter((path) => path.startsWith('POST') && path.endsWith('/bulk'));
    expect(sent).toHaveLength(1);
    expect(names().filter((name) => name.startsWith('Changed'))).toHaveLength(10);
  });

  it('comes packed and in parts, each of them more than once', async () => {
    const packed = gzipSync(exportOf(records(40))).toString('base64');
    const middle = Math.floor(packed.length / 8) * 4;
    const [first, second] = [packed.slice(0, middle), packed.slice(middle)];
    const query = (part: number) => ({ delivery: 'night-1', part: String(part), parts: '2' });
    expect(await site.send(access, second, query(2))).toBe(409);
    expect(await site.send(access, first, query(1))).toBe(202);
    expect(await site.send(access, first, query(1))).toBe(202);
    expect((await site.sync(access)).arriving).toMatchObject({ parts: 2, arrived: 1 });
    const after = await site.deliver(access, second, query(2));
    expect(await site.send(access, second, query(2))).toBe(202);
    expect(after.runs).toMatchObject([{ outcome: 'applied', counts: { new: 40 } }]);
  });

  it('is whole or not taken where two come at the same moment', async () => {
    const [real, test] = [exportOf([record(0, 'Real')]), exportOf([record(0, 'Test')])];
    const statuses = await Promise.all([site.send(access, real), site.send(access, test, { test: '1' })]);
    expect([...statuses].sort()).toEqual([202, 409]);
    await site.sandbox.run(30 * MINUTE_MS);
    expect(names()).toEqual(statuses[0] === 202 ? ['Real'] : []);
  });

  it('is never mixed with another that has the same name', async () => {
    const query = (part: number) => ({ delivery: 'nightly', part: String(part), parts: '2' });
    const [header, ...lines] = exportOf(records(4)).split('\n');
    expect(await site.send(access, [header, ...lines.slice(0, 2)].join('\n'), query(1))).toBe(202);
    const anew = exportOf(records(4).map((_, index) => record(index, `New ${index}`))).split('\n');
    expect(await site.send(access, `${anew.slice(0, 3).join('\n')}\n`, query(1))).toBe(202);
    await site.deliver(access, anew.slice(3).join('\n'), query(2));
    expect(names()).toEqual(['New 0', 'New 1', 'New 2', 'New 3']);
  });

  it('is compared with what is on its way, so that a change back is not lost', async () => {
    await site.deliver(access, exportOf([record(0, 'First')]));
    expect(await site.send(access, exportOf([record(0, 'Second')]))).toBe(202);
    await site.sandbox.until(async () => (await site.sync(access)).run?.phase === 'running');
    const after = await site.deliver(access, exportOf([record(0, 'First')]));
    expect(after.runs.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    expect(names()).toEqual(['First']);
  });

  it('is compared anew where the settings have changed since', async () => {
    await site.deliver(access, exportOf(records(3)));
    const { syncId } = access;
    await site.sandbox.settle(site.ada.call('syncs.save', { syncId, settings: { ...everyDelivery, name: 'Other' } }));
    const after = await site.deliver(access, exportOf(records(3)));
    expect(after.runs.map(({ outcome }) => outcome)).toEqual(['nothing', 'applied']);
  });

  it('is sent again for the rows that failed, and only those', async () => {
    const body = exportOf([record(0), record(1, 'Customer 1', 'Nowhere')]);
    const first = await site.deliver(access, body);
    expect(first.runs[0]).toMatchObject({ counts: { new: 1, leftOut: 1 } });
    expect(first.runs[0]?.reason).toContain('Region');
    const region = site.sandbox.site.state().fields.customer.get('region');
    if (region) region.options = [...region.options, 'Nowhere'];
    const second = await site.deliver(access, body);
    expect(second.runs[0]).toMatchObject({ outcome: 'applied', counts: { new: 1, unchanged: 1, leftOut: 0 } });
    expect(names()).toHaveLength(2);
  });

  it('tells what a test would do, and does nothing', async () => {
    await site.deliver(access, exportOf(records(3)));
    const after = await site.deliver(access, exportOf([record(0), record(1, 'Changed'), record(9)]), { test: '1' });
    expect(after.runs[0]).toMatchObject({ outcome: 'test', counts: { new: 1, changed: 1, unchanged: 1, vanished: 1 } });
    const { touched } = await site.sandbox.settle(site.ada.call('syncs.touched', { syncId: access.syncId }));
    expect(touched).toEqual([
      ['customer2@example.com', 'vanished'],
      ['customer1@example.com', 'changed'],
      ['customer9@example.com', 'new'],
    ]);
    expect(names()).not.toContain('Changed');
  });
});

describe('what cannot be applied', () => {
  it.each([
    ['has other columns', 'Mail,Name\na@example.com,A', 'has no columns “E-mail”, “Region”'],
    ['has no rows', 'E-mail,Name,Region\n', 'no rows of data'],
    ['is no text', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d]).toString('latin1'), 'PDF'],
    ['lacks its end', cutShort, 'a part of it is missing'],
    ['is compressed and sent as it is', gzipSync(exportOf(records(40))).toString('utf8'), 'Send it as base64'],
    ['is a workbook that is sent as it is', aWorkbook.toString('utf8'), 'Send it as base64'],
    ['is damaged', `H4sI${'AAAA'.repeat(20)}`, 'can’t be unpacked'],
  ])('is held with its reason where it %s', async (_, body, reason) => {
    await site.deliver(access, exportOf(records(2)));
    const after = await site.deliver(access, body);
    expect(after.runs[0]).toMatchObject({ outcome: 'held', counts: null });
    expect(after.runs[0]?.reason).toContain(reason);
    const again = await site.deliver(access, `${exportOf(records(2))}\n`);
    expect(again.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 2 } });
  });

  it('says how to send a file that isn’t in UTF-8, where characters of it are damaged', async () => {
    await site.deliver(access, exportOf(records(2)));
    const latin1 = Buffer.from(exportOf([record(0), record(1, 'Björn')]), 'latin1');
    const after = await site.deliver(access, latin1.toString('utf8'));
    expect(after.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 1, leftOut: 1 } });
    expect(after.runs[0]?.reason).toContain('Send files that aren’t in UTF-8 compressed');
  });

  it('is dropped where only a half arrives, and the log says so', async () => {
    expect(await site.send(access, exportOf(records(2)), { delivery: 'half', part: '1', parts: '2' })).toBe(202);
    await site.sandbox.run(7 * 60 * MINUTE_MS);
    const { arriving, runs } = await site.sync(access);
    expect(arriving).toBeNull();
    expect(runs).toMatchObject([{ outcome: 'held', reason: expect.stringContaining('1 of 2 parts') as string }]);
    expect(names()).toEqual([]);
  });

  it.each([
    ['an empty body', '', {}, 400],
    ['a part beyond the last', 'x', { delivery: 'a', part: '3', parts: '2' }, 400],
    ['parts without a name', 'x', { part: '1', parts: '2' }, 400],
    ['a part that is no number', 'x', { delivery: 'a', part: 'one', parts: '2' }, 400],
    ['more parts than are taken', 'x', { delivery: 'a', part: '1', parts: '9999' }, 413],
  ] as const)('is refused at once: %s', async (_, body, query, status) => {
    expect(await site.send(access, body, query)).toBe(status);
    expect((await site.sync(access)).runs).toEqual([]);
  });
});

describe('who may deliver', () => {
  it('is nobody without the token, whether the sync exists or not', async () => {
    const body = exportOf(records(1));
    const elsewhere = { ...access, url: access.url.replace(access.syncId, '00000000-0000-4000-8000-000000000000') };
    expect(await site.send(access, body, {}, 'csm_wrong')).toBe(401);
    expect(await site.send(elsewhere, body)).toBe(401);
    expect((await site.sync(access)).wrongTokens).toBe(1);
    expect((await site.deliver(access, body)).wrongTokens).toBe(0);
  });

  it('is whoever has the token, however many wrong ones others have tried', async () => {
    for (let attempt = 0; attempt < 9; attempt += 1)
      expect(await site.send(access, 'x', {}, `csm_${attempt}`)).toBe(401);
    // From the fifth on they are not even counted for a while.
    expect((await site.sync(access)).wrongTokens).toBe(5);
    expect(await site.send(access, exportOf(records(1)))).toBe(202);
  });

  it('changes with the token, the old one for a day', async () => {
    const after = await site.sandbox.settle(site.ada.call('syncs.renewToken', { syncId: access.syncId }));
    expect(await site.send(access, exportOf(records(1)))).toBe(202);
    expect(await site.send(after, exportOf(records(2)))).toBe(202);
    await site.sandbox.run(25 * 60 * MINUTE_MS);
    expect(await site.send(access, exportOf(records(3)))).toBe(401);
    expect(await site.send(after, exportOf(records(3)))).toBe(202);
  });

  it('is nobody once the sync is deleted, and nothing of it is left', async () => {
    await site.deliver(access, exportOf(records(3)));
    await site.sandbox.settle(site.ada.call('syncs.delete', { syncId: access.syncId }));
    expect(await site.send(access, exportOf(records(3)))).toBe(401);
    const { syncs } = await site.sandbox.settle(site.ada.call('syncs.list', {}));
    expect(syncs).toEqual([]);
  });
});
