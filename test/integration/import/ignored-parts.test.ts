import type { ImportPlan, StoredRow } from '../../../src/contract/imports';
import { type ImportSite, importSite, plan } from '../../support/import-site';

let world: ImportSite;
beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

const SUBMIT = 'bulk-manage-multiple-customer-profiles';

/** Imports so many customers; those for whom `joins` holds are to join the organization of the site. */
async function importWithOrganization(count: number, joins: (index: number) => boolean): Promise<string> {
  const { sandbox, ada } = world;
  const { id } = await sandbox.settle(
    ada.call('organizations.create', { name: 'Acme', details: [], customerIds: [], productIds: [] }),
  );
  const columns: ImportPlan['columns'] = [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'Name', target: { to: 'displayName' } },
    { header: 'Organization ID', target: { to: 'organization', by: 'id' } },
  ];
  const rows = Array.from({ length: count }, (_, index): StoredRow => {
    return [index + 2, [`customer${index}@example.com`, `Customer ${index}`, joins(index) ? id : '']];
  });
  return sandbox.settle(ada.startImport({ plan: { ...plan, columns, fields: [] }, rows }));
}

it('calls no row done whose organization the site has ignored, in the batch looked up and in all others', async () => {
  world.sandbox.site.faults.associationsIgnored = true;
  const jobId = await importWithOrganization(950, (index) => index % 2 === 0);
  const job = await world.finish(jobId);
  expect(job.tally).toEqual({ succeeded: 475, partly: 475, failed: 0, unconfirmed: 0, cancelled: 0 });
  const rows = await world.sandbox.settle(world.ada.unsuccessful(jobId));
  expect(rows[0]?.reason).toContain('doesn’t show all of it: Organization ');
  expect(rows.at(-1)?.reason).toContain('showed nothing of this in the rows that were looked up: organizations.');
});

it('takes the site’s word for the rest once the first batch was seen done', async () => {
  const jobId = await importWithOrganization(950, () => true);
  const job = await world.finish(jobId);
  expect(job.tally.succeeded).toBe(950);
  const { counts } = world.sandbox.site.log;
  expect(counts.get(SUBMIT)).toBe(10);
  // The first batch whole, and five rows of the last.
  expect(counts.get('get-multiple-customer-profiles')).toBe(4 + 1);
});

it('waits for a site that shows a change late before it says that it is not there', async () => {
  const { sandbox } = world;
  const started = sandbox.clock.now();
  world.changeAnswers((request, answer) => {
    const isEarly = sandbox.clock.now() - started < 60_000;
    if (!request.path.includes('/customer/profile/fetch') || !isEarly) return answer;
    return { ...answer, body: answer.body.replaceAll(/"organizations":\[[^\]]*\]/g, '"organizations":[]') };
  });
  const job = await world.finish(await importWithOrganization(50, () => true));
  expect(job.tally.succeeded).toBe(50);
});

it('does not stop for a site that lets nobody look its customers up', async () => {
  world.changeAnswers((request, answer) =>
    request.path.includes('/user/search') ? { ...answer, status: 403, body: '{"errorMessages":["No."]}' } : answer,
  );
  const job = await world.finish(await importWithOrganization(50, () => true));
  expect(job.state).toBe('finished');
  expect(job.tally.succeeded).toBe(50);
});

it('goes on with the rows left where the site cuts its looking up short', async () => {
  let searches = 0;
  world.changeAnswers((request, answer) => {
    if (!request.path.includes('/user/search')) return answer;
    searches += 1;
    return searches % 3 === 0 ? { ...answer, status: 503, body: '' } : answer;
  });
  const job = await world.finish(await importWithOrganization(100, () => true));
  expect(job.tally.succeeded).toBe(100);
  // Each search that failed is made once more or twice; none that was answered is repeated.
  expect(searches).toBeLessThan(200);
});
