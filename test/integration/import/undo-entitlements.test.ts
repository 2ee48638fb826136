import { entitle } from '../../../sandbox/csm/associations';
import { MINUTE_MS, type ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows,
  note,
  siteOfKinds,
  startRows,
  tags,
} from '../../support/import-rows';
import { holdings, planUndo, startUndo, undo } from '../../support/undo';

let world: ImportSite;
let customers: string[];
const state = () => world.sandbox.site.state();
const emailOf = (index: number): string => `customer${index}@example.com`;

/** Customers and an organization; the first customer is entitled to Support, and Acme to Training, with values. */
beforeEach(async () => {
  world = await siteOfKinds();
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  customers = Array.from({ length: 60 }, (_, index) => addCustomer(emailOf(index)));
  addOrganization('7', 'Acme');
  addProduct('p1', 'Support');
  addProduct('p2', 'Training');
  grantByHand({ type: 'CUSTOMER', id: customers[0] ?? '' }, 'p1', { Note: ['since May'], Tags: ['a', 'b'] });
  grantByHand({ type: 'ORGANIZATION', id: '7' }, 'p2', { Note: ['theirs'] });
});
afterEach(() => world.close());

type Entity = Parameters<typeof entitle>[1];

function grantByHand(entity: Entity, productId: string, values: Record<string, string[]>): void {
  const own = entitle(state(), entity, productId);
  if (!('details' in own)) throw own;
  for (const [field, its] of Object.entries(values)) own.details.set(field, its);
}

/** Loses the process whose call granted an entitlement, at some of these calls. Resolves with how many there were. */
function loseAnswers(...at: number[]): () => number {
  let granted = 0;
  world.sandbox.platform.faults.crashes.afterCall = ({ request }) => {
    if (!/"POST".*\/entitlement|\/entitlement.*"POST"/.test(JSON.stringify(request))) return false;
    granted += 1;
    return at.includes(granted);
  };
  return () => granted;
}

const entitlementOf = (holder: string, productId: string) =>
  [...state().entitlements.values()].find((one) => one.entity.id === holder && one.productId === productId);

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
const none = { back: 0, grant: 0, leave: 0, revoke: 0, remove: 0, left: 0, reasons: [] };
/** What an import grants: three entitlements, two of them to one customer. */
const granting: ImportedRows = {
  ...base,
  operation: 'GRANT',
  rows: [
    [emailOf(1), '', 'Support', 'new', 'b;c'],
    [emailOf(1), '', 'Training', '', ''],
    ['', '7', 'Support', 'theirs', ''],
  ],
};
/** What an import revokes, without a column for any value. */
const revoking: ImportedRows = {
  ...base,
  operation: 'REVOKE',
  columns: base.columns.slice(0, 3),
  fields: [],
  rows: [
    [emailOf(0), '', 'Support'],
    ['', '7', 'Training'],
  ],
};

