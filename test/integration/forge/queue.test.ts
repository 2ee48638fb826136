import {
  InvocationError,
  InvocationErrorCode,
  InvocationLimitReachedError,
  PayloadTooBigError,
  RateLimitError,
} from '@forge/events';
import { type TestApp, Queue, kvs, testApp } from './app';

describe('the queue', () => {
  let app: TestApp;
  const queue = new Queue({ key: 'jobs' });
  const push = (body: Record<string, unknown>, more: object = {}) =>
    app.inResolver(() => queue.push({ body, ...more }));
  beforeEach(async () => {
    app = await testApp();
  });
  afterEach(() => app.close());

  it('delivers an event with its body, job and id, without a user', async () => {
    const { jobId } = await push({ n: 1 });
    await app.run(1000);
    expect(app.consumed).toEqual([{ body: { n: 1 }, queueName: 'jobs', jobId, eventId: expect.any(String) as string }]);
    expect(await app.inResolver(() => queue.getStats(jobId))).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('delays as long as asked', async () => {
    await push({}, { delayInSeconds: 900 });
    await app.run(899_000);
    expect(app.consumed).toHaveLength(0);
    await app.run(2000);
    expect(app.consumed).toHaveLength(1);
  });

  it('takes back what was not delivered', async () => {
    const { jobId } = await push({}, { delayInSeconds: 60 });
    await app.inResolver(() => queue.cancel(jobId));
    await app.run(120_000);
    expect(app.consumed).toHaveLength(0);
  });

  it('delivers again after an error, and after a retry that was asked for, with its data', async () => {
    app.consumer = () => Promise.reject(new Error('broken'));
    await push({});
    await app.until(() => app.consumed.length === 2);
    app.consumer = () =>
      Promise.resolve(
        new InvocationError({
          retryAfter: 300,
          retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
          retryData: { at: 7 },
        }),
      );
    await app.until(() => app.consumed.length === 3);
    app.consumer = () => Promise.resolve();
    await app.run(299_000);
    expect(app.consumed).toHaveLength(3);
    await app.run(2000);
    expect(app.consumed[3]).toMatchObject({ retryContext: { retryCount: 3, retryData: { at: 7 } } });
  });

  it('ends a function at its time limit, lets nothing it does later happen, and delivers again', async () => {
    app.consumer = async ({ retryContext }) => {
      if (retryContext) return;
      await new Promise((resolve) => setTimeout(resolve, 121_000));
      await kvs.set('late', 1);
    };
    await push({});
    await app.run(130_000);
    expect(app.consumed[1]).toMatchObject({ retryContext: { retryReason: 'FUNCTION_TIME_OUT' } });
    expect(await app.inResolver(() => kvs.get('late'))).toBeUndefined();
  });

  it('gives up after 24 hours', async () => {
    app.consumer = () => Promise.reject(new Error('broken'));
    const { jobId } = await push({});
    await app.run(25 * 3_600_000);
    expect(await app.inResolver(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('keeps the concurrency limit of a key', async () => {
    let most = 0;
    app.consumer = async () => {
      most = Math.max(most, app.platform.running().length);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    };
    const event = { body: {}, concurrency: { key: 'one', limit: 1 } };
    await app.inResolver(() => queue.push([event, event, event]));
    await app.run(10_000);
    expect([most, app.consumed.length]).toEqual([1, 3]);
  });

  it('delivers twice when told to', async () => {
    app.platform.faults.queue.duplicateRate = 1;
    await push({});
    await app.run(120_000);
    expect(app.consumed).toHaveLength(2);
  });

  it('refuses the 1,001st push of a chain, and counts a new chain from nothing', async () => {
    let refusal: unknown;
    app.consumer = async () => {
      await queue.push({ body: {} }).catch((error: unknown) => (refusal = error));
    };
    await push({}, { delayInSeconds: 1 });
    app.platform.faults.queue.jitterMs = 1000;
    await app.until(() => refusal !== undefined);
    expect(refusal).toBeInstanceOf(InvocationLimitReachedError);
    expect(app.platform.stats().pushes).toBe(1000);
    await push({});
  });

  it('refuses 501 events a minute, and an event of over 100 KB for a long running function', async () => {
    const fifty = Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }));
    for (let n = 0; n < 10; n++) await app.inResolver(() => queue.push(fifty));
    await expect(push({})).rejects.toThrow(RateLimitError);
    await app.run(61_000);
    await expect(push({ text: 'x'.repeat(101 * 1024) })).rejects.toThrow(PayloadTooBigError);
  });
});
