import type { Settings } from '../../../src/contract/settings';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf, hasEnded, planFor } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { changeStored } from '../../support/stored-head';
import { words } from '../../support/words';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

const read = () => sandbox.settle(ada.call('settings.get', {}));

/** Saves what differs from the present settings. */
async function set(part: Partial<Settings>): Promise<void> {
  const { settings, revision } = await read();
  await sandbox.settle(ada.call('settings.save', { settings: { ...settings, ...part }, over: revision }));
}

function start(count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, at): [number, string[]] => [
    at + 2,
    [`c${at}@example.com`, `C ${at}`],
  ]);
  return sandbox.settle(ada.startImport({ plan: planFor('UPSERT'), rows }));
}
const job = (jobId: string) => sandbox.settle(ada.job(jobId));

async function finish(jobId: string): Promise<void> {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    if (hasEnded(await job(jobId))) return;
    await sandbox.run(MINUTE_MS);
  }
  throw new Error('The job did not end within a day.');
}

describe('the settings of a site', () => {
  it('are the defaults until somebody changes them, and then say who did and when', async () => {
    expect(await read()).toMatchObject({ settings: { taskSlots: 5, retentionDays: 90 }, revision: 0, changed: null });
    await set({ taskSlots: 7 });
    expect(await read()).toMatchObject({ settings: { taskSlots: 7 }, revision: 1, changed: { by: 'Ada Admin' } });
  });

  it.each([
    ['no task slot', { taskSlots: 0 }],
    ['more task slots than any site has', { taskSlots: 11 }],
    ['half a day', { retentionDays: 0.5 }],
    ['more than a year', { retentionDays: 366 }],
  ])('refuse %s', async (_, part) => {
    await expect(set(part)).rejects.toMatchObject({ error: { code: 'INVALID' } });
    expect((await read()).revision).toBe(0);
  });

  it('are not overwritten in silence by a second administrator, who is told what they say now', async () => {
    const { settings, revision } = await read();
    await set({ taskSlots: 7 });
    const second = ada.call('settings.save', { settings: { ...settings, retentionDays: 30 }, over: revision });
    await expect(sandbox.settle(second)).rejects.toMatchObject({
      error: { code: 'CONFLICT', message: words(/Ada Admin has changed .*Task slots: 7/) },
    });
    expect((await read()).settings).toMatchObject({ taskSlots: 7, retentionDays: 90 });
  });
});

describe('jobs under the settings', () => {
  it('keep as many tasks on the site as there are task slots', async () => {
    await set({ taskSlots: 2 });
    sandbox.site.settings.taskMsPerRow = 600;
    const jobId = await start(1_000);
    await sandbox.run(10_000);
    expect(await job(jobId)).toMatchObject({ slots: { used: 2, of: 2 }, batches: { inFlight: 2 } });
  });

  it('act as who started them, also where an earlier version was told to let the app act', async () => {
    await set({ taskSlots: 2 });
    const earlier = { ...(await read()).settings, backgroundActor: 'app' };
    changeStored({ sandbox }, 'settings', (record) => ({ ...record, settings: earlier }));
    const { settings, revision } = await read();
    expect(settings).toEqual({ taskSlots: 2, retentionDays: 90, emptyCells: 'leave', problemRows: 'ask' });
    const jobId = await start(100);
    await finish(jobId);
    expect((await job(jobId)).tally.succeeded).toBe(100);
    expect(new Set(sandbox.site.log.latest().map(({ actor }) => actor))).toEqual(new Set([ADA]));
    // A page that was opened before the app was updated still sends it.
    await sandbox.settle(ada.call('settings.save', { settings: earlier, over: revision }));
  });

  it('are kept as many days as is said', async () => {
    await set({ retentionDays: 2 });
    const jobId = await start(10);
    await finish(jobId);
    await sandbox.run(DAY_MS);
    expect((await job(jobId)).state).toBe('finished');
    await sandbox.run(2 * DAY_MS);
    await expect(job(jobId)).rejects.toThrow(/NOT_FOUND/);
  });
});
