import type { ImportColumn } from '../../../src/contract/imports';
import { type Access, type SyncSite, syncSite } from '../../support/sync-site';

let site: SyncSite;
let access: Access;
const columns: ImportColumn[] = [
  { header: 'CRM ID', target: { to: 'externalId' } },
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Name', target: { to: 'displayName' } },
];
beforeEach(async () => {
  site = await syncSite();
  site.sandbox.site.state().fields.customer.add({
    ...{ id: 'external-id', name: 'External ID', type: 'TEXT', options: [] },
    ...{ view: 'everyone', edit: 'everyone' },
  });
  access = await site.setUp({}, columns);
});
afterEach(() => site.close());

const csv = (...lines: string[]): string => ['CRM ID,E-mail,Name', ...lines].join('\n');
const customers = () =>
  [...site.sandbox.site.state().customers.values()].map(({ email, displayName, details }) => [
    details.get('external-id')?.[0],
    email,
    displayName,
  ]);

describe('a sync that knows customers by an External ID', () => {
  it('creates them with it, and finds them by it when everything else has changed', async () => {
    await site.deliver(access, csv('c-1,ada@example.com,Ada', 'c-2,bob@example.com,Bob'));
    expect(customers()).toEqual([
      ['c-1', 'ada@example.com', 'Ada'],
      ['c-2', 'bob@example.com', 'Bob'],
    ]);
    const after = await site.deliver(access, csv('c-1,ada@new.example,Ada Byron', 'c-2,bob@example.com,Bob'));
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 1, unchanged: 1, vanished: 0 } });
    expect(customers().map(([, , name]) => name)).toEqual(['Ada Byron', 'Bob']);
  });

  it('tells IDs apart that differ in letter case alone', async () => {
    const both = csv('003A000000ABCDe,a@example.com,A', '003A000000ABCdE,b@example.com,B');
    const after = await site.deliver(access, both);
    expect(after.runs[0]).toMatchObject({ counts: { new: 2, leftOut: 0, failed: 0 } });
    await site.deliver(access, both.replace(',B', ',B changed'));
    expect(customers().map(([, , name]) => name)).toEqual(['A', 'B changed']);
  });

  it('takes over nobody whose email has come to another ID', async () => {
    await site.deliver(access, csv('c-1,a@example.com,A'));
    await site.deliver(access, csv('c-1,b@example.com,A'));
    const after = await site.deliver(access, csv('c-1,b@example.com,A', 'c-9,a@example.com,New one'));
    expect(after.runs[0]).toMatchObject({ counts: { new: 1, failed: 1 } });
    expect(customers()).toEqual([['c-1', 'a@example.com', 'A']]);
  });

  it('never guesses between two that have the same', async () => {
    await site.deliver(access, csv('c-1,ada@example.com,Ada'));
    const [first] = site.sandbox.site.state().customers.values();
    await site.deliver(access, csv('c-1,ada@example.com,Ada', 'c-9,eve@example.com,Eve'));
    for (const one of site.sandbox.site.state().customers.values()) one.details.set('external-id', ['c-1']);
    const after = await site.deliver(access, csv('c-1,ada@example.com,Ada Byron'));
    expect(after.runs[0]).toMatchObject({ counts: { changed: 1, failed: 1 } });
    expect(first?.displayName).toBe('Ada');
  });

  it('finds what somebody has edited by it, and who was deleted', async () => {
    await site.deliver(access, csv('c-1,ada@example.com,Ada', 'c-2,bob@example.com,Bob'));
    const [first, second] = site.sandbox.site.state().customers.values();
    if (first === undefined || second === undefined) throw new Error('There are no customers.');
    first.displayName = 'Edited';
    const { syncId } = access;
    await site.sandbox.settle(site.ada.call('syncs.look', { syncId, isWanted: true }));
    const after = await site.deliver(access, csv('c-1,ada@example.com,Ada', 'c-2,bob@example.com,Bob'));
    expect(after.look).toMatchObject({ compared: 2, edited: 1, unknown: 0 });
    const { records } = await site.sandbox.settle(site.ada.call('syncs.edited', { syncId }));
    expect(records).toMatchObject([{ label: 'c-1', differences: [{ part: 'Name', was: 'Edited', will: 'Ada' }] }]);
  });
});
