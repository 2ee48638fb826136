import type { StoredRow } from '../../../src/contract/imports';
import { MINUTE_MS, type ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows,
  note,
  siteOfKinds,
  tags,
  valuesOf,
} from '../../support/import-rows';
import { planUndo, startUndo } from '../../support/undo';

let world: ImportSite;
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const customers = (count: number, route: ImportedRows['route'] = 'bulk'): ImportedRows => ({
  kind: 'customer-details',
  operation: 'UPDATE',
  route,
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note' }],
    ['Tags', { to: 'detail', field: 'Tags' }],
  ],
  fields: [note, tags],
  rows: Array.from({ length: count }, (_, index) => [emailOf(index), 'new', 'a;b']),
  keepsBefore: true,
});

async function importOf(count: number, route?: ImportedRows['route']) {
  for (let index = 0; index < count; index += 1) furnishing(world).addCustomer(emailOf(index));
  return importRows(world, customers(count, route));
}

describe('an undo that is planned for hours', () => {
  const ask = (jobId: string, from: number) => world.sandbox.settle(world.ada.call('jobs.planUndo', { jobId, from }));

  it('is good for an hour from its last step', async () => {
    const { job } = await importOf(420, 'direct');
    expect((await ask(job.id, 0)).next).toBe(20);
    await world.sandbox.run(50 * MINUTE_MS);
    expect((await ask(job.id, 20)).next).toBeNull();
    await world.sandbox.run(50 * MINUTE_MS);
    const { back } = await startUndo(world, job.id, 0);
    expect((await world.finish(back ?? '')).tally.succeeded).toBe(420);
  });

  it.each([
    [61, 0],
    [0, 61],
  ])('is refused where it rested for %s minutes, or ended %s minutes ago', async (rested, over) => {
    const { job } = await importOf(420, 'direct');
    await ask(job.id, 0);
    await world.sandbox.run(rested * MINUTE_MS);
    await ask(job.id, 20);
    await world.sandbox.run(over * MINUTE_MS);
    await expect(startUndo(world, job.id, 0)).rejects.toThrow(/CONFLICT.*isn’t known any more/);
  });
});

