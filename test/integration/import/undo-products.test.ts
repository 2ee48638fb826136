import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, siteOfKinds } from '../../support/import-rows';
import { planUndo, undo } from '../../support/undo';

let world: ImportSite;
const state = () => world.sandbox.site.state();
const namesById = () => Object.fromEntries([...state().products.values()].map(({ id, name }) => [id, name]));

beforeEach(async () => {
  world = await siteOfKinds();
  const { addProduct } = furnishing(world);
  addProduct('p1', 'Support');
  addProduct('p2', 'Training');
});
afterEach(() => world.close());

const renaming: ImportedRows = {
  kind: 'products',
  operation: 'UPDATE',
  columns: [
    ['Product', { to: 'product', by: 'name' }],
    ['New name', { to: 'newName' }],
  ],
  products: [
    ['support', 'p1'],
    ['training', 'p2'],
  ],
  rows: [
    ['Support', 'Support Plus'],
    ['Training', 'Courses'],
  ],
  keepsBefore: true,
};

describe('undoing an import that renames products', () => {
  it('gives them their names back, and can be undone itself', async () => {
    const before = namesById();
    const { job } = await importRows(world, renaming);
    expect(job).toMatchObject({ tally: { succeeded: 2 }, undo: 'yes' });
    const { counts, back } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 2, left: 0 });
    expect(back).toMatchObject({ kind: 'products', operation: 'UPDATE', tally: { succeeded: 2 } });
    expect(namesById()).toEqual(before);
    await undo(world, back?.id ?? '');
    expect(namesById()).toEqual({ p1: 'Support Plus', p2: 'Courses' });
  });

  it('leaves alone what someone has renamed or deleted since, and says so', async () => {
    const { job } = await importRows(world, renaming);
    const [first, second] = [state().products.get('p1'), state().products.get('p2')];
    if (first && second) {
      state().products.change(first, () => (first.name = 'By hand'));
      state().products.remove(second);
    }
    expect(await planUndo(world, job.id)).toMatchObject({
      back: 0,
      left: 2,
      reasons: [
        { reason: 'The name has changed since.', rows: 1 },
        { reason: 'Your site doesn’t show the product.', rows: 1 },
      ],
    });
  });

  it('does nothing to a product that was not renamed', async () => {
    state().products.remove(state().products.get('p2') ?? { id: '', name: '' });
    const { job } = await importRows(world, renaming);
    expect(job.tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect((await undo(world, job.id)).counts).toMatchObject({ back: 1, left: 0 });
    expect(namesById()).toEqual({ p1: 'Support' });
  });
});

it('products that an import created stay, with the reason', async () => {
  const [product] = renaming.columns;
  if (product === undefined) throw new Error('There is no column.');
  const creating = { ...renaming, operation: 'CREATE', columns: [product], rows: [['Onboarding']] };
  const { job } = await importRows(world, creating);
  expect(job).toMatchObject({ tally: { succeeded: 1 }, undo: 'kind' });
  await expect(planUndo(world, job.id)).rejects.toThrow(/CONFLICT.*doesn’t tell who is entitled/);
});

it('products that an import deleted can’t come back, with the reason', async () => {
  const [product] = renaming.columns;
  if (product === undefined) throw new Error('There is no column.');
  const deleting = { ...renaming, operation: 'DELETE', columns: [product], rows: [['Support']] };
  const { job } = await importRows(world, deleting);
  expect(job).toMatchObject({ tally: { succeeded: 1 }, undo: 'kind' });
  await expect(planUndo(world, job.id)).rejects.toThrow(/CONFLICT.*nothing tells who was entitled/);
});
