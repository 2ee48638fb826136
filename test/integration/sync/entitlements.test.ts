import type { ImportColumn } from '../../../src/contract/imports';
import { furnishing, valuesOf } from '../../support/import-rows';
import { type Access, type SyncSite, everyDelivery, syncSite } from '../../support/sync-site';

const columns: ImportColumn[] = [
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Company', target: { to: 'name' } },
  { header: 'Product', target: { to: 'product', by: 'name' } },
  { header: 'Plan', target: { to: 'detail', field: 'Plan' } },
];

/** An export: Ada has two products, Acme one. */
const exported = ({ support = 'Gold', acme = true, end = '' } = {}): string =>
  [
    columns.map(({ header }) => header).join(','),
    `ada@x.example,,Support,${support}`,
    'ada@x.example,,Chat,Basic',
    ...(acme ? [',Acme,Support,Silver'] : []),
  ].join('\n') + end;

let site: SyncSite;
let access: Access;
beforeEach(async () => {
  site = await syncSite();
  const { sandbox, ada } = site;
  const state = sandbox.site.state();
  state.fields.entitlement.add({
    id: 'Plan',
    name: 'Plan',
    type: 'TEXT',
    options: [],
    view: 'everyone',
    edit: 'everyone',
  });
  const { addOrganization, addProduct } = furnishing(site);
  addOrganization('7', 'Acme');
  addProduct('p1', 'Support');
  addProduct('p2', 'Chat');
  state.customers.add({
    ...{ id: 'qm:1:1', email: 'ada@x.example', displayName: 'Ada', createdAt: 0 },
    ...{ details: new Map(), organizations: new Set() },
  });
  const options = { emptyCells: 'leave' as const, valueSeparator: ';' as const };
  const mapping = { name: 'Contracts', kind: 'entitlements', columns, options };
  await sandbox.settle(ada.call('imports.saveMapping', { mapping }));
  access = await setUp();
});
afterEach(() => site.close());

const setUp = (settings: Partial<typeof everyDelivery> = {}): Promise<Access> =>
  site.sandbox.settle(
    site.ada.call('syncs.create', {
      settings: { ...everyDelivery, vanished: { then: 'list' }, ...settings },
      from: { what: 'mapping', name: 'Contracts' },
    }),
  );

/** What is granted: of whom, the product, and its plan. */
const granted = (): string[] =>
  [...site.sandbox.site.state().entitlements.values()]
    .map((one) => `${one.entity.id} ${one.productId} ${valuesOf(one, 'Plan')?.join() ?? ''}`)
    .sort();
const sent = (): string[] => site.requests().filter((path) => !path.startsWith('GET') && path.includes('entitlement'));

describe('a sync of entitlements', () => {
  it('grants products, and knows each by its holder and its product', async () => {
    const { runs } = await site.deliver(access, exported());
    expect(runs[0]).toMatchObject({ outcome: 'applied', counts: { rows: 3, new: 3, failed: 0 } });
    expect(granted()).toEqual(['7 p1 Silver', 'qm:1:1 p1 Gold', 'qm:1:1 p2 Basic']);
    site.requests();
    const again = await site.deliver(access, exported({ end: '\n' }));
    expect(again.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 3 } });
    expect(sent()).toEqual([]);
  });

  it('changes the values of the one that has changed alone', async () => {
    await site.deliver(access, exported());
    const { runs } = await site.deliver(access, exported({ support: 'Platinum' }));
    expect(runs[0]).toMatchObject({ outcome: 'applied', counts: { new: 0, changed: 1, unchanged: 2, failed: 0 } });
    expect(granted()).toEqual(['7 p1 Silver', 'qm:1:1 p1 Platinum', 'qm:1:1 p2 Basic']);
  });

  it('lists those that are no longer in the export, and revokes none', async () => {
    await site.deliver(access, exported());
    const { runs } = await site.deliver(access, exported({ acme: false }));
    expect(runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 2, vanished: 1 } });
    const { touched } = await site.sandbox.settle(site.ada.call('syncs.touched', { syncId: access.syncId }));
    expect(touched).toEqual([['Acme, Support', 'vanished']]);
    expect(granted()).toHaveLength(3);
  });

  it('finds what was edited and revoked on the site, and puts it back', async () => {
    await site.deliver(access, exported());
    const { entitlements } = site.sandbox.site.state();
    for (const one of entitlements.values()) {
      if (one.entity.id === '7') one.details.set('Plan', ['Bronze']);
      if (one.productId === 'p2') entitlements.delete(one.id);
    }
    const { syncId } = access;
    await site.sandbox.settle(site.ada.call('syncs.look', { syncId, isWanted: true }));
    const { look } = await site.deliver(access, exported());
    expect(look).toMatchObject({ isDone: true, compared: 3, edited: 1, missing: 1 });
    await site.sandbox.settle(site.ada.call('syncs.putBack', { syncId, no: look?.no ?? 0, rows: null }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect(granted()).toEqual(['7 p1 Silver', 'qm:1:1 p1 Gold', 'qm:1:1 p2 Basic']);
  });

  it('is refused where those that have vanished would be marked, or taken out', async () => {
    const marks = { then: 'set' as const, values: [{ field: 'Plan', value: 'None' }] };
    await expect(setUp({ vanished: marks })).rejects.toThrow('Records that have vanished can only be changed');
    await expect(setUp({ vanished: { then: 'take-out' } })).rejects.toThrow('Only customers can be taken out');
  });
});
