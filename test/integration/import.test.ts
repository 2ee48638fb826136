import type { StoredRow } from '../../src/contract/imports';
import { type Site, createSite } from '../../sandbox/site';
import { ADA, GIL, NORA, type Console, consoleOf, hasEnded, packAccepted, planFor } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

const MINUTE_MS = 60_000;
const region = { name: 'Region', type: 'SELECT' as const, options: ['EU', 'US'] };

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
  sandbox.site.state().fields.customer.add({ id: 'region', ...region, view: 'everyone', edit: 'everyone' });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

const row = (index: number, region = 'EU'): StoredRow => [
  index + 2,
  [`customer${index}@example.com`, `Customer ${index}`, region],
];
const rows = (count: number): StoredRow[] => Array.from({ length: count }, (_, index) => row(index));
const plan = planFor('UPSERT', [region]);
const start = (count: number, operation: 'UPSERT' | 'CREATE' | 'UPDATE' = 'UPSERT') =>
  sandbox.settle(ada.startImport({ plan: planFor(operation, [region]), rows: rows(count) }));
const userOf = (accountId: string) => sandbox.site.users.find((user) => user.accountId === accountId);
const job = (jobId: string) => sandbox.settle(ada.job(jobId));

/** Lets so much time pass while Ada may do nothing. */
async function withoutRights(ms: number): Promise<void> {
  const starter = userOf(ADA);
  const hers = starter?.rights ?? [];
  try {
    Object.assign(starter ?? {}, { rights: [] });
    await sandbox.run(ms);
  } finally {
    Object.assign(starter ?? {}, { rights: hers });
  }
}

/** Submissions of batches and questions for their tasks. */
const requestsOfTasks = (): number =>
  ['bulk-manage-multiple-customer-profiles', 'get-task-status']
    .map((operation) => sandbox.site.log.counts.get(operation) ?? 0)
    .reduce((sum, count) => sum + count, 0);

async function finish(jobId: string) {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const now = await job(jobId);
    if (hasEnded(now)) return now;
    await sandbox.run(MINUTE_MS);
  }
  throw new Error('The job did not end within a day.');
}

