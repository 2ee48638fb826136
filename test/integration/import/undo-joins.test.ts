import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { holdings, planUndo, undo } from '../../support/undo';
import { entitle, joinOrganization } from '../../../sandbox/csm/associations';

let world: ImportSite;
let customers: string[];
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;

/** Three customers, the first of whom is in Acme and entitled to Support already. */
beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  customers = [0, 1, 2].map((index) => addCustomer(emailOf(index)));
  addOrganization('7', 'Acme');
  addOrganization('8', 'Bolt');
  addProduct('p1', 'Support');
  addProduct('p2', 'Training');
  const first = state().customers.get(customers[0] ?? '');
  if (first === undefined) throw new Error('The customer is not there.');
  joinOrganization(state(), first, '7');
  entitle(state(), { type: 'CUSTOMER', id: first.id }, 'p1');
});
afterEach(() => world.close());

const joining: ImportedRows = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note' }],
    ['Organization', { to: 'organization', by: 'id' }],
    ['Product', { to: 'product', by: 'id' }],
  ],
  fields: [note],
  rows: [0, 1, 2, 3].map((index) => [emailOf(index), `note ${index}`, '7;8', 'p1;p2']),
  keepsBefore: true,
};
const entitlementOf = (holder: string, productId: string) =>
  [...state().entitlements.values()].find((one) => one.entity.id === holder && one.productId === productId);

describe('undoing an import that has added customers to organizations and granted products', () => {
  it('takes away what it added and nothing else, so that the site is as before', async () => {
    const before = holdings(world);
    const { job } = await importRows(world, joining);
    expect(job.tally.succeeded).toBe(4);
    const { counts, leave, revoke } = await undo(world, job.id);
    expect(counts).toEqual({ back: 3, grant: 0, leave: 5, revoke: 5, remove: 1, left: 0, reasons: [] });
    expect(leave).toMatchObject({ kind: 'membership-removals', tally: { succeeded: 5 }, undoOf: { id: job.id } });
    expect(revoke).toMatchObject({ kind: 'entitlements', operation: 'REVOKE', tally: { succeeded: 5 } });
    expect(holdings(world)).toEqual(before);
    expect((await world.job(job.id)).undoneBy).toHaveLength(4);
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('leaves alone what someone has taken away or given values since, and says so', async () => {
    const { job } = await importRows(world, joining);
    const [, second = '', third = ''] = customers;
    state().customers.get(second)?.organizations.delete('7');
    state().organizations.get('7')?.customers.delete(second);
    entitlementOf(third, 'p2')?.details.set('Note', ['until May']);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 3, leave: 4, revoke: 4, remove: 1, left: 1 });
    expect(entitlementOf(third, 'p2')).toBeDefined();
    const [left] = await world.sandbox.settle(world.ada.unsuccessful(back?.id ?? ''));
    expect(left).toMatchObject({ row: 4, reason: 'An entitlement that the import granted has values by now.' });
  });

  it('takes customers out of an organization that an import of organizations added, and revokes its products', async () => {
    const before = holdings(world);
    const { job } = await importRows(world, {
      kind: 'organization-profiles',
      operation: 'UPDATE',
      columns: [
        ['ID', { to: 'organizationId' }],
        ['Customers', { to: 'memberId' }],
        ['Product', { to: 'product', by: 'id' }],
      ],
      rows: [['7', customers.join(';'), 'p1']],
      keepsBefore: true,
    });
    expect(job.tally.succeeded).toBe(1);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toEqual({ back: 0, grant: 0, leave: 2, revoke: 1, remove: 0, left: 0, reasons: [] });
    expect(back).toBeNull();
    expect(holdings(world)).toEqual(before);
  });

  it('is refused while what it takes away isn’t confirmed', async () => {
    const { job } = await importRows(world, joining);
    await planUndo(world, job.id);
    const jobs = { back: null, grant: null, leave: null, revoke: null, remove: null };
    const start = () => world.sandbox.settle(world.ada.call('jobs.undo', { jobId: job.id, removes: 1, jobs }));
    await expect(start()).rejects.toThrow(/CONFLICT.*11/);
  });
});
