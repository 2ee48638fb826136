import { MINUTE_MS, type ImportSite } from '../../support/import-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { holdings, planUndo, startUndo } from '../../support/undo';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const rows = (turn: number): ImportedRows => ({
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    ['Email', { to: 'email' }],
    ['Note', { to: 'detail', field: 'Note' }],
  ],
  fields: [note],
  rows: ['changed', 'created'].map((what) => [`${what}${turn}@example.com`, 'new']),
  keepsBefore: true,
});

/**
 * Loses the process that makes an undo at one of its calls from its claim on, counted from 1: before it is done, or with its
 * answer lost. Resolves with whether it came to that.
 */
function loseAt(at: number, when: 'beforeCall' | 'afterCall'): () => boolean {
  let calls = 0;
  world.sandbox.platform.faults.crashes[when] = ({ invocation, request }) => {
    if (invocation.moduleType !== 'jira:adminPage') return false;
    if (calls > 0 || JSON.stringify(request).includes('\\"undoneBy\\":[{')) calls += 1;
    return calls === at;
  };
  return () => calls >= at;
}

describe.each(['beforeCall', 'afterCall'] as const)('an undo whose process is lost, %s', (when) => {
  it('is under way as a whole, or can be asked for again, wherever that was', async () => {
    let isLost = true;
    let at = 1;
    for (; isLost; at += 1) {
      furnishing(world).addCustomer(`changed${at}@example.com`);
      const before = holdings(world);
      await world.sandbox.run(MINUTE_MS);
      const { job } = await importRows(world, rows(at));
      expect(await planUndo(world, job.id)).toMatchObject({ back: 1, remove: 1 });
      const wasLost = loseAt(at, when);
      await startUndo(world, job.id, 1).catch(() => undefined);
      isLost = wasLost();
      world.sandbox.platform.faults.crashes = {};
      if ((await world.job(job.id)).undo === 'yes') await startUndo(world, job.id, 1);
      const { undo, undoneBy } = await world.job(job.id);
      expect({ at, undo, jobs: undoneBy.length }).toEqual({ at, undo: 'undone', jobs: 2 });
      for (const { id } of undoneBy) expect((await world.finish(id)).tally.succeeded).toBe(1);
      expect(holdings(world)).toEqual(before);
    }
    // The claim and what wakes the jobs, at the least.
    expect(at).toBeGreaterThan(4);
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });
});

it('an undo whose last answer was lost is told as started, and made once', async () => {
  furnishing(world).addCustomer('changed1@example.com');
  const { job } = await importRows(world, rows(1));
  await planUndo(world, job.id);
  const jobs = await startUndo(world, job.id, 1);
  const again = await world.sandbox.settle(world.ada.call('jobs.undo', { jobId: job.id, removes: 1, jobs }));
  expect(again).toMatchObject({ jobs, isStarted: true, uploaded: 2, rows: 2 });
  expect((await world.job(job.id)).undoneBy).toHaveLength(2);
});