describe('undoing an import that grants', () => {
  it('revokes what it granted, so that the site is as before, and can be undone itself', async () => {
    const before = holdings(world);
    const { job, reasons } = await importRows(world, granting);
    expect(reasons).toEqual([]);
    expect(job).toMatchObject({ tally: { succeeded: 3 }, undo: 'yes' });
    const granted = holdings(world);
    const { counts, revoke } = await undo(world, job.id);
    expect(counts).toEqual({ ...none, revoke: 3 });
    expect(revoke).toMatchObject({ kind: 'entitlements', operation: 'REVOKE', tally: { succeeded: 3 } });
    expect(holdings(world)).toEqual(before);
    expect((await undo(world, revoke?.id ?? '')).counts).toEqual({ ...none, grant: 3 });
    expect(holdings(world)).toEqual(granted);
    expect((await world.job(job.id)).undo).toBe('undone');
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('leaves alone what someone has given other values or revoked since, and says so in its list', async () => {
    const { job } = await importRows(world, granting);
    const [, second = ''] = customers;
    entitlementOf(second, 'p1')?.details.set('Note', ['by hand']);
    entitlementOf('7', 'p1')?.details.set('Tags', ['a']);
    const gone = entitlementOf(second, 'p2');
    state().entitlements.delete(gone?.id ?? '');
    expect(await planUndo(world, job.id)).toMatchObject({
      revoke: 0,
      left: 3,
      reasons: [
        { reason: 'The import granted the entitlement, and someone has changed its values since.', rows: 2 },
        { reason: 'Your site doesn’t show the entitlement.', rows: 1 },
      ],
    });
    await expect(startUndo(world, job.id, 0)).rejects.toThrow(/CONFLICT.*nothing to undo/);
  });

  it('leaves alone what was granted before, and what a person granted who did it again', async () => {
    const before = holdings(world);
    const rows = [[emailOf(0), '', 'Support', 'since May', ''], ...granting.rows.slice(0, 1)];
    const { job, reasons } = await importRows(world, { ...granting, rows });
    expect(reasons).toHaveLength(1);
    expect((await undo(world, job.id)).counts).toEqual({ ...none, revoke: 1 });
    expect(holdings(world)).toEqual(before);
  });

  it('revokes the one that it granted where the holder has another by then, or had one before', async () => {
    world.sandbox.site.faults.doublesTaken = true;
    const [first = '', second = ''] = customers;
    const before = holdings(world);
    const rows = [0, 1].map((index) => [emailOf(index), '', 'Support', 'new', '']);
    const { job } = await importRows(world, { ...granting, rows });
    expect(job.tally.succeeded).toBe(2);
    grantByHand({ type: 'CUSTOMER', id: second }, 'p1', { Note: ['by hand'] });
    expect((await undo(world, job.id)).counts).toEqual({ ...none, revoke: 2 });
    expect(entitlementOf(first, 'p1')?.details.get('Note')).toEqual(['since May']);
    expect(entitlementOf(second, 'p1')?.details.get('Note')).toEqual(['by hand']);
    state().entitlements.delete(entitlementOf(second, 'p1')?.id ?? '');
    expect(holdings(world)).toEqual(before);
  });

  it('revokes what was granted in part', async () => {
    const before = holdings(world);
    const options = state().fields.entitlement.find('Tags');
    if (options) options.options = ['a'];
    const { job } = await importRows(world, granting);
    expect(job.tally).toMatchObject({ partly: 1, succeeded: 2 });
    expect((await undo(world, job.id)).counts).toMatchObject({ revoke: 3, left: 0 });
    expect(holdings(world)).toEqual(before);
  });

  it('doesn’t take what it granted for somebody else’s where a process was lost', async () => {
    const before = holdings(world);
    const rows = customers.slice(1).map((_, index) => [emailOf(index + 1), '', 'Support', `note ${index}`, '']);
    const calls = loseAnswers(5, 12, 33);
    const jobId = await startRows(world, { ...granting, rows });
    await world.sandbox.run(60 * MINUTE_MS);
    expect((await world.finish(jobId)).tally.succeeded).toBe(59);
    expect(calls()).toBeGreaterThan(33);
    expect((await undo(world, jobId)).counts).toEqual({ ...none, revoke: 59 });
    expect(holdings(world)).toEqual(before);
  });

  it('undoes what a cancelled one has done, and nothing else', async () => {
    const before = holdings(world);
    const rows = customers.slice(1).map((_, index) => [emailOf(index + 1), '', 'Support', `note ${index}`, '']);
    const jobId = await startRows(world, { ...granting, rows });
    await world.sandbox.until(async () => (await world.ada.job(jobId)).tally.succeeded > 0);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const { tally } = await world.finish(jobId);
    expect(tally.cancelled).toBeGreaterThan(0);
    expect((await undo(world, jobId)).counts).toEqual({ ...none, revoke: tally.succeeded });
    expect(holdings(world)).toEqual(before);
  });
});

describe('undoing an import that changes values of entitlements', () => {
  it('puts them back, and revokes what it granted beside that', async () => {
    const before = holdings(world);
    const { job } = await importRows(world, {
      ...base,
      operation: 'UPSERT',
      rows: [
        [emailOf(0), '', 'Support', 'changed', 'c'],
        [emailOf(0), '', 'Training', 'new', ''],
        ['', '7', 'Training', 'changed', 'c'],
      ],
    });
    expect(job.tally.succeeded).toBe(3);
    const imported = holdings(world);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toEqual({ ...none, back: 2, revoke: 1 });
    expect(holdings(world)).toEqual(before);
    await undo(world, back?.id ?? '');
    const values = imported.entitlements.map((one) => one.values);
    expect(holdings(world).entitlements.map((one) => one.values)).toEqual(values.slice(0, 2));
  });

  it('leaves values alone that someone has changed since, and says so', async () => {
    const { job } = await importRows(world, {
      ...base,
      operation: 'UPDATE',
      rows: [
        [emailOf(0), '', 'Support', 'changed', 'c'],
        ['', '7', 'Training', 'changed', 'c'],
      ],
    });
    const [first = ''] = customers;
    entitlementOf(first, 'p1')?.details.set('Note', ['by hand']);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 2, left: 1 });
    expect(entitlementOf(first, 'p1')?.details.get('Note')).toEqual(['by hand']);
    expect(entitlementOf(first, 'p1')?.details.get('Tags')).toEqual(['a', 'b']);
    const [left] = await world.sandbox.settle(world.ada.unsuccessful(back?.id ?? ''));
    expect(left).toMatchObject({ row: 2, outcome: 'left out', reason: '“Note” has changed since.' });
  });

  it('puts back what each of two rows has written that name one entitlement in two ways', async () => {
    const before = holdings(world);
    const [first = ''] = customers;
    const { job } = await importRows(world, {
      ...base,
      operation: 'UPSERT',
      columns: [['Customer ID', { to: 'customerId' }], ...base.columns],
      rows: [
        [first, '', '', 'Support', 'changed', ''],
        ['', emailOf(0), '', 'Support', '', 'c'],
      ],
    });
    expect(job.tally.succeeded).toBe(2);
    const { back } = await undo(world, job.id);
    expect(back?.tally.succeeded).toBe(1);
    expect(holdings(world)).toEqual(before);
  });
});

