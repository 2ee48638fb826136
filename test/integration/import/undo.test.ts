import { DAY_MS, MINUTE_MS, type ImportSite } from '../../support/import-site';
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
let addCustomer: (email: string, displayName?: string) => string;
let addOrganization: (id: string, name: string) => string;

const emailOf = (index: number): string => `customer${index}@example.com`;
const customerColumns: ImportedRows['columns'] = [
  ['Email', { to: 'email' }],
  ['Name', { to: 'displayName' }],
  ['Note', { to: 'detail', field: 'Note' }],
  ['Tags', { to: 'detail', field: 'Tags' }],
];
const customers = (count: number, operation = 'UPSERT'): ImportedRows => ({
  kind: 'customer-profiles',
  operation,
  columns: customerColumns,
  fields: [note, tags],
  rows: Array.from({ length: count }, (_, index) => [emailOf(index), `New ${index}`, `note ${index}`, 'b;c']),
  keepsBefore: true,
});
const state = () => world.sandbox.site.state();

beforeEach(async () => {
  world = await siteOfKinds();
  ({ addCustomer, addOrganization } = furnishing(world));
});
afterEach(() => world.close());

/** Customers of whom every other one has values. */
function furnishCustomers(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const { details } = state().customers.get(addCustomer(emailOf(index), `Old ${index}`)) ?? { details: new Map() };
    if (index % 2 === 0) details.set('Note', [`before ${index}`]).set('Tags', ['a']);
  }
}

