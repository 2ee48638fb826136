import type { ImportSetup } from '../../../src/contract/file-frame';
import type { ImportField, ImportPlan } from '../../../src/contract/imports';
import { type CheckedFile, checkFile } from '../../../src/domain/file/check/check-file';
import { packJobs } from '../../../src/domain/file/check/pack-jobs';
import { openFile } from '../../../src/domain/file/read/open-file';
import { type JobOfFile, nameOfJob, planOfJob } from '../../../src/domain/import/related-plans';
import { packedStore } from '../../../src/platform/packed-file';
import { DAY_MS, type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';
import { furnishing, valuesOf } from '../../support/import-rows';
import { undo } from '../../support/undo';

let world: ImportSite;

const industry: ImportField = { of: 'organization', name: 'Industry', type: 'SELECT', options: ['Retail', 'Banking'] };
const address: ImportField = { of: 'organization', name: 'Address', type: 'TEXT', options: [] };
const plan: ImportField = { of: 'entitlement', name: 'Plan', type: 'SELECT', options: ['Basic', 'Gold'] };
const until: ImportField = { of: 'entitlement', name: 'Until', type: 'DATE', options: [] };

beforeEach(async () => {
  world = await importSite();
  const { fields } = world.sandbox.site.state();
  for (const { of = 'organization', name, type, options } of [industry, address, plan, until])
    fields[of].add({ id: name, name, type, options, view: 'everyone', edit: 'everyone' });
  const { addOrganization, addProduct } = furnishing(world);
  addOrganization('7', 'Acme');
  addOrganization('8', 'Bolt');
  addProduct('p1', 'Support');
  addProduct('p2', 'Chat');
});
afterEach(() => world.close());

const pass = { signal: new AbortController().signal, progress: () => undefined };
const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Company', target: { to: 'organization', by: 'name' } },
    { header: 'Industry', target: { to: 'organization-detail', field: 'Industry' } },
    { header: 'Street', target: { to: 'organization-detail', field: 'Address', join: { at: 1, separator: ', ' } } },
    { header: 'City', target: { to: 'organization-detail', field: 'Address', join: { at: 2, separator: ', ' } } },
    { header: 'Product', target: { to: 'product', by: 'name' } },
    { header: 'Plan', target: { to: 'entitlement-detail', field: 'Plan' } },
    { header: 'Ends', target: { to: 'entitlement-detail', field: 'Until', dateOrder: 'dmy' } },
  ],
  fields: [industry, address, plan, until],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};

async function check(lines: readonly string[], given: ImportSetup = setup): Promise<CheckedFile> {
  const content = [given.columns.map(({ header }) => header).join(','), ...lines].join('\n');
  const file = await openFile(new Blob([content]), 'several.csv');
  const lookup = async (entity: string, names: string[]) => {
    const { organizations, products } = world.sandbox.site.state();
    const all = entity === 'product' ? [...products.values()] : [...organizations.values()];
    const idsOf = (name: string) => all.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    return Promise.resolve(names.map((name) => ({ name, ids: idsOf(name).map(({ id }) => id) })));
  };
  return checkFile(file, given, lookup, pass);
}

/** Creates and uploads the jobs of a checked file as the frame does, and starts them. */
async function startJobs(checked: CheckedFile, notSent?: Parameters<typeof packJobs>[5]) {
  const { ada, sandbox } = world;
  const ids = new Map<JobOfFile, string>();
  let current = '';
  const call: typeof ada.call = (name, request) => sandbox.settle(ada.call(name, request));
  await packJobs(
    checked,
    packedStore,
    async ({ job, rows }) => {
      const after = job === 'entitlements' ? ids.get('own') : undefined;
      const jobPlan: ImportPlan = planOfJob(job, checked.plan, rows.accepted);
      const request = { name: nameOfJob(job, 'several'), plan: jobPlan, delimiter: ',' as const, rows };
      current = (await call('jobs.create', { ...request, ...(after !== undefined && { after }) })).jobId;
      ids.set(job, current);
    },
    async ({ list, part, pieces }) => {
      for (const [piece, data] of pieces.entries())
        await call('jobs.upload', { jobId: current, list, part, piece, pieces: pieces.length, data });
    },
    pass,
    notSent,
  );
  const id = (job: JobOfFile): string => ids.get(job) ?? '';
  const others = (job: JobOfFile) => (ids.has(job) ? [id(job)] : []);
  const start = () =>
    ids.has('own')
      ? call('jobs.start', { jobId: id('own'), before: others('organizations'), behind: others('entitlements') })
      : call('jobs.start', { jobId: id('organizations'), behind: others('entitlements') });
  return { id, start };
}

