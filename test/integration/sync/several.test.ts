import type { ImportColumn, ImportField, ImportPlan, StoredRow } from '../../../src/contract/imports';
import type { SyncView } from '../../../src/contract/syncs';
import { planOfJob } from '../../../src/domain/import/related-plans';
import { packAccepted } from '../../support/console';
import { furnishing, valuesOf } from '../../support/import-rows';
import { MINUTE_MS } from '../../support/import-site';
import { undo } from '../../support/undo';
import { type Access, type SyncSite, everyDelivery, syncSite } from '../../support/sync-site';

const fields: ImportField[] = [
  { of: 'organization', name: 'Industry', type: 'TEXT', options: [] },
  { of: 'entitlement', name: 'Plan', type: 'TEXT', options: [] },
];
const columns: ImportColumn[] = [
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Name', target: { to: 'displayName' } },
  { header: 'Company', target: { to: 'organization', by: 'id' } },
  { header: 'Industry', target: { to: 'organization-detail', field: 'Industry' } },
  { header: 'Product', target: { to: 'product', by: 'id' } },
  { header: 'Plan', target: { to: 'entitlement-detail', field: 'Plan' } },
];
const header = columns.map((column) => column.header).join(',');

/** An export: ada and bob of Acme, cid of Bolt. Only bob and cid have values of an entitlement. */
const exported = (changes: { industry?: string; plan?: string; name?: string; end?: string } = {}): string => {
  const { industry = 'Retail', plan = 'Gold', name = 'Cid', end = '' } = changes;
  return (
    [
      header,
      `ada@x.example,Ada,7,${industry},p1,`,
      `bob@x.example,Bob,7,${industry},p1,${plan}`,
      `cid@x.example,${name},8,Banking,p1,Basic`,
    ].join('\n') + end
  );
};

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
  const { fields: siteFields } = site.sandbox.site.state();
  for (const { of = 'organization', name, type } of fields)
    siteFields[of].add({ id: name, name, type, options: [], view: 'everyone', edit: 'everyone' });
  const { addOrganization, addProduct } = furnishing(site);
  addOrganization('7', 'Acme');
  addOrganization('8', 'Bolt');
  addProduct('p1', 'Support');
});
afterEach(() => site.close());

const industryOf = (id: string) => valuesOf(site.sandbox.site.state().organizations.get(id), 'Industry');
/** What a customer is entitled to, each with its plan. */
const plansOf = (email: string) => {
  const { customers, entitlements } = site.sandbox.site.state();
  const holder = customers.find(email)?.id;
  return [...entitlements.values()].filter(({ entity }) => entity.id === holder).map((one) => valuesOf(one, 'Plan'));
};
/** The jobs of the last run, each with its kind and how many rows it had. */
async function jobsOf({ runs: [last] }: SyncView): Promise<[kind: string, rows: number][]> {
  const found: [string, number][] = [];
  for (const jobId of last?.jobs ?? []) {
    const { kind, rows } = await site.job(jobId);
    found.push([kind, rows.accepted]);
  }
  return found;
}
/** The site refuses requests to such a path, from now on. */
function refuse(path: RegExp): void {
  site.changeAnswers((request, answer) =>
    request.method !== 'GET' && path.test(request.path)
      ? { ...answer, status: 400, body: JSON.stringify({ errors: [{ message: 'Not today.' }] }) }
      : answer,
  );
}
const accept = () => site.changeAnswers((_, answer) => answer);

