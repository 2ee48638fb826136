import { PIECE_CHARS, type StoredRow } from '../../../src/contract/imports';
import { GIL, NORA, consoleOf, packAccepted } from '../../support/console';
import { type ImportSite, MINUTE_MS, importSite, plan, row, rows } from '../../support/import-site';
import { words } from '../../support/words';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

describe('uploading a file', () => {
  const create = (accepted: number, leftOut = 0) =>
    world.sandbox.settle(
      world.ada.call('jobs.create', {
        name: 'x.csv',
        plan,
        delimiter: ',',
        rows: { total: accepted + leftOut, accepted, leftOut },
      }),
    );
  const upload = (jobId: string, part: number, data: string) =>
    world.sandbox.settle(world.ada.call('jobs.upload', { jobId, list: 'accepted', part, piece: 0, pieces: 1, data }));
  const pack = (some: readonly StoredRow[]): string => packAccepted(some)[0] ?? '';

  it('is not started before all of it has arrived', async () => {
    const { jobId } = await create(100);
    await expect(world.sandbox.settle(world.ada.call('jobs.start', { jobId }))).rejects.toThrow(/0 of 100 rows/);
  });

  it('takes a piece that comes twice once', async () => {
    const { jobId } = await create(3);
    await upload(jobId, 0, pack(rows(3)));
    await expect(upload(jobId, 0, pack(rows(3)))).resolves.toEqual({ acceptedRows: 3, leftOutRows: 0 });
    await world.sandbox.settle(world.ada.call('jobs.start', { jobId }));
    expect((await world.finish(jobId)).tally.succeeded).toBe(3);
  });

  it.each([
    ['a part out of order', 1, () => pack(rows(3)), /out of order/],
    ['a part with the wrong number of rows', 0, () => pack(rows(2)), /2 rows instead of 3/],
    ['what is not gzip', 0, () => Buffer.from('nonsense').toString('base64'), /can’t be read/],
    ['a row that cannot be sent', 0, () => pack([row(0), row(1, 'Mars'), row(2)]), /can’t be sent/],
  ])('refuses %s', async (_, part, data, message) => {
    const { jobId } = await create(3);
    await expect(upload(jobId, part, data())).rejects.toThrow(message);
  });

  it('is told to slow down where the store takes no more within a minute', async () => {
    const { jobId } = await create(3);
    const data = 'A'.repeat(PIECE_CHARS);
    const send = (piece: number) =>
      world.sandbox.settle(
        world.ada.call('jobs.upload', { jobId, list: 'accepted', part: 0, piece, pieces: 400, data }),
      );
    const sendAll = async () => {
      for (let piece = 0; piece < 399; piece += 1) await send(piece);
    };
    await expect(sendAll()).rejects.toThrow(/^SITE_BUSY: .*slow down/);
  });

  it('can be cancelled on the way: what has arrived is listed, and soon forgotten', async () => {
    const { jobId } = await create(3_000);
    await upload(jobId, 0, pack(rows(2_000)));
    const cancelled = await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    expect(cancelled).toMatchObject({ state: 'not-started' });
    expect(await world.sandbox.settle(world.ada.unsuccessful(jobId))).toHaveLength(2_000);
    await world.sandbox.run(3 * 24 * 60 * MINUTE_MS);
    expect(JSON.stringify(world.sandbox.platform.store.dump())).not.toContain(jobId);
  });

  it('leaves nothing behind, wherever its registration is cut off', async () => {
    const { platform } = world.sandbox;
    for (let call = 1; call <= 8; call += 1) {
      platform.faults.crashes.afterCall = ({ n }) => n === call;
      await create(3).catch(() => undefined);
    }
    platform.faults.crashes.afterCall = () => false;
    await world.sandbox.run(3 * 24 * 60 * MINUTE_MS);
    expect(JSON.stringify(platform.store.dump())).not.toMatch(/:plan/);
  });

  it.each([1, 2, 3, 4])('is either started whole or cleared away, when both happen at once (%d)', async (call) => {
    const { jobId } = await create(3);
    await upload(jobId, 0, pack(rows(3)));
    const beganAt = Date.now();
    let started: Promise<boolean> | undefined;
    const start = (): Promise<boolean> =>
      world.ada.call('jobs.start', { jobId }).then(
        () => true,
        () => false,
      );
    world.sandbox.platform.faults.crashes.beforeCall = ({ invocation, n }) => {
      const clearsAway = invocation.moduleKey === 'retention' && Date.now() - beganAt > 24 * 60 * MINUTE_MS;
      if (clearsAway && n === call) started ??= start();
      return false;
    };
    await world.sandbox.run(3 * 24 * 60 * MINUTE_MS);
    const left = await world.sandbox.settle(world.ada.job(jobId)).catch(() => null);
    expect(left?.tally.succeeded ?? null).toBe((await started) ? 3 : null);
  });

  it('is cleared away when nobody starts it', async () => {
    const { jobId } = await create(3);
    await upload(jobId, 0, pack(rows(3)));
    await world.sandbox.run(3 * 24 * 60 * MINUTE_MS);
    await expect(world.sandbox.settle(world.ada.job(jobId))).rejects.toThrow(/NOT_FOUND/);
  });
});

describe('who may use the console', () => {
  it.each([
    ['an agent', GIL],
    ['somebody with neither right', NORA],
  ])('refuses every resolver to %s', async (_, accountId) => {
    const visitor = consoleOf(world.sandbox.platform, accountId);
    const jobId = await world.start(1);
    const calls = [
      visitor.call('imports.fields', { entity: 'customer' }),
      visitor.call('imports.organizations', { names: ['Acme'] }),
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
    const answers = await world.sandbox.settle(Promise.allSettled(calls));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { error: { code: 'FORBIDDEN' } } });
    }
  });

  it('names what is wrong with a payload', async () => {
    const call = world.ada.call('jobs.batches', { jobId: '../x', from: -1 });
    await expect(world.sandbox.settle(call)).rejects.toMatchObject({
      error: { code: 'INVALID', message: words(/jobId/) },
    });
  });
});