const held = (email: string) => {
  const { customers, entitlements, products } = world.sandbox.site.state();
  const customerId = customers.find(email)?.id;
  return [...entitlements.values()]
    .filter(({ entity }) => entity.id === customerId)
    .map((one) => [products.get(one.productId)?.name, valuesOf(one, 'Plan'), valuesOf(one, 'Until')]);
};

const organization = (id: string) => world.sandbox.site.state().organizations.get(id);

describe('a file of customers with values of their organizations and entitlements', () => {
  const lines = [
    'ada@x.example,Acme,,,,Support,Gold,31.12.2027',
    'bob@x.example,ACME,retail,Main St 1,Town,Support,,',
    'cid@x.example,acme,Retail,,,Chat,basic,',
    'dee@x.example,Bolt,Banking,,,,,',
  ];

  it('writes the values of each organization once, and grants each product once', async () => {
    const checked = await check(lines);
    expect(checked.summary).toMatchObject({ ready: 4, leftOut: 0, related: { organizations: 2, entitlements: 2 } });
    const { id, start } = await startJobs(checked);
    await start();
    const [own, organizations, entitlements] = [
      await world.finish(id('own')),
      await world.finish(id('organizations')),
      await world.finish(id('entitlements')),
    ];
    expect(organizations).toMatchObject({ name: 'several: organizations', rows: { accepted: 2 } });
    for (const job of [own, organizations, entitlements]) expect(job.tally.succeeded).toBe(job.rows.accepted);
    expect(valuesOf(organization('7'), 'Industry')).toEqual(['Retail']);
    expect(valuesOf(organization('7'), 'Address')).toEqual(['Main St 1, Town']);
    expect(valuesOf(organization('8'), 'Industry')).toEqual(['Banking']);
    expect(held('ada@x.example')).toEqual([['Support', ['Gold'], ['2027-12-31']]]);
    expect(held('bob@x.example')).toEqual([['Support', undefined, undefined]]);
    expect(held('cid@x.example')).toEqual([['Chat', ['Basic'], undefined]]);
    expect(entitlements.startedAt).toBeGreaterThanOrEqual(own.endedAt ?? Infinity);
  });

  it('changes the values of an entitlement that is there when it is imported again', async () => {
    for (const [planName, tally] of [
      ['Gold', { succeeded: 1 }],
      ['Basic', { succeeded: 1 }],
    ] as const) {
      const { id, start } = await startJobs(await check([`ada@x.example,Acme,,,,Support,${planName},`]));
      await start();
      expect((await world.finish(id('entitlements'))).tally).toMatchObject(tally);
    }
    expect(held('ada@x.example')).toEqual([['Support', ['Basic'], undefined]]);
  });

  it('has every row of the three jobs by its number in the file', async () => {
    const { id, start } = await startJobs(await check(lines));
    await start();
    await world.finish(id('entitlements'));
    const rowsOf = async (job: JobOfFile) => {
      const { rows } = await world.sandbox.settle(world.ada.call('jobs.results', { jobId: id(job), cursor: null }));
      return rows.map(({ row }) => row);
    };
    expect(await rowsOf('own')).toEqual([2, 3, 4, 5]);
    expect(await rowsOf('organizations')).toEqual([3, 5]);
    expect(await rowsOf('entitlements')).toEqual([2, 4]);
  });

  it('holds the entitlements while the customers’ import is paused, and lets them go once it has finished', async () => {
    const { id, start } = await startJobs(await check(lines));
    await start();
    await world.sandbox.settle(world.ada.call('jobs.pause', { jobId: id('own') }));
    await world.sandbox.run(10 * MINUTE_MS);
    const waiting = await world.job(id('entitlements'));
    expect(waiting).toMatchObject({ state: 'paused', isHeld: true, after: { id: id('own'), name: 'several' } });
    await world.sandbox.settle(world.ada.call('jobs.resume', { jobId: id('own') }));
    expect((await world.finish(id('entitlements'))).tally.succeeded).toBe(2);
  });

  it('leaves the entitlements to a person where the customers’ import was cancelled', async () => {
    const { id, start } = await startJobs(await check(lines));
    await start();
    await world.sandbox.settle(world.ada.call('jobs.pause', { jobId: id('own') }));
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId: id('own') }));
    await world.sandbox.run(10 * MINUTE_MS);
    expect((await world.job(id('entitlements'))).state).toBe('paused');
    await world.sandbox.settle(world.ada.call('jobs.resume', { jobId: id('entitlements') }));
    const { tally } = await world.finish(id('entitlements'));
    expect(tally.succeeded + tally.failed).toBe(2);
  });

  it('holds the entitlements for longer than imports are kept, as long as the customers’ import goes on', async () => {
    await world.decide({ retentionDays: 2 });
    const { id, start } = await startJobs(await check(lines));
    await start();
    const tell = (name: 'jobs.pause' | 'jobs.resume') =>
      world.sandbox.settle(world.ada.call(name, { jobId: id('own') }));
    await tell('jobs.pause');
    await world.sandbox.run(1.5 * DAY_MS);
    await tell('jobs.resume');
    await tell('jobs.pause');
    await world.sandbox.run(1.9 * DAY_MS);
    expect(await world.job(id('entitlements'))).toMatchObject({ state: 'paused', isHeld: true });
    await tell('jobs.resume');
    expect((await world.finish(id('entitlements'))).tally.succeeded).toBe(2);
  });

  it('starts nothing where the page is closed before all is uploaded', async () => {
    const { id } = await startJobs(await check(lines));
    await world.sandbox.run(10 * MINUTE_MS);
    for (const job of ['organizations', 'own', 'entitlements'] as const)
      expect((await world.job(id(job))).state).toBe('uploading');
    expect(valuesOf(organization('7'), 'Industry')).toBeUndefined();
  });

  it('grants nothing to rows that a comparison has found to fail', async () => {
    const checked = await check(lines);
    const failing = new Map([[2, 'Your site already has the customer.']]);
    const { id, start } = await startJobs(checked, { unchanged: new Set(), failing });
    await start();
    expect((await world.finish(id('entitlements'))).rows.accepted).toBe(1);
    expect(held('ada@x.example')).toEqual([]);
  });

  it('makes the other imports where a comparison keeps back all rows of customers', async () => {
    const checked = await check(lines);
    const { id, start } = await startJobs(checked, { unchanged: new Set([2, 3, 4, 5]), failing: new Map() });
    await start();
    expect(id('own')).toBe('');
    expect((await world.finish(id('organizations'))).tally.succeeded).toBe(2);
    // Nobody has created their customers: the rows say so.
    expect((await world.finish(id('entitlements'))).tally.failed).toBe(2);
  });

  it('refuses a plan whose fields of organizations the site does not have', async () => {
    const checked = await check(lines);
    const { organization: fields } = world.sandbox.site.state().fields;
    const gone = fields.find('Industry');
    if (gone !== undefined) fields.remove(gone);
    await expect(startJobs(checked)).rejects.toThrow('Industry');
  });

  it('is undone as the imports that it made, each for itself', async () => {
    const checked = await check(lines);
    const { id, start } = await startJobs({ ...checked, plan: { ...checked.plan, keepsBefore: true } });
    await start();
    await world.finish(id('entitlements'));
    expect((await world.job(id('organizations'))).undo).toBe('yes');
    expect((await world.job(id('own'))).undo).toBe('yes');
    expect((await world.job(id('entitlements'))).undo).toBe('yes');
    // Who has got an entitlement since is not as the import has left them.
    const { back, remove, left } = await world.sandbox.settle(
      world.ada.call('jobs.planUndo', { jobId: id('own'), from: 0 }),
    );
    expect([back, remove, left]).toEqual([0, 2, 2]);
    expect((await undo(world, id('entitlements'))).revoke?.tally.succeeded).toBe(2);
    expect((await undo(world, id('own'))).counts).toMatchObject({ remove: 4, left: 0 });
  });
});