describe('undoing an import of customers', () => {
  it('puts back what it changed and deletes whom it created, so that the site is as before', async () => {
    furnishCustomers(150);
    const before = holdings(world);
    const { job } = await importRows(world, customers(320));
    expect(job).toMatchObject({ tally: { succeeded: 320 }, undo: 'yes' });
    const { counts, back, remove } = await undo(world, job.id);
    expect(counts).toEqual({ back: 150, grant: 0, leave: 0, revoke: 0, remove: 170, left: 0, reasons: [] });
    expect(back).toMatchObject({ kind: 'customer-profiles', operation: 'UPDATE', tally: { succeeded: 150 } });
    expect(remove).toMatchObject({ kind: 'customer-removals', tally: { succeeded: 170 } });
    expect(back?.undoOf).toEqual({ id: job.id, name: job.name });
    expect(holdings(world)).toEqual(before);
    const after = await world.job(job.id);
    expect(after.undo).toBe('undone');
    expect(after.undoneBy.map(({ id }) => id)).toEqual([back?.id, remove?.id]);
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('can be undone itself', async () => {
    furnishCustomers(40);
    const { job } = await importRows(world, customers(40, 'UPDATE'));
    const imported = holdings(world);
    const { back } = await undo(world, job.id);
    await undo(world, back?.id ?? '');
    expect(holdings(world)).toEqual(imported);
  });

  it('leaves alone what someone has changed since, and says so in its list', async () => {
    furnishCustomers(4);
    const { job } = await importRows(world, customers(6));
    const byHand = (index: number) => state().customers.find(emailOf(index));
    byHand(0)?.details.set('Note', ['by hand']);
    const renamed = byHand(2);
    if (renamed) renamed.displayName = 'By Hand';
    byHand(5)?.details.set('Tags', ['a']);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 4, remove: 1, left: 3 });
    expect(valuesOf(byHand(0), 'Note')).toEqual(['by hand']);
    expect(valuesOf(byHand(0), 'Tags')).toEqual(['a']);
    expect(byHand(2)?.displayName).toBe('By Hand');
    expect(valuesOf(byHand(2), 'Note')).toEqual(['before 2']);
    expect(byHand(4)).toBeUndefined();
    expect(valuesOf(byHand(5), 'Tags')).toEqual(['a']);
    const left = await world.sandbox.settle(world.ada.unsuccessful(back?.id ?? ''));
    expect(left.map(({ row, outcome, reason }) => `${row} ${outcome}: ${reason}`)).toEqual([
      '2 left out: “Note” has changed since.',
      '4 left out: The name has changed since.',
      '7 left out: The import created the customer, and someone has changed it since.',
    ]);
  });

  it('undoes what a cancelled one has done, and nothing else', async () => {
    furnishCustomers(3_000);
    const before = holdings(world);
    const jobId = await startRows(world, customers(3_000, 'UPDATE'));
    await world.sandbox.until(async () => (await world.ada.job(jobId)).tally.succeeded > 0);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const { tally } = await world.finish(jobId);
    expect(tally.cancelled).toBeGreaterThan(0);
    const { counts } = await undo(world, jobId);
    expect(counts).toMatchObject({ back: tally.succeeded, remove: 0, left: 0 });
    expect(holdings(world)).toEqual(before);
  });

  it('undoes what was done of rows that were done in part', async () => {
    furnishCustomers(2);
    const before = holdings(world);
    const options = state().fields.customer.find('Tags');
    if (options) options.options = ['a', 'b'];
    const { job } = await importRows(world, customers(2, 'UPDATE'));
    expect(job.tally.succeeded).toBe(0);
    expect((await undo(world, job.id)).counts).toMatchObject({ back: 2, left: 0 });
    expect(holdings(world)).toEqual(before);
  });

  it('says of whom the site doesn’t show any more', async () => {
    furnishCustomers(2);
    const { job } = await importRows(world, customers(2));
    const gone = state().customers.find(emailOf(1));
    if (gone) state().customers.remove(gone);
    const { counts } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 1, left: 1, reasons: [{ reason: 'Your site doesn’t show the customer.' }] });
  });

  it('is refused twice, and where nothing was kept', async () => {
    furnishCustomers(2);
    const { job } = await importRows(world, customers(2));
    await planUndo(world, job.id);
    await expect(startUndo(world, job.id, 1)).rejects.toThrow(/CONFLICT/);
    await startUndo(world, job.id, 0);
    await expect(planUndo(world, job.id)).rejects.toThrow(/CONFLICT.*undone already/);
    await expect(startUndo(world, job.id, 0)).rejects.toThrow(/CONFLICT.*undone already/);
    const { keepsBefore: _, ...without } = customers(2);
    const other = await importRows(world, without);
    expect(other.job.undo).toBe('not-kept');
    await expect(planUndo(world, other.job.id)).rejects.toThrow(/CONFLICT.*didn’t keep/);
  });

  it('knows what was there when a process was lost between reading and sending', async () => {
    furnishCustomers(100);
    const before = holdings(world);
    let crashes = 2;
    const { crashes: plan } = world.sandbox.platform.faults;
    plan.afterCall = ({ request }) => JSON.stringify(request).includes('profile/bulk') && crashes-- > 0;
    const jobId = await startRows(world, customers(100, 'UPDATE'));
    await world.sandbox.run(10 * MINUTE_MS);
    delete plan.afterCall;
    expect((await world.finish(jobId)).tally.succeeded).toBe(100);
    expect(crashes).toBeLessThan(1);
    await undo(world, jobId);
    expect(holdings(world)).toEqual(before);
  });

  it('gets on although each process is lost before it has read a whole batch', async () => {
    furnishCustomers(100);
    const before = holdings(world);
    const { crashes } = world.sandbox.platform.faults;
    crashes.beforeCall = ({ invocation, n }) => invocation.moduleType !== 'jira:adminPage' && n === 60;
    const jobId = await startRows(world, customers(100, 'UPDATE'));
    await world.sandbox.run(60 * MINUTE_MS);
    delete crashes.beforeCall;
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    await undo(world, jobId);
    expect(holdings(world)).toEqual(before);
  });

  it('reads anew what was there where a pause came between reading and sending', async () => {
    furnishCustomers(100);
    const { crashes } = world.sandbox.platform.faults;
    crashes.beforeCall = ({ invocation, n }) => invocation.moduleType !== 'jira:adminPage' && n === 60;
    const jobId = await startRows(world, customers(100, 'UPDATE'));
    await world.sandbox.run(1_000);
    await world.sandbox.settle(world.ada.call('jobs.pause', { jobId }));
    delete crashes.beforeCall;
    state().customers.find(emailOf(0))?.details.set('Note', ['by hand']);
    const before = holdings(world);
    await world.sandbox.settle(world.ada.call('jobs.resume', { jobId }));
    expect((await world.finish(jobId)).tally.succeeded).toBe(100);
    await undo(world, jobId);
    expect(holdings(world)).toEqual(before);
  });

  it('forgets what was there with the job', async () => {
    furnishCustomers(2);
    const { job } = await importRows(world, customers(2));
    await planUndo(world, job.id);
    const stored = () => JSON.stringify(world.sandbox.platform.store.dump());
    expect(stored()).toContain(`job:${job.id}:before:0`);
    expect(stored()).toContain(`job:${job.id}:undo:0`);
    await world.decide({ retentionDays: 3 });
    await world.sandbox.run(4 * DAY_MS);
    expect(stored()).not.toContain(job.id);
  });
});

