import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import type { SavedRow } from '../../../src/contract/jobs';
import type { ResponseOf } from '../../../src/contract/resolvers';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { organizationProfiles } from '../../../src/domain/kinds/organization-profiles';
import { columnsOf, matchColumns } from '../../../src/domain/import/match-columns';
import { savedLayout } from '../../../src/domain/csv/saved';
import { type ImportSite, importSite, region } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
  const { customers, organizations } = world.sandbox.site.state();
  organizations.add({ id: '7', name: 'Acme', details: new Map(), customers: new Set() });
  for (let index = 0; index < 600; index += 1)
    customers.add({
      id: `qm:1:${index}`,
      email: `customer${index}@example.com`,
      displayName: `Customer ${index}`,
      createdAt: 0,
      details: new Map(index % 2 === 0 ? [['region', ['EU']]] : []),
      organizations: new Set(index === 0 ? ['7'] : []),
    });
});
afterEach(() => world.close());

const plan: ImportPlan = {
  kind: 'customer-removals',
  operation: 'DELETE',
  columns: [{ header: 'E-mail', target: { to: 'email' } }],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
  lookups: { organizations: [], products: [] },
};

async function deleteCustomers(count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index): StoredRow => [index + 2, [`customer${index}@example.com`]]);
  const jobId = await world.sandbox.settle(world.ada.startImport({ plan, rows }));
  await world.finish(jobId);
  return jobId;
}

async function savedOf(jobId: string): Promise<{ rows: SavedRow[]; pages: number }> {
  const rows: SavedRow[] = [];
  let cursor: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page: ResponseOf<'jobs.saved'> = await world.sandbox.settle(world.ada.call('jobs.saved', { jobId, cursor }));
    rows.push(...page.rows);
    cursor = page.next;
    if (cursor === null) return { rows, pages };
  }
}

describe('what a job saved before it deleted customers', () => {
  it('are the records of all that are gone, page by page, and of no others', async () => {
    const jobId = await deleteCustomers(602);
    expect(world.sandbox.site.state().customers.size).toBe(0);
    const { rows, pages } = await savedOf(jobId);
    expect(pages).toBe(2);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 600 }, (_, index) => index + 2));
    expect(rows[0]).toMatchObject({
      outcome: 'succeeded',
      saved: { Email: 'customer0@example.com', 'Display name': 'Customer 0', Organization: 'Acme', Region: 'EU' },
    });
  });

  it('make a file whose columns an import of customers knows', async () => {
    const { rows } = await savedOf(await deleteCustomers(4));
    const { headers, row } = savedLayout(rows);
    const columns = matchColumns(headers, columnsOf(rows.map(row)), customerProfiles.places([region]));
    const targets = new Map(columns.map(({ header, target }) => [header, target.to]));
    expect(['Email', 'Display name', 'Organization', 'Region'].map((header) => targets.get(header))).toEqual([
      'email',
      'displayName',
      'organization',
      'detail',
    ]);
    expect(rows.map(row)[1]?.[headers.indexOf('Region')]).toBe('');
  });
});

describe('what a job saved before it deleted organizations', () => {
  it('has the emails of their customers, which an import takes back on another site', async () => {
    const { customers, organizations } = world.sandbox.site.state();
    for (let index = 0; index < 60; index += 1) {
      customers.get(`qm:1:${index}`)?.organizations.add('7');
      organizations.get('7')?.customers.add(`qm:1:${index}`);
    }
    const jobId = await world.sandbox.settle(
      world.ada.startImport({
        plan: {
          ...plan,
          kind: 'organization-removals',
          columns: [{ header: 'Organization', target: { to: 'name' } }],
        },
        rows: [[2, ['Acme']]],
      }),
    );
    await world.finish(jobId);
    const { rows } = await savedOf(jobId);
    expect(rows[0]?.saved['Customers']?.split(';')).toEqual(
      Array.from({ length: 60 }, (_, index) => `customer${index}@example.com`),
    );
    const { headers, row } = savedLayout(rows);
    const columns = matchColumns(headers, columnsOf(rows.map(row)), organizationProfiles.places([]));
    const targets = new Map(columns.map(({ header, target }) => [header, target.to]));
    expect([targets.get('Organization'), targets.get('Customers')]).toEqual(['name', 'memberEmail']);
  });
});