describe('a sync of customers with columns of organizations and entitlements', () => {
  let access: Access;
  beforeEach(async () => {
    access = await site.setUp({}, columns);
  });

  it('writes values of organizations once each, then customers, then entitlements', async () => {
    const after = await site.deliver(access, exported());
    expect(after.runs[0]).toMatchObject({
      ...{ outcome: 'applied', counts: { new: 3, failed: 0 } },
      roles: ['organizations', 'own', 'entitlements'],
    });
    expect(await jobsOf(after)).toEqual([
      ['organization-details', 2],
      ['customer-profiles', 3],
      ['entitlements', 2],
    ]);
    expect([industryOf('7'), industryOf('8')]).toEqual([['Retail'], ['Banking']]);
    expect(['ada', 'bob', 'cid'].map((name) => plansOf(`${name}@x.example`))).toEqual([
      [undefined],
      [['Gold']],
      [['Basic']],
    ]);
  });

  it('sends what has changed alone', async () => {
    await site.deliver(access, exported());
    expect((await site.deliver(access, exported({ end: '\n' }))).runs[0]).toMatchObject({ outcome: 'nothing' });
    const changed = await site.deliver(access, exported({ industry: 'Media', plan: 'Silver' }));
    expect(changed.runs[0]?.counts).toMatchObject({ new: 0, changed: 2, unchanged: 1, failed: 0 });
    expect(await jobsOf(changed)).toEqual([
      ['organization-details', 1],
      ['customer-profiles', 2],
      ['entitlements', 1],
    ]);
    expect([industryOf('7'), plansOf('bob@x.example')]).toEqual([['Media'], [['Silver']]]);
  });

  it.each([
    ['an entitlement', /entitlement/, 1, { changed: 1, unchanged: 2 }],
    ['the values of an organization', /organization/, 1, { changed: 1, unchanged: 2 }],
  ])('sends a record again of which %s was refused', async (_, path, failed, again) => {
    await site.deliver(access, exported());
    refuse(path);
    const text = exported({ name: 'Cid', plan: 'Gold' }).replace('8,Banking,p1,Basic', '8,Trade,p1,Silver');
    expect((await site.deliver(access, text)).runs[0]).toMatchObject({ outcome: 'applied', counts: { failed } });
    accept();
    expect((await site.deliver(access, text)).runs[0]?.counts).toMatchObject({ ...again, failed: 0 });
    expect([industryOf('8'), plansOf('cid@x.example')]).toEqual([['Trade'], [['Silver']]]);
    expect((await site.deliver(access, `${text}\n`)).runs[0]).toMatchObject({ outcome: 'nothing' });
  });

  it.each([
    [
      'customers',
      /customer/,
      [
        ['organization-details', 2],
        ['customer-profiles', 3],
        ['entitlements', 2],
      ],
    ],
    [
      'organizations',
      /organization/,
      [
        ['organization-details', 2],
        ['customer-profiles', 3],
        ['entitlements', 2],
      ],
    ],
    [
      'entitlements',
      /entitlement/,
      [
        ['organization-details', 2],
        ['customer-profiles', 2],
        ['entitlements', 2],
      ],
    ],
  ])('sends what has failed once more with all that its rows say, where %s were refused', async (_, path, jobs) => {
    const retrying = await site.setUp({ retries: true }, columns);
    refuse(path);
    const failed = await site.deliver(retrying, exported());
    expect(failed.runs[0]?.counts?.failed).toBeGreaterThan(0);
    accept();
    await site.sandbox.run(3 * 60 * MINUTE_MS);
    const after = await site.sync(retrying);
    expect(after.runs).toHaveLength(2);
    expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { failed: 0 } });
    expect(await jobsOf(after)).toEqual(jobs);
    expect([industryOf('7'), plansOf('bob@x.example')]).toEqual([['Retail'], [['Gold']]]);
    expect((await site.deliver(retrying, exported({ end: '\n' }))).runs[0]).toMatchObject({ outcome: 'nothing' });
  });

  it('sends what has failed once more an hour later, where the site is not there when that is due', async () => {
    const retrying = await site.setUp({ retries: true }, columns);
    refuse(/customer/);
    await site.deliver(retrying, exported());
    site.changeAnswers((request, answer) =>
      request.path.includes('/jsm/csm/') ? { ...answer, status: 503, body: '' } : answer,
    );
    await site.sandbox.run(90 * MINUTE_MS);
    expect((await site.sync(retrying)).runs).toHaveLength(1);
    accept();
    await site.sandbox.run(2 * 60 * MINUTE_MS);
    expect((await site.sync(retrying)).runs[0]).toMatchObject({ outcome: 'applied', counts: { failed: 0 } });
  });

  it('grants nothing where the import of the customers was cancelled, and does so with the next delivery', async () => {
    await site.send(access, exported());
    const own = async () => (await site.sync(access)).run?.jobs[1] ?? '';
    await site.sandbox.until(async () => (await own()) !== '');
    await site.sandbox.settle(site.ada.call('jobs.cancel', { jobId: await own() }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect((await site.sync(access)).runs[0]).toMatchObject({ outcome: 'applied', counts: { failed: 3 } });
    expect(site.sandbox.site.state().entitlements.size).toBe(0);
    const after = await site.deliver(access, exported());
    expect(after.runs[0]?.counts).toMatchObject({ failed: 0, unchanged: 0 });
    expect(plansOf('bob@x.example')).toEqual([['Gold']]);
  });

  it('knows what is put back as applied', async () => {
    await site.deliver(access, exported());
    const bob = site.sandbox.site.state().customers.find('bob@x.example');
    if (bob === undefined) throw new Error('There is no Bob.');
    bob.displayName = 'Somebody';
    const { syncId } = access;
    await site.sandbox.settle(site.ada.call('syncs.look', { syncId, isWanted: true }));
    const { look } = await site.deliver(access, exported());
    expect(look).toMatchObject({ edited: 1 });
    await site.sandbox.settle(site.ada.call('syncs.putBack', { syncId, no: look?.no ?? 0, rows: null }));
    await site.sandbox.until(async () => (await site.sync(access)).run === null);
    expect((await site.sync(access)).runs[0]?.counts).toMatchObject({ changed: 1, failed: 0 });
    expect((await site.deliver(access, exported({ end: '\n' }))).runs[0]).toMatchObject({ outcome: 'nothing' });
  });
});