describe.each(['bulk', 'direct'] as const)('undoing changes of detail values, %s', (route) => {
  it('puts back what was replaced, added to and cleared', async () => {
    furnishCustomers(60);
    const before = holdings(world);
    const { job } = await importRows(world, {
      kind: 'customer-details',
      operation: 'UPDATE',
      route,
      columns: [
        ['Email', { to: 'email' }],
        ['Tags', { to: 'detail', field: 'Tags', action: 'add' }],
        ['Clear the note', { to: 'detail', field: 'Note', action: 'clear' }],
      ],
      fields: [tags, note],
      rows: Array.from({ length: 60 }, (_, index) => [emailOf(index), 'b', index % 3 === 0 ? 'x' : '']),
      keepsBefore: true,
    });
    expect(job.tally.succeeded).toBe(60);
    const { counts, back } = await undo(world, job.id);
    expect(counts).toMatchObject({ back: 60, remove: 0, left: 0 });
    expect(back).toMatchObject({ kind: 'customer-details', tally: { succeeded: 60 } });
    expect(holdings(world)).toEqual(before);
  });
});

describe('undoing an import of organizations', () => {
  it('puts back values and names, and deletes what it created', async () => {
    for (const id of ['71', '72', '73']) addOrganization(id, `Old ${id}`);
    state().organizations.get('71')?.details.set('Note', ['before']);
    const before = holdings(world);
    const { job, reasons } = await importRows(world, {
      kind: 'organization-profiles',
      operation: 'UPSERT',
      columns: [
        ['ID', { to: 'organizationId' }],
        ['Name', { to: 'name' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      fields: [note],
      rows: [
        ['71', 'Renamed', 'first'],
        ['', 'Old 72', 'second'],
        ['', 'Brand new', 'third'],
      ],
      keepsBefore: true,
    });
    expect(reasons).toEqual([]);
    const { counts } = await undo(world, job.id);
    expect(counts).toEqual({ back: 2, grant: 0, leave: 0, revoke: 0, remove: 1, left: 0, reasons: [] });
    expect(holdings(world)).toEqual(before);
  });

  it('puts back values alone', async () => {
    addOrganization('1', 'Acme');
    const before = holdings(world);
    const { job } = await importRows(world, {
      kind: 'organization-details',
      operation: 'UPDATE',
      columns: [
        ['Name', { to: 'name' }],
        ['Note', { to: 'detail', field: 'Note' }],
      ],
      fields: [note],
      rows: [['Acme', 'new']],
      keepsBefore: true,
    });
    await undo(world, job.id);
    expect(holdings(world)).toEqual(before);
  });
});
