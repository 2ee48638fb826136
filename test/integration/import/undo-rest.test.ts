import type { ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows,
  note,
  siteOfKinds,
  startRows,
  tags,
  valuesOf,
} from '../../support/import-rows';
import { holdings, planUndo, startUndo, undo } from '../../support/undo';

let world: ImportSite;
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;
const customer = (index: number) => state().customers.find(emailOf(index));

/** Two customers are there, the others are not. */
beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer, addOrganization } = furnishing(world);
  addCustomer(emailOf(0));
  addCustomer(emailOf(1));
  addOrganization('7', 'Acme');
});
afterEach(() => world.close());

const rows = (...cells: string[][]): ImportedRows => ({
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note' }],
    ['Tags', { to: 'detail', field: 'Tags' }],
    ['Organization', { to: 'organization', by: 'id' }],
  ],
  fields: [note, tags],
  rows: cells,
  keepsBefore: true,
});

/** An import, and a later one that changes some of the same; the older is undone first. */
async function olderUndoneFirst() {
  const before = holdings(world);
  const older = await importRows(
    world,
    rows([emailOf(0), 'one', 'a', '7'], [emailOf(1), 'one', '', ''], [emailOf(2), 'one', '', '']),
  );
  const newer = await importRows(world, rows([emailOf(0), 'two', '', ''], [emailOf(2), 'two', '', '']));
  const { counts } = await undo(world, older.job.id);
  return { before, older: older.job.id, newer: newer.job.id, counts };
}

describe('the rest of an import that was undone in part', () => {
  it('is undone once the later import is, and nothing is left then', async () => {
    const { before, older, newer, counts } = await olderUndoneFirst();
    expect(counts).toMatchObject({ back: 2, leave: 1, remove: 0, left: 2 });
    expect((await world.job(older)).undo).toBe('rest');
    await undo(world, newer);
    const rest = await undo(world, older);
    expect(rest.counts).toMatchObject({ back: 1, leave: 0, remove: 1, left: 0 });
    expect(holdings(world)).toEqual(before);
    const { undo: undoing, undoneBy } = await world.job(older);
    expect(undoing).toBe('undone');
    expect(undoneBy).toHaveLength(4);
    await expect(planUndo(world, older)).rejects.toThrow(/CONFLICT.*undone already/);
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('leaves alone what was undone before and has been done again by hand', async () => {
    const { older, newer } = await olderUndoneFirst();
    await undo(world, newer);
    customer(0)?.details.set('Tags', ['a']);
    customer(1)?.details.set('Note', ['one']);
    customer(0)?.organizations.add('7');
    state()
      .organizations.get('7')
      ?.customers.add(customer(0)?.id ?? '');
    expect((await undo(world, older)).counts).toMatchObject({ back: 1, leave: 0, remove: 1, left: 0 });
    expect(valuesOf(customer(0), 'Note') ?? []).toEqual([]);
    expect(valuesOf(customer(0), 'Tags')).toEqual(['a']);
    expect(valuesOf(customer(1), 'Note')).toEqual(['one']);
    expect(customer(0)?.organizations.has('7')).toBe(true);
  });

  it('can be asked for again as long as something is left alone', async () => {
    const { older, newer } = await olderUndoneFirst();
    await planUndo(world, older);
    await expect(startUndo(world, older, 0)).rejects.toThrow(/CONFLICT.*nothing to undo/);
    customer(0)?.details.set('Note', ['one']);
    expect((await undo(world, older)).counts).toMatchObject({ back: 1, remove: 0, left: 1 });
    expect((await world.job(older)).undo).toBe('rest');
    await undo(world, newer);
    expect((await undo(world, older)).counts).toMatchObject({ back: 0, remove: 1, left: 0 });
    expect((await world.job(older)).undo).toBe('undone');
  });

  it('waits for the end of what undoes the others', async () => {
    const older = await startRows(world, rows([emailOf(0), 'one', '', ''], [emailOf(1), 'one', '', '']));
    await world.finish(older);
    customer(0)?.details.set('Note', ['by hand']);
    await planUndo(world, older);
    const { back } = await startUndo(world, older, 0);
    expect((await world.job(older)).undo).toBe('undone');
    await world.finish(back ?? '');
    expect((await world.job(older)).undo).toBe('rest');
  });

  it('is not what a plan says that was made before the undo', async () => {
    const { job } = await importRows(world, rows([emailOf(0), 'one', '', ''], [emailOf(1), 'one', '', '']));
    customer(0)?.details.set('Note', ['by hand']);
    await planUndo(world, job.id);
    const { back } = await startUndo(world, job.id, 0);
    await world.finish(back ?? '');
    await expect(startUndo(world, job.id, 0)).rejects.toThrow(/CONFLICT.*isn’t known any more/);
  });

  it('is the earlier of two rows that change one field of the same customer, in two batches', async () => {
    const { addCustomer } = furnishing(world);
    const others = Array.from({ length: 100 }, (_, index) => addCustomer(`other${index}@example.com`));
    const before = holdings(world);
    const { job, tally } = await importRows(world, {
      ...rows(),
      kind: 'customer-details',
      operation: 'UPDATE',
      route: 'direct',
      columns: [
        ['Customer ID', { to: 'customerId' }],
        ['Email', { to: 'email' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      rows: [
        [customer(0)?.id ?? '', '', 'first'],
        ...others.map((id) => [id, '', 'other']),
        ['', emailOf(0), 'second'],
      ],
    });
    expect(tally.succeeded).toBe(102);
    expect((await undo(world, job.id)).counts).toMatchObject({ back: 101, left: 1 });
    expect(valuesOf(customer(0), 'Note')).toEqual(['first']);
    expect((await undo(world, job.id)).counts).toMatchObject({ back: 1, left: 0 });
    expect(holdings(world)).toEqual(before);
  });
});