describe('an import of customer profiles', () => {
  it('puts every row on the site and accounts for it, with nobody watching', async () => {
    const ended = await finish(await start(2_345));
    expect(ended).toMatchObject({
      state: 'finished',
      tally: { succeeded: 2_345 },
      batches: { total: 24, settled: 24 },
    });
    expect(sandbox.site.state().customers.size).toBe(2_345);
    expect(sandbox.site.state().customers.find('customer2344@example.com')?.details.get('region')).toEqual(['EU']);
  });

  it('lists rows that failed with their cells and the words of the site, and those left out', async () => {
    sandbox.site.state().customers.add({
      id: 'qm:1:1',
      email: 'customer7@example.com',
      displayName: 'Before',
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
    const leftOut = [[13, ['nobody', 'X', 'EU'], ['E-mail: not an address.']]] as [number, string[], string[]][];
    const file = { plan: planFor('CREATE', [region]), rows: rows(10), leftOut };
    const jobId = await sandbox.settle(ada.startImport(file));
    const ended = await finish(jobId);
    expect(ended).toMatchObject({ rows: { total: 11, leftOut: 1, accepted: 10 }, tally: { succeeded: 9, failed: 1 } });
    const listed = await sandbox.settle(ada.unsuccessful(jobId));
    expect(listed).toEqual([
      { row: 13, cells: ['nobody', 'X', 'EU'], outcome: 'left out', reason: 'E-mail: not an address.' },
      expect.objectContaining({ row: 9, cells: row(7)[1], outcome: 'failed' }),
    ]);
    expect(listed[1]?.reason).toMatch(/exist/i);
    expect(ended.reasons).toEqual([{ reason: listed[1]?.reason, rows: 1 }]);
  });

  it('asks at most 2.2 requests a batch when tasks take about the same time', async () => {
    const before = sandbox.platform.stats().apiRequests;
    sandbox.site.settings.taskMsPerRow = 300;
    await finish(await start(10_000));
    expect(requestsOfTasks() / 100).toBeLessThanOrEqual(2.2);
    expect(sandbox.platform.stats().apiRequests).toBeGreaterThan(before);
  });

  it('asks no more for a small import, once another one has shown how long tasks take', async () => {
    sandbox.site.settings.taskMsPerRow = 300;
    await finish(await start(100));
    const before = requestsOfTasks();
    await finish(await start(1_000));
    expect((requestsOfTasks() - before) / 10).toBeLessThanOrEqual(2.2);
  });

  it('looks soon for a task of few rows, however long those of full batches have taken', async () => {
    sandbox.site.settings.taskMsPerRow = 3_000;
    await finish(await start(100));
    sandbox.site.settings.taskMsPerRow = 300;
    const ended = await finish(await start(5));
    expect((ended.endedAt ?? NaN) - (ended.startedAt ?? NaN)).toBeLessThan(20_000);
  });

  it('waits for a free slot when other work on the site uses them, and says so', async () => {
    sandbox.site.settings.foreignTasks = 5;
    const jobId = await start(300);
    await sandbox.run(2 * MINUTE_MS);
    expect(await job(jobId)).toMatchObject({ state: 'running', waiting: { for: 'slot' }, tally: { succeeded: 0 } });
    sandbox.site.settings.foreignTasks = 0;
    expect(await finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
  });

  it('never pauses to start a fresh chain of events, however long it goes on', async () => {
    sandbox.site.settings.foreignTasks = 5;
    await start(100);
    await sandbox.run(5 * 60 * MINUTE_MS);
    const asked = sandbox.site.log.latest().map(({ at }) => at);
    expect(asked.length).toBeGreaterThan(800);
    expect(Math.max(...asked.slice(1).map((at, index) => at - (asked[index] ?? 0)))).toBeLessThan(MINUTE_MS);
  });

  it('waits while the site is down, says so, and goes on', async () => {
    const jobId = await start(300);
    sandbox.site.faults.down = true;
    await sandbox.run(30 * MINUTE_MS);
    sandbox.site.faults.down = false;
    expect(await job(jobId)).toMatchObject({ state: 'running', waiting: { for: 'site' } });
    expect(await finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
  });

  it('confirms by reading back what a task that failed without reasons has written', async () => {
    sandbox.site.faults.taskFailRate = 1;
    const ended = await finish(await start(100));
    const { succeeded, unconfirmed, failed } = ended.tally;
    expect(succeeded + unconfirmed).toBe(100);
    expect(failed).toBe(0);
    expect(succeeded).toBe(sandbox.site.state().customers.size);
  });

  it('moves again within one tick when all of its events are lost', async () => {
    const jobId = await start(300);
    sandbox.platform.faults.crashes.beforeCall = ({ invocation }) => invocation.moduleType === 'core:consumer';
    await sandbox.run(11 * MINUTE_MS);
    expect((await job(jobId)).tally.succeeded).toBeGreaterThan(0);
  });

  it('stops sending at once when cancelled, and follows what is in flight to its end', async () => {
    sandbox.site.settings.taskMsPerRow = 600;
    const jobId = await start(2_000);
    await sandbox.run(10_000);
    await sandbox.settle(ada.call('jobs.cancel', { jobId }));
    const ended = await finish(jobId);
    expect(ended.state).toBe('cancelled');
    expect(ended.tally.succeeded).toBe(sandbox.site.state().customers.size);
    expect(ended.tally.succeeded + ended.tally.cancelled).toBe(2_000);
    expect(ended.reasons.map(({ rows }) => rows)).toEqual([ended.tally.cancelled]);
    expect(ended.reasons[0]?.reason).toMatch(/cancelled/);
    const { batches } = await sandbox.settle(ada.call('jobs.batches', { jobId, from: 0 }));
    expect(batches.at(-1)?.state).toBe('not-sent');
    const listed = await sandbox.settle(ada.unsuccessful(jobId));
    expect(listed.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(ended.tally.cancelled);
  });

  it('does not call a job waiting for another when there is none', async () => {
    const jobId = await start(300);
    expect(await job(jobId)).toMatchObject({ state: 'running', waiting: null });
  });

  it('makes a second job wait for its turn', async () => {
    sandbox.site.settings.taskMsPerRow = 300;
    const first = await start(1_000);
    const second = await start(100);
    await sandbox.run(5_000);
    expect(await job(second)).toMatchObject({ state: 'queued', waiting: { for: 'turn' } });
    expect(await finish(second)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    expect((await job(first)).state).toBe('finished');
    expect(sandbox.site.journal.violations).toEqual([]);
  });

  it('is parked when the one who started it may not any more, and carried on by another administrator', async () => {
    const jobId = await start(300);
    const [starter, helper] = [ADA, GIL].map(userOf);
    const [hers, his] = [starter?.rights ?? [], helper?.rights ?? []];
    try {
      Object.assign(starter ?? {}, { rights: [] });
      Object.assign(helper ?? {}, { rights: hers });
      const gil = consoleOf(sandbox.platform, GIL);
      await sandbox.run(MINUTE_MS);
      const parked = await sandbox.settle(gil.job(jobId));
      expect(parked).toMatchObject({ state: 'needs-attention', attention: { code: 'forbidden' } });
      const carried = await sandbox.settle(gil.call('jobs.continue', { jobId }));
      expect(carried.batches.inFlight).toBe(3);
      Object.assign(starter ?? {}, { rights: hers });
      expect(await finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 300 } });
    } finally {
      Object.assign(starter ?? {}, { rights: hers });
      Object.assign(helper ?? {}, { rights: his });
    }
  });

  it('that is parked follows what it has sent, and then lets the next job have its turn', async () => {
    sandbox.site.settings.taskMsPerRow = 300;
    const parkedId = await start(1_000);
    await sandbox.run(5_000);
    await withoutRights(10 * MINUTE_MS);
    const { state, batches } = await job(parkedId);
    expect(state).toBe('needs-attention');
    expect(batches.inFlight).toBeGreaterThan(0);
    const next = await start(100);
    expect(await finish(next)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
    const followed = await job(parkedId);
    expect(followed).toMatchObject({ state: 'needs-attention', batches: { inFlight: 0 } });
    expect(followed.tally.succeeded).toBe(sandbox.site.state().customers.size);
  });

  it('moves at once when it is continued, however long its tasks could not be read', async () => {
    const jobId = await start(1_000);
    await sandbox.run(5_000);
    await withoutRights(40 * MINUTE_MS);
    expect((await job(jobId)).state).toBe('needs-attention');
    await sandbox.settle(ada.call('jobs.continue', { jobId }));
    await sandbox.run(2 * MINUTE_MS);
    expect(await job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_000 } });
  });

  it('is forgotten after its retention, with everything it stored', async () => {
    const jobId = await start(250);
    await finish(jobId);
    await sandbox.run(91 * 24 * 60 * MINUTE_MS);
    await expect(sandbox.settle(ada.job(jobId))).rejects.toThrow(/NOT_FOUND/);
    expect(JSON.stringify(sandbox.platform.store.dump())).not.toContain(jobId);
  });
});

describe('uploading a file', () => {
  const create = (accepted: number, leftOut = 0) =>
    sandbox.settle(
      ada.call('jobs.create', {
        name: 'x.csv',
        plan,
        delimiter: ',',
        rows: { total: accepted + leftOut, accepted, leftOut },
      }),
    );
  const upload = (jobId: string, part: number, data: string) =>
    sandbox.settle(ada.call('jobs.upload', { jobId, list: 'accepted', part, piece: 0, pieces: 1, data }));
  const pack = (some: readonly StoredRow[]): string => packAccepted(some)[0] ?? '';

  it('is not started before all of it has arrived', async () => {
    const { jobId } = await create(100);
    await expect(sandbox.settle(ada.call('jobs.start', { jobId }))).rejects.toThrow(/0 of 100 rows/);
  });

  it('takes a piece that comes twice once', async () => {
    const { jobId } = await create(3);
    await upload(jobId, 0, pack(rows(3)));
    await expect(upload(jobId, 0, pack(rows(3)))).resolves.toEqual({ acceptedRows: 3, leftOutRows: 0 });
    await sandbox.settle(ada.call('jobs.start', { jobId }));
    expect((await finish(jobId)).tally.succeeded).toBe(3);
  });

  it.each([
    ['a part out of order', 1, () => pack(rows(3)), /out of order/],
    ['a part with the wrong number of rows', 0, () => pack(rows(2)), /2 rows instead of 3/],
    ['what is not gzip', 0, () => Buffer.from('nonsense').toString('base64'), /cannot be read/],
    ['a row that cannot be sent', 0, () => pack([row(0), row(1, 'Mars'), row(2)]), /cannot be sent/],
  ])('refuses %s', async (_, part, data, message) => {
    const { jobId } = await create(3);
    await expect(upload(jobId, part, data())).rejects.toThrow(message);
  });

  it('is cleared away when nobody starts it', async () => {
    const { jobId } = await create(3);
    await upload(jobId, 0, pack(rows(3)));
    await sandbox.run(3 * 24 * 60 * MINUTE_MS);
    await expect(sandbox.settle(ada.job(jobId))).rejects.toThrow(/NOT_FOUND/);
  });
});

describe('who may use the console', () => {
  it.each([
    ['an agent', GIL],
    ['somebody with neither right', NORA],
  ])('refuses every resolver to %s', async (_, accountId) => {
    const visitor = consoleOf(sandbox.platform, accountId);
    const jobId = await start(1);
    const calls = [
      visitor.call('imports.fields', {}),
      visitor.call('imports.lookup', { entity: 'organization', names: ['Acme'] }),
      visitor.call('jobs.create', { name: 'x', plan, delimiter: ',', rows: { total: 1, accepted: 1, leftOut: 0 } }),
      visitor.call('jobs.upload', { jobId, list: 'accepted', part: 0, piece: 0, pieces: 1, data: 'AAAA' }),
      visitor.call('jobs.start', { jobId }),
      visitor.call('jobs.list', { page: 0 }),
      visitor.call('jobs.get', { jobId }),
      visitor.call('jobs.batches', { jobId, from: 0 }),
      visitor.call('jobs.unsuccessful', { jobId, cursor: null }),
      visitor.call('jobs.cancel', { jobId }),
      visitor.call('jobs.continue', { jobId }),
    ];
    const answers = await sandbox.settle(Promise.allSettled(calls));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { error: { code: 'FORBIDDEN' } } });
    }
  });

  it('names what is wrong with a payload', async () => {
    const call = ada.call('jobs.batches', { jobId: '../x', from: -1 });
    await expect(sandbox.settle(call)).rejects.toMatchObject({ error: { code: 'INVALID', message: /jobId/ } });
  });
});
