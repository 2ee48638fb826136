import { MINUTE_MS } from '../../support/import-site';
import { type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const HOUR_MS = 60 * MINUTE_MS;
const names = () => [...site.sandbox.site.state().customers.values()].map(({ displayName }) => displayName);
const outcomes = async (access: Parameters<SyncSite['sync']>[0]) =>
  (await site.sync(access)).runs.map(({ outcome, counts }) => [outcome, counts?.changed, counts?.failed]);

describe('rows of a run that failed', () => {
  const changed = exportOf([record(0, 'A'), record(1, 'B'), record(2)]);

  it('are sent once more after an hour, where the sync says so', async () => {
    const access = await site.setUp({ retries: true });
    await site.deliver(access, exportOf(records(3)));
    site.sandbox.site.faults.rowFailRate = 1;
    await site.deliver(access, changed);
    expect(names()).not.toContain('A');
    const { retryAt, runs } = await site.sync(access);
    expect(retryAt).toBe((runs[0]?.endedAt ?? 0) + HOUR_MS);
    site.sandbox.site.faults.rowFailRate = 0;
    await site.sandbox.run(50 * MINUTE_MS);
    expect(await outcomes(access)).toHaveLength(2);
    await site.sandbox.run(HOUR_MS);
    expect(names()).toEqual(expect.arrayContaining(['A', 'B']));
    expect((await outcomes(access)).slice(0, 2)).toEqual([
      ['applied', 2, 0],
      ['applied', 2, 2],
    ]);
    expect((await site.sync(access)).retryAt).toBeNull();
    expect((await site.deliver(access, changed)).runs[0]).toMatchObject({ outcome: 'nothing' });
  });

  it('are sent once more only once, and not at all where it does not', async () => {
    for (const [retries, runs] of [
      [true, 3],
      [false, 2],
    ] as const) {
      const access = await site.setUp({ retries });
      await site.deliver(access, exportOf(records(3)));
      site.sandbox.site.faults.rowFailRate = 1;
      await site.deliver(access, changed);
      await site.sandbox.run(5 * HOUR_MS);
      expect(await outcomes(access)).toHaveLength(runs);
      site.sandbox.site.faults.rowFailRate = 0;
      expect((await site.deliver(access, changed)).runs[0]).toMatchObject({ counts: { changed: 2, failed: 0 } });
    }
  });

  it('go with a delivery that comes before', async () => {
    const access = await site.setUp({ retries: true });
    await site.deliver(access, exportOf(records(3)));
    site.sandbox.site.faults.rowFailRate = 1;
    await site.deliver(access, changed);
    site.sandbox.site.faults.rowFailRate = 0;
    await site.deliver(access, exportOf([record(0, 'Newest'), record(1, 'B'), record(2)]));
    await site.sandbox.run(3 * HOUR_MS);
    expect(await outcomes(access)).toHaveLength(3);
    expect(names()).toContain('Newest');
  });

  it('stay as they are when somebody has cancelled the import', async () => {
    const access = await site.setUp({ retries: true, limits: { percent: 100, rows: 10_000 } });
    const all = Array.from({ length: 1_500 }, (_, index) => index);
    await site.deliver(access, exportOf(records(all.length)));
    site.sandbox.site.faults.rowFailRate = 0.3;
    await site.send(access, exportOf(all.map((index) => record(index, `Wrong ${index}`))));
    const failedOf = async (): Promise<string | null> => {
      const [jobId] = (await site.sync(access)).run?.jobs ?? [];
      const job = jobId === undefined ? null : await site.job(jobId);
      return job?.state === 'running' && job.tally.failed > 0 ? job.id : null;
    };
    let jobId: string | null = null;
    for (let step = 0; step < 400 && jobId === null; step += 1) {
      await site.sandbox.run(250);
      jobId = await failedOf();
    }
    await site.sandbox.settle(site.ada.call('jobs.cancel', { jobId: jobId ?? '' }));
    site.sandbox.site.faults.rowFailRate = 0;
    await site.sandbox.run(10 * MINUTE_MS);
    const wrong = names().filter((name) => name.startsWith('Wrong'));
    await site.sandbox.run(3 * HOUR_MS);
    expect(names().filter((name) => name.startsWith('Wrong'))).toEqual(wrong);
    expect(await outcomes(access)).toHaveLength(2);
  });
});