describe('undoing an import that revokes', () => {
  it('grants again with all the values there were, as other entitlements', async () => {
    const before = holdings(world);
    const ids = [...state().entitlements.keys()];
    const { job, reasons } = await importRows(world, revoking);
    expect({ reasons, undo: job.undo }).toEqual({ reasons: [], undo: 'yes' });
    expect(holdings(world).entitlements).toEqual([]);
    const { counts, grant } = await undo(world, job.id);
    expect(counts).toEqual({ ...none, grant: 2 });
    expect(grant).toMatchObject({ kind: 'entitlements', operation: 'GRANT', tally: { succeeded: 2 } });
    expect(holdings(world)).toEqual(before);
    expect([...state().entitlements.keys()].filter((id) => ids.includes(id))).toEqual([]);
  });

  it('leaves alone what is granted again by then, and values whose field is gone', async () => {
    const { job } = await importRows(world, revoking);
    const [first = ''] = customers;
    grantByHand({ type: 'CUSTOMER', id: first }, 'p1', {});
    const field = state().fields.entitlement.find('Note');
    if (field) state().fields.entitlement.remove(field);
    const { counts, grant } = await undo(world, job.id);
    expect(counts).toMatchObject({ grant: 1, left: 2 });
    expect(entitlementOf(first, 'p1')?.details.size).toBe(0);
    expect(entitlementOf('7', 'p2')).toBeDefined();
    const left = await world.sandbox.settle(world.ada.unsuccessful(grant?.id ?? ''));
    expect(left.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '2: The customer has another entitlement to the product.',
      '3: Your site has no detail field “Note”.',
    ]);
  });

  it('can be undone itself', async () => {
    const { job } = await importRows(world, revoking);
    const { grant } = await undo(world, job.id);
    const { counts } = await undo(world, grant?.id ?? '');
    expect(counts).toEqual({ ...none, revoke: 2 });
    expect(holdings(world).entitlements).toEqual([]);
  });

  it('grants nothing twice where a process is lost while it does', async () => {
    const before = holdings(world);
    const { job } = await importRows(world, revoking);
    const calls = loseAnswers(1);
    const { grant } = await undo(world, job.id);
    expect(grant?.tally.succeeded).toBe(2);
    expect(calls()).toBeGreaterThan(0);
    expect(holdings(world)).toEqual(before);
  });

  it('has columns for the fields of its first call, where several find out what it comes to', async () => {
    const { addCustomer } = furnishing(world);
    const emails = Array.from({ length: 420 }, (_, index) => `more${index}@example.com`);
    for (const email of emails) grantByHand({ type: 'CUSTOMER', id: addCustomer(email) }, 'p1', { Tags: ['a'] });
    const before = holdings(world);
    const { job } = await importRows(world, { ...revoking, rows: emails.map((email) => [email, '', 'Support']) });
    expect(job.tally.succeeded).toBe(420);
    const ask = (from: number) => world.sandbox.settle(world.ada.call('jobs.planUndo', { jobId: job.id, from }));
    const { next, grant } = await ask(0);
    expect({ next, grant }).toEqual({ next: 20, grant: 400 });
    const added = { name: 'Added since', type: 'TEXT', options: [], view: 'everyone', edit: 'everyone' } as const;
    state().fields.entitlement.add({ ...added, id: 'added', options: [] });
    expect(await ask(20)).toMatchObject({ next: null, grant: 20 });
    const { grant: jobId } = await startUndo(world, job.id, 0);
    expect((await world.finish(jobId ?? '')).tally.succeeded).toBe(420);
    expect(holdings(world)).toEqual(before);
  });
});
