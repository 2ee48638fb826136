import type { ResultRow } from '../../../src/contract/jobs';
import type { ResponseOf } from '../../../src/contract/resolvers';
import type { ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows as importInto, note, siteOfKinds } from '../../support/import-rows';

let world: ImportSite;
let addCustomer: (email: string) => string;
let addOrganization: (id: string, name: string) => string;
let addProduct: (id: string, name: string) => string;

beforeEach(async () => {
  world = await siteOfKinds();
  ({ addCustomer, addOrganization, addProduct } = furnishing(world));
});
afterEach(() => world.close());

/** Imports rows, and resolves with what the list of all results says of each: outcome, what was done, id. */
async function doneBy(given: ImportedRows): Promise<string[]> {
  const { job } = await importInto(world, given);
  const page: ResponseOf<'jobs.results'> = await world.sandbox.settle(
    world.ada.call('jobs.results', { jobId: job.id, cursor: null }),
  );
  return page.rows.map(({ outcome, done, id }: ResultRow) => `${outcome}: ${done}, ${id}`);
}

const emailAndName: ImportedRows['columns'] = [
  ['Email', { to: 'email' }],
  ['Name', { to: 'displayName' }],
  ['ID', { to: 'customerId' }],
];

describe('the results of an import tell what was done, and the id on the site', () => {
  it('of customers that were created or updated: which of both, where the row alone can tell', async () => {
    const old = addCustomer('old@example.com');
    const rows = [
      ['old@example.com', 'Old', ''],
      ['new@example.com', 'New', ''],
    ];
    const done = await doneBy({ kind: 'customer-profiles', operation: 'UPSERT', columns: emailAndName, rows });
    const created = world.sandbox.site.state().customers.find('new@example.com')?.id ?? '?';
    expect(done).toEqual([`succeeded: created or updated, ${old}`, `succeeded: created or updated, ${created}`]);
    const byId = [['', 'By ID', old]];
    const updated = await doneBy({ kind: 'customer-profiles', operation: 'UPSERT', columns: emailAndName, rows: byId });
    expect(updated).toEqual([`succeeded: updated, ${old}`]);
  });

  it('of products that single calls create, by the answers of the site', async () => {
    const done = await doneBy({
      kind: 'products',
      operation: 'CREATE',
      columns: [['Product', { to: 'product', by: 'name' }]],
      rows: [['Support'], ['Support Plus']],
    });
    const { products } = world.sandbox.site.state();
    expect(done).toEqual(
      ['Support', 'Support Plus'].map((name) => `succeeded: created, ${products.find(name)?.id ?? '?'}`),
    );
  });

  it('of entitlements, those granted in part as well; nothing of a row that failed', async () => {
    addOrganization('7', 'Acme');
    const { fields } = world.sandbox.site.state();
    fields.entitlement.add({
      id: 'Locked',
      name: 'Locked',
      type: 'TEXT',
      options: [],
      view: 'everyone',
      edit: 'nobody',
    });
    const done = await doneBy({
      kind: 'entitlements',
      operation: 'GRANT',
      columns: [
        ['Organization', { to: 'name' }],
        ['Product', { to: 'product', by: 'name' }],
        ['Note', { to: 'detail', field: 'Note' }],
        ['Locked', { to: 'detail', field: 'Locked' }],
      ],
      fields: [note, { name: 'Locked', type: 'TEXT', options: [] }],
      products: [
        ['support', addProduct('p1', 'Support')],
        ['plus', addProduct('p2', 'Plus')],
      ],
      rows: [
        ['Acme', 'Support', 'a', ''],
        ['Acme', 'Plus', 'a', 'b'],
        ['Nobody', 'Plus', 'a', ''],
      ],
    });
    const [first, second] = [...world.sandbox.site.state().entitlements.keys()];
    expect(done.slice(2)).toEqual(['failed: , ']);
    expect(done.slice(0, 2).sort()).toEqual(
      [first, second]
        .map((id, at) => `${at === 0 ? 'succeeded: granted' : 'partly: granted, in part'}, ${id}`)
        .reverse(),
    );
  });

  it('of values and removals, by what was looked up', async () => {
    const ada = addCustomer('ada@example.com');
    const columns: ImportedRows['columns'] = [
      ['Email', { to: 'email' }],
      ['Note', { to: 'detail', field: 'Note' }],
    ];
    const rows = [['ada@example.com', 'x']];
    for (const route of ['bulk', 'direct'] as const) {
      const given = { kind: 'customer-details', operation: 'UPDATE', columns, fields: [note], rows, route };
      expect(await doneBy(given)).toEqual([`succeeded: updated, ${ada}`]);
    }
    const removal = { kind: 'customer-removals', operation: 'DELETE', columns: columns.slice(0, 1) };
    expect(await doneBy({ ...removal, rows: [['ada@example.com'], ['eve@example.com']] })).toEqual([
      `succeeded: deleted, ${ada}`,
      'failed: , ',
    ]);
  });

  it('where the answer was lost, only that it is so by now', async () => {
    let isLost = true;
    world.changeAnswers(({ method, path }, answer) => {
      if (!isLost || method !== 'POST' || !path.endsWith('/product')) return answer;
      isLost = false;
      return { ...answer, status: 503 };
    });
    const done = await doneBy({
      kind: 'products',
      operation: 'CREATE',
      columns: [['Product', { to: 'product', by: 'name' }]],
      rows: [['Support']],
    });
    const id = world.sandbox.site.state().products.find('Support')?.id ?? '?';
    expect(done).toEqual([`succeeded: found created, ${id}`]);
  });

  it('of rows in doubt, what looking them up has shown over several steps', async () => {
    world.sandbox.site.faults.taskVanishRate = 1;
    const rows = Array.from({ length: 60 }, (_, at) => [`c${at}@example.com`, `C ${at}`]);
    const done = await doneBy({
      kind: 'customer-profiles',
      operation: 'CREATE',
      columns: emailAndName.slice(0, 2),
      rows,
    });
    const { customers } = world.sandbox.site.state();
    expect(done).toEqual(rows.map(([email = '']) => `succeeded: found created, ${customers.find(email)?.id ?? '?'}`));
  });
});
