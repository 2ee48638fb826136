import { entitle } from '../../../sandbox/csm/associations';
import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds, tags } from '../../support/import-rows';
import { holdings, undo } from '../../support/undo';

let world: ImportSite;
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;

/** Three customers and an organization; the first customer is entitled to Support already. */
beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  const [first = ''] = [0, 1, 2].map((index) => addCustomer(emailOf(index)));
  addOrganization('7', 'Acme');
  addProduct('p1', 'Support');
  addProduct('p2', 'Training');
  const own = entitle(state(), { type: 'CUSTOMER', id: first }, 'p1');
  if (!('details' in own)) throw new Error('The customer is not entitled.');
  own.details.set('Note', ['since May']).set('Tags', ['a']);
});
afterEach(() => world.close());

const base: Omit<ImportedRows, 'operation' | 'rows'> = {
  kind: 'entitlements',
  columns: [
    ['Email', { to: 'email' }],
    ['Organization ID', { to: 'organizationId' }],
    ['Product', { to: 'product', by: 'name' }],
    ['Note', { to: 'detail', field: 'Note' }],
    ['Tags', { to: 'detail', field: 'Tags' }],
  ],
  fields: [note, tags],
  products: [
    ['support', 'p1'],
    ['training', 'p2'],
  ],
  keepsBefore: true,
};

describe('undoing an import of entitlements', () => {
  it('revokes what it granted, so that the site is as before', async () => {
    const before = holdings(world);
    const { job, reasons } = await importRows(world, {
      ...base,
      operation: 'GRANT',
      rows: [
        [emailOf(1), '', 'Support', 'new', 'b;c'],
        [emailOf(1), '', 'Training', '', ''],
        ['', '7', 'Support', 'theirs', ''],
      ],
    });
    expect(reasons).toEqual([]);
    expect(job).toMatchObject({ tally: { succeeded: 3 }, undo: 'yes' });
    const { counts, revoke } = await undo(world, job.id);
    expect(counts).toEqual({ back: 0, grant: 0, leave: 0, revoke: 3, remove: 0, left: 0, reasons: [] });
    expect(revoke).toMatchObject({ kind: 'entitlements', operation: 'REVOKE', tally: { succeeded: 3 } });
    expect(holdings(world)).toEqual(before);
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });
});