describe('what someone changes between the plan of an undo and its batches', () => {
  it.each(['bulk', 'direct'] as const)('is left alone, %s', async (route) => {
    const { job } = await importOf(3, route);
    expect(await planUndo(world, job.id)).toMatchObject({ back: 3 });
    state().customers.find(emailOf(0))?.details.set('Note', ['by hand']);
    // What was put back by hand already is no reason to leave the rest.
    state().customers.find(emailOf(1))?.details.set('Note', []);
    const { back } = await startUndo(world, job.id, 0);
    expect(await world.finish(back ?? '')).toMatchObject({ tally: { succeeded: 2, failed: 1 } });
    const left = await world.sandbox.settle(world.ada.unsuccessful(back ?? ''));
    expect(left.map(({ row, reason }) => `${row}: ${reason}`)).toEqual(['2: “Note” has changed since.']);
    const now = [0, 1, 2].map((index) => state().customers.find(emailOf(index)));
    expect(now.map((one) => valuesOf(one, 'Note') ?? [])).toEqual([['by hand'], [], []]);
    expect(now.map((one) => valuesOf(one, 'Tags') ?? [])).toEqual([['a', 'b'], [], []]);
  });

  it('is no reason to leave the row alone once it is changed back, and the row is retried', async () => {
    const { job } = await importOf(1);
    await planUndo(world, job.id);
    const { details } = state().customers.find(emailOf(0)) ?? {};
    details?.set('Note', ['by hand']);
    const jobId = (await startUndo(world, job.id, 0)).back ?? '';
    expect((await world.finish(jobId)).tally.failed).toBe(1);
    details?.set('Note', ['new']);
    const { plan } = await world.sandbox.settle(world.ada.call('jobs.plan', { jobId: jobId }));
    const [failed] = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    const again = { plan, rows: [[2, failed?.cells ?? []] satisfies StoredRow], retryOf: jobId };
    const retry = await world.finish(await world.sandbox.settle(world.ada.startImport(again)));
    expect(retry.tally.succeeded).toBe(1);
    expect(details?.get('Note') ?? []).toEqual([]);
  });

  it('is left alone of names, too', async () => {
    furnishing(world).addCustomer(emailOf(0), 'Old');
    const { job } = await importRows(world, {
      kind: 'customer-profiles',
      operation: 'UPDATE',
      columns: [
        ['Email', { to: 'email' }],
        ['Name', { to: 'displayName' }],
      ],
      rows: [[emailOf(0), 'New']],
      keepsBefore: true,
    });
    await planUndo(world, job.id);
    Object.assign(state().customers.find(emailOf(0)) ?? {}, { displayName: 'By Hand' });
    const { back } = await startUndo(world, job.id, 0);
    expect((await world.finish(back ?? '')).tally.failed).toBe(1);
    expect(state().customers.find(emailOf(0))?.displayName).toBe('By Hand');
  });

  it('is left alone of products', async () => {
    furnishing(world).addProduct('p1', 'Old');
    const { job } = await importRows(world, {
      kind: 'products',
      operation: 'UPDATE',
      columns: [
        ['Product ID', { to: 'product', by: 'id' }],
        ['New name', { to: 'newName' }],
      ],
      rows: [['p1', 'New']],
      keepsBefore: true,
    });
    await planUndo(world, job.id);
    Object.assign(state().products.get('p1') ?? {}, { name: 'By Hand' });
    const { back } = await startUndo(world, job.id, 0);
    expect((await world.finish(back ?? '')).tally.failed).toBe(1);
    expect(state().products.get('p1')?.name).toBe('By Hand');
  });

  it('is left alone of entitlements', async () => {
    const { addCustomer, addProduct } = furnishing(world);
    addCustomer(emailOf(0));
    addProduct('p1', 'Support');
    const rows = { kind: 'entitlements', rows: [[emailOf(0), 'p1', 'first']], fields: [note] };
    const columns: ImportedRows['columns'] = [
      ['Email', { to: 'email' }],
      ['Product ID', { to: 'product', by: 'id' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ];
    await importRows(world, { ...rows, columns, operation: 'GRANT' });
    const changed = { ...rows, rows: [[emailOf(0), 'p1', 'second']], columns };
    const { job } = await importRows(world, { ...changed, operation: 'UPDATE', keepsBefore: true });
    expect(await planUndo(world, job.id)).toMatchObject({ back: 1 });
    const [own] = [...state().entitlements.values()];
    own?.details.set('Note', ['by hand']);
    const { back } = await startUndo(world, job.id, 0);
    expect((await world.finish(back ?? '')).tally.failed).toBe(1);
    expect(valuesOf(own, 'Note')).toEqual(['by hand']);
  });
});

describe('what someone changes between the plan of an undo and what it takes away', () => {
  const reasonsOf = async (jobId: string | null) =>
    (await world.sandbox.settle(world.ada.unsuccessful(jobId ?? ''))).map(({ row, reason }) => `${row}: ${reason}`);

  it('keeps a created customer, and tells why', async () => {
    furnishing(world).addOrganization('7', 'Acme');
    const { job } = await importRows(world, {
      kind: 'customer-profiles',
      operation: 'UPSERT',
      columns: [
        ['Email', { to: 'email' }],
        ['Note', { to: 'detail', field: 'Note' }],
        ['Organization', { to: 'organization', by: 'id' }],
      ],
      fields: [note],
      rows: [0, 1, 2].map((index) => [emailOf(index), 'new', '7']),
      keepsBefore: true,
    });
    expect(await planUndo(world, job.id)).toMatchObject({ remove: 3 });
    state().customers.find(emailOf(0))?.details.set('Note', ['by hand']);
    state().customers.find(emailOf(1))?.organizations.clear();
    const { remove } = await startUndo(world, job.id, 3);
    expect(await world.finish(remove ?? '')).toMatchObject({ tally: { succeeded: 1, failed: 2 } });
    const why = 'Someone has changed the customer since the undo was planned.';
    expect(await reasonsOf(remove)).toEqual([`2: ${why}`, `3: ${why}`]);
    expect([0, 1, 2].map((index) => state().customers.find(emailOf(index)) !== undefined)).toEqual([true, true, false]);
  });

  it('keeps a created organization that a customer has joined', async () => {
    const { job } = await importRows(world, {
      kind: 'organization-profiles',
      operation: 'UPSERT',
      columns: [['Name', { to: 'name' }]],
      rows: [['First'], ['Second']],
      keepsBefore: true,
    });
    expect(await planUndo(world, job.id)).toMatchObject({ remove: 2 });
    const first = [...state().organizations.values()].find(({ name }) => name === 'First');
    const id = furnishing(world).addCustomer(emailOf(0));
    first?.customers.add(id);
    state()
      .customers.get(id)
      ?.organizations.add(first?.id ?? '');
    const { remove } = await startUndo(world, job.id, 2);
    expect((await world.finish(remove ?? '')).tally).toMatchObject({ succeeded: 1, failed: 1 });
    expect([...state().organizations.values()].map(({ name }) => name)).toEqual(['First']);
  });

  it('keeps an entitlement that was granted, by an import of entitlements and beside customers', async () => {
    const { addCustomer, addProduct } = furnishing(world);
    const ids = [0, 1].map((index) => addCustomer(emailOf(index)));
    addProduct('p1', 'Support');
    const columns: ImportedRows['columns'] = [
      ['Email', { to: 'email' }],
      ['Product', { to: 'product', by: 'id' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ];
    const rows = [0, 1].map((index) => [emailOf(index), 'p1', 'new']);
    for (const [kind, operation] of [
      ['entitlements', 'GRANT'],
      ['customer-profiles', 'UPDATE'],
    ] as const) {
      const { job } = await importRows(world, { kind, operation, columns, rows, fields: [note], keepsBefore: true });
      expect(await planUndo(world, job.id)).toMatchObject({ revoke: 2 });
      const own = [...state().entitlements.values()].find(({ entity }) => entity.id === ids[0]);
      own?.details.set('Note', ['by hand']);
      const { revoke } = await startUndo(world, job.id, 2);
      expect((await world.finish(revoke ?? '')).tally).toMatchObject({ succeeded: 1, failed: 1 });
      expect(await reasonsOf(revoke)).toEqual(['2: “Content of the entitlement” has changed since.']);
      expect([...state().entitlements.values()]).toEqual([own]);
      state().entitlements.clear();
    }
  });

  it('keeps nothing where it was changed back, and the row is retried', async () => {
    const { job } = await importRows(world, {
      kind: 'customer-profiles',
      operation: 'UPSERT',
      columns: [
        ['Email', { to: 'email' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      fields: [note],
      rows: [[emailOf(0), 'new']],
      keepsBefore: true,
    });
    await planUndo(world, job.id);
    const { details } = state().customers.find(emailOf(0)) ?? {};
    details?.set('Note', ['by hand']);
    const jobId = (await startUndo(world, job.id, 1)).remove ?? '';
    expect((await world.finish(jobId)).tally.failed).toBe(1);
    details?.set('Note', ['new']);
    const { plan } = await world.sandbox.settle(world.ada.call('jobs.plan', { jobId }));
    const [failed] = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    const again = { plan, rows: [[2, failed?.cells ?? []] satisfies StoredRow], retryOf: jobId };
    const retry = await world.finish(await world.sandbox.settle(world.ada.startImport(again)));
    expect(retry.tally.succeeded).toBe(1);
    expect(state().customers.find(emailOf(0))).toBeUndefined();
  });
});
