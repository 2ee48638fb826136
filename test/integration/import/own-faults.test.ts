import { jobKindOf } from '../../../src/jobs/kinds';
import type { Batch } from '../../../src/jobs/kinds/kind';
import { StoreBusyError } from '../../../src/platform/store-busy';
import { type ImportSite, MINUTE_MS, importSite, row } from '../../support/import-site';

const HOUR_MS = 60 * MINUTE_MS;
const message = 'Something went wrong in the app while it worked on this import.';
let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
});

/** From now on the app has a bug in the batch that begins with the row of that index: it is spoilt by `spoil`. */
function breakBatch(firstRow: number, spoil: (sound: Batch) => Partial<Batch>) {
  const kind = jobKindOf('customer-profiles');
  const make = kind.batch.bind(kind);
  return jest.spyOn(kind, 'batch').mockImplementation((rows, plan, lookedUp) => {
    const sound = make(rows, plan, lookedUp);
    return rows[0]?.[0] === row(firstRow)[0] ? { ...sound, ...spoil(sound) } : sound;
  });
}

const bug = (): never => {
  throw new TypeError('Cannot read properties of undefined');
};
const cannotBeMade = (): Partial<Batch> => bug();
const breaksOnceSent = (sound: Batch): Partial<Batch> => ({ submit: (...args) => sound.submit(...args).then(bug) });

describe('an import that meets a fault of the app itself', () => {
  it('says so, and when it tries again', async () => {
    breakBatch(0, cannotBeMade);
    const jobId = await world.start(1_000);
    await world.sandbox.run(5 * MINUTE_MS);
    const met = await world.job(jobId);
    expect(met).toMatchObject({ state: 'running', waiting: { for: 'fault' } });
    expect(met.waiting?.message).toContain(message);
    expect(met.waiting?.until).toBeGreaterThan(Date.now());
  });

  it('says so where it was met at the end of a step, in the store itself', async () => {
    world.sandbox.site.settings.taskMsPerRow = 1_000;
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    const { store } = world.sandbox.platform;
    const write = store.set.bind(store);
    const failing = jest.spyOn(store, 'set').mockImplementation((space, key, ...value) => {
      if (!key.startsWith(`job:${jobId}`)) return write(space, key, ...value);
      failing.mockRestore();
      throw new Error('Internal error of the store');
    });
    const waits: unknown[] = [];
    for (let second = 0; second < 10 * 60 && !waits.includes('fault'); second += 1) {
      await world.sandbox.run(1_000);
      waits.push((await world.job(jobId)).waiting?.for);
    }
    expect(waits).toContain('fault');
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('goes on by itself when the fault has passed, and forgets it', async () => {
    const fault = breakBatch(300, cannotBeMade);
    const jobId = await world.start(1_000);
    await world.sandbox.run(5 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'running', tally: { succeeded: 300 } });
    fault.mockRestore();
    await world.sandbox.run(10 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });

  it('stops when the fault stays, lets the next import have its turn, and loses nothing when it is continued', async () => {
    const fault = breakBatch(300, cannotBeMade);
    const jobId = await world.start(1_000);
    await world.sandbox.run(HOUR_MS);
    const parked = await world.job(jobId);
    expect(parked).toMatchObject({ state: 'needs-attention', attention: { code: 'fault', message } });
    expect(parked).toMatchObject({ tally: { succeeded: 300 }, batches: { inFlight: 0 } });
    const next = await world.start(100);
    expect(await world.finish(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    const again = await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(again).toMatchObject({ state: 'needs-attention', attention: { code: 'fault' } });
    fault.mockRestore();
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });

  it('writes little while it tries', async () => {
    breakBatch(0, cannotBeMade);
    await world.start(1_000);
    await world.sandbox.run(MINUTE_MS);
    const { writtenUnits } = world.sandbox.platform.stats().kvs;
    await world.sandbox.run(5 * HOUR_MS);
    expect(world.sandbox.platform.stats().kvs.writtenUnits - writtenUnits).toBeLessThan(30);
  });

  it('sends what it may have sent under the same key again, and nothing twice', async () => {
    const fault = breakBatch(300, breaksOnceSent);
    const jobId = await world.start(1_000, 'CREATE');
    await world.sandbox.run(HOUR_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'needs-attention', attention: { code: 'fault' } });
    const next = await world.start(100);
    expect(await world.job(next)).toMatchObject({ state: 'queued' });
    expect(await world.finish(next)).toMatchObject({ state: 'finished' });
    fault.mockRestore();
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
    expect(world.sandbox.site.journal.violations).toEqual([]);
  });
});

describe('an import whose store asks to slow down', () => {
  it('says so and waits a minute, and takes it for no fault of the app however often it happens', async () => {
    const busy = breakBatch(300, () => {
      throw new StoreBusyError('Reading failed');
    });
    const jobId = await world.start(1_000);
    await world.sandbox.run(2 * HOUR_MS);
    const waiting = { for: 'retry-after', message: 'Your site’s storage for apps is asking to slow down.' };
    expect(await world.job(jobId)).toMatchObject({ state: 'running', waiting, tally: { succeeded: 300 } });
    busy.mockRestore();
    await world.sandbox.run(3 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });
});

describe('a cancelled import that meets a fault of the app itself', () => {
  it('ends all the same, and tells of which rows it does not know what became of them', async () => {
    world.sandbox.site.faults.taskFailRate = 1;
    breakBatch(300, () => ({ judge: bug }));
    const jobId = await world.start(500);
    await world.sandbox.run(2_000);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const ended = await world.finish(jobId);
    expect(ended).toMatchObject({ state: 'cancelled', tally: { cancelled: 0 } });
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed.filter(({ reason }) => reason.includes(message))).toHaveLength(100);
  });
});
