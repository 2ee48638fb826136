import type { ImportSite } from '../../support/import-site';
import {
  type ImportedRows,
  furnishing,
  importRows,
  note,
  siteOfKinds,
  tags,
  valuesOf,
} from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const columns: ImportedRows['columns'] = [
  ['Email', { to: 'email' }],
  ['Name', { to: 'displayName' }],
  ['Note', { to: 'detail', field: 'Note' }],
  ['Tags', { to: 'detail', field: 'Tags' }],
  ['Organization', { to: 'organization', by: 'id' }],
  ['Product', { to: 'product', by: 'id' }],
];

function addAccount(email: string): string {
  const id = `712020:${email}`;
  const entry = {
    id,
    email,
    displayName: 'Before',
    createdAt: 0,
    details: new Map(),
    organizations: new Set<string>(),
  };
  world.sandbox.site.state().customers.add(entry);
  return id;
}

const importProfiles = (rows: readonly string[][], operation = 'UPSERT') =>
  importRows(world, { kind: 'customer-profiles', operation, columns, fields: [note, tags], rows });

describe('customers with an Atlassian account, whom bulk requests refuse', () => {
  it('are updated by single calls, among others', async () => {
    const { addOrganization } = furnishing(world);
    addOrganization('7', 'Acme');
    const id = addAccount('ada@example.com');
    const { tally, reasons } = await importProfiles([
      ['ada@example.com', 'Ada', 'hers', 'a;b', '7', ''],
      ['new@example.com', 'New', 'theirs', '', '', ''],
    ]);
    expect(reasons).toEqual([]);
    expect(tally.succeeded).toBe(2);
    const { customers, organizations } = world.sandbox.site.state();
    const ada = customers.get(id);
    expect([ada?.displayName, valuesOf(ada, 'Note'), valuesOf(ada, 'Tags')]).toEqual(['Ada', ['hers'], ['a', 'b']]);
    expect(organizations.get('7')?.customers.has(id)).toBe(true);
  });

  it('are told of what single calls can’t do either', async () => {
    const { addProduct } = furnishing(world);
    addAccount('ada@example.com');
    addAccount('bob@example.com');
    addProduct('p1', 'Support');
    const { tally, reasons } = await importProfiles([
      ['ada@example.com', 'Ada', 'hers', '', '', 'p1'],
      ['bob@example.com', 'Bob', 'his', '', '99', ''],
    ]);
    expect(tally.partly).toBe(2);
    expect(reasons[0]).toMatch(/^2 partly: Products: .*Import them as entitlements\.$/);
    expect(reasons[1]).toMatch(/^3 partly: Organization 99: /);
    expect(world.sandbox.site.state().entitlements.size).toBe(0);
  });

  it('all get through a site that fails now and then', async () => {
    const emails = Array.from({ length: 130 }, (_, at) => `c${at}@example.com`);
    for (const email of emails) addAccount(email);
    let calls = 0;
    world.changeAnswers(({ path, method }, answer) => {
      if (method !== 'PUT' || !path.includes('/details')) return answer;
      calls += 1;
      return calls % 40 === 0 ? { ...answer, status: 503 } : answer;
    });
    const { tally } = await importProfiles(
      emails.map((email) => [email, 'Name', 'x', '', '', '']),
      'UPDATE',
    );
    expect(tally.succeeded).toBe(130);
    const { customers } = world.sandbox.site.state();
    expect(emails.every((email) => valuesOf(customers.find(email), 'Note')?.[0] === 'x')).toBe(true);
  });

  it('are not written once the import was cancelled', async () => {
    const id = addAccount('ada@example.com');
    const running = importProfiles([['ada@example.com', 'Ada', 'hers', '', '', '']]);
    let isCancelled = false;
    world.changeAnswers(({ path }, answer) => {
      if (path.includes('/profile/bulk') && !isCancelled) {
        isCancelled = true;
        void world.ada
          .call('jobs.list', { page: 0 })
          .then(({ jobs }) => world.ada.call('jobs.cancel', { jobId: jobs[0]?.id ?? '' }));
      }
      return answer;
    });
    const { job } = await running;
    expect(job.state).toBe('cancelled');
    expect(valuesOf(world.sandbox.site.state().customers.get(id), 'Note')).toBeUndefined();
  });
});