/** The jobs that a file has made when it was imported by hand, all of them started. */
async function importedBefore(plan: ImportPlan, rows: readonly StoredRow[]) {
  const { ada, sandbox } = site;
  const create = async (name: string, its: ImportPlan, cells: readonly StoredRow[], after?: string) => {
    const counts = { total: cells.length, leftOut: 0, accepted: cells.length };
    const request = { name, plan: its, delimiter: ',' as const, rows: counts, ...(after !== undefined && { after }) };
    const { jobId } = await sandbox.settle(ada.call('jobs.create', request));
    const [data = ''] = packAccepted(cells);
    const piece = { jobId, list: 'accepted' as const, part: 0, piece: 0, pieces: 1, data };
    await sandbox.settle(ada.call('jobs.upload', piece));
    return jobId;
  };
  const organizations = await create('organizations', planOfJob('organizations', plan, 1), [[3, ['7', 'Retail']]]);
  const own = await create('own', plan, rows);
  const granted: StoredRow[] = [[3, ['bob@x.example', 'p1', 'Gold']]];
  const entitlements = await create('entitlements', planOfJob('entitlements', plan, 1), granted, own);
  await sandbox.settle(ada.call('jobs.start', { jobId: own, before: [organizations], behind: [entitlements] }));
  return { own, organizations, entitlements };
}

describe('a sync that is made of an import with such columns', () => {
  const plan: ImportPlan = {
    ...{ kind: 'customer-profiles', operation: 'UPSERT', columns, fields },
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
  const rows: StoredRow[] = [
    [2, ['ada@x.example', 'Ada', '7', '', 'p1', '']],
    [3, ['bob@x.example', 'Bob', '7', 'Retail', 'p1', 'Gold']],
  ];
  const body = [header, ...rows.map(([, cells]) => cells.join(','))].join('\n');

  it('sends rows that say something of organizations or entitlements, where no other import has written that', async () => {
    const { ada, sandbox } = site;
    const jobId = await sandbox.settle(ada.startImport({ plan, rows }));
    await site.finish(jobId);
    const from = { what: 'job', jobId } as const;
    const access = await sandbox.settle(ada.call('syncs.create', { settings: everyDelivery, from }));
    await sandbox.run(MINUTE_MS);
    const after = await site.deliver(access, body);
    expect(after.runs[0]?.counts).toMatchObject({ new: 1, changed: 0, unchanged: 1, failed: 0 });
    expect([industryOf('7'), plansOf('bob@x.example')]).toEqual([['Retail'], [['Gold']]]);
  });

  it('sends nothing of them where the other imports of the file have written it', async () => {
    const { ada, sandbox } = site;
    const jobs = await importedBefore(plan, rows);
    await sandbox.until(async () => (await site.job(jobs.entitlements)).state === 'finished');
    expect([industryOf('7'), plansOf('bob@x.example')]).toEqual([['Retail'], [['Gold']]]);
    const from = { what: 'job', jobId: jobs.own } as const;
    const access = await sandbox.settle(ada.call('syncs.create', { settings: everyDelivery, from }));
    await sandbox.run(MINUTE_MS);
    const after = await site.deliver(access, body);
    expect(after.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 2 } });
  });

  it.each(['organizations', 'entitlements'] as const)(
    'sends again what its import of %s had done and an undo has undone',
    async (of) => {
      const { ada, sandbox } = site;
      const jobs = await importedBefore({ ...plan, keepsBefore: true }, rows);
      await sandbox.until(async () => (await site.job(jobs.entitlements)).state === 'finished');
      const from = { what: 'job', jobId: jobs.own } as const;
      const access = await sandbox.settle(ada.call('syncs.create', { settings: everyDelivery, from }));
      await sandbox.run(MINUTE_MS);
      await site.deliver(access, body);
      await undo(site, jobs[of]);
      expect([industryOf('7'), plansOf('bob@x.example')]).not.toEqual([['Retail'], [['Gold']]]);
      await sandbox.run(6 * MINUTE_MS);
      const after = await site.deliver(access, body);
      expect(after.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 1, unchanged: 1 } });
      expect([industryOf('7'), plansOf('bob@x.example')]).toEqual([['Retail'], [['Gold']]]);
    },
  );
});
