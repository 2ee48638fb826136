import FakeTimers from '@sinonjs/fake-timers';
import type { Effect } from '../../../src/platform/http/request';
import { failureOf, fails, neverAnswers, reply, siteThat } from '../../support/scripted-site';

const request = (effect: Effect) => ({
  operation: 'op',
  method: 'POST',
  path: '/x',
  headers: {},
  body: { a: 1 },
  effect,
  expectsBody: true,
});
const fine = reply(200, { ok: true });

describe('a request is sent again', () => {
  test.each<[Effect, ReturnType<typeof reply>, string]>([
    ['none', reply(503), '503'],
    ['none', reply(200, '<html>'), 'a body that is not JSON'],
    ['none', fails(new TypeError('reset')), 'a network failure'],
    ['keyed', reply(504), '504'],
    ['keyed', fails(new TypeError('reset')), 'a network failure'],
    ['write', reply(429), '429'],
  ])('with effect %s after %s', async (effect, answer) => {
    const site = siteThat([answer, fine]);
    await expect(site.send(request(effect))).resolves.toEqual({ status: 200, body: { ok: true } });
    expect(site.sent).toHaveLength(2);
    expect(site.sent[1]?.body).toBe(site.sent[0]?.body);
  });

  test('at most twice, later each time', async () => {
    const site = siteThat([reply(500)]);
    await failureOf(site.send(request('none')));
    expect(site.sent).toHaveLength(3);
    expect(site.slept).toEqual([300, 600]);
  });

  test('after as long as the site asks, in seconds or by date', async () => {
    const date = 'Sun, 01 Mar 2026 12:00:05 GMT';
    const site = siteThat([reply(429, '', { 'Retry-After': '2' }), reply(503, '', { 'Retry-After': date }), fine]);
    await site.send(request('none'));
    expect(site.slept).toEqual([2_000, 3_000]);
  });

  test.each([0, 0.999])('after a wait between half and all of the back-off, chance being %d', async (chance) => {
    const site = siteThat([reply(500), fine], { random: () => chance });
    await site.send(request('none'));
    expect(site.slept[0]).toBeGreaterThanOrEqual(200);
    expect(site.slept[0]).toBeLessThan(400);
  });
});

describe('a request is not sent again', () => {
  test.each([reply(500), reply(503, '', { 'Retry-After': '1' }), reply(200, '<html>'), fails(new TypeError('reset'))])(
    'when it is a write that may have been applied (%#)',
    async (answer) => {
      const site = siteThat([answer, fine]);
      expect((await failureOf(site.send(request('write')))).mayHaveBeenApplied).toBe(true);
      expect(site.sent).toHaveLength(1);
    },
  );

  test.each([400, 401, 403, 404, 412])('after %i', async (status) => {
    const site = siteThat([reply(status), fine]);
    await failureOf(site.send(request('none')));
    expect(site.sent).toHaveLength(1);
  });

  test('when the limit of unfinished tasks is reached', async () => {
    const site = siteThat([reply(400, { errorMessage: 'Maximum number of tasks reached' }), fine]);
    await failureOf(site.send(request('keyed')));
    expect(site.sent).toHaveLength(1);
  });

  test('when retries are turned off', async () => {
    const site = siteThat([reply(429), fine]);
    await failureOf(site.send(request('none'), { retries: 0 }));
    expect(site.sent).toHaveLength(1);
  });

  test('when the site asks for a longer wait than a function should pay for', async () => {
    const site = siteThat([reply(429, '', { 'Retry-After': '9' }), fine], { timeLeft: () => 900_000 });
    expect((await failureOf(site.send(request('none')))).retryAfterMs).toBe(9_000);
    expect(site.slept).toEqual([]);
  });

  test('when the wait and another attempt do not fit in the time left', async () => {
    const site = siteThat([reply(429, '', { 'Retry-After': '3' }), fine], { timeLeft: () => 4_000 });
    expect((await failureOf(site.send(request('none')))).kind).toBe('throttled');
    expect(site.slept).toEqual([]);
  });
});

test('a failure after an earlier doubtful attempt still says that it may have been applied', async () => {
  const site = siteThat([reply(504), reply(400, { errorMessage: 'No' })]);
  const error = await failureOf(site.send(request('keyed')));
  expect(error).toMatchObject({ kind: 'bad-request', status: 400, mayHaveBeenApplied: true });
  expect(error.serverMessages).toEqual(['No']);
});

test('nothing is sent when no time is left', async () => {
  const site = siteThat([fine], { timeLeft: () => 1_200 });
  expect(await failureOf(site.send(request('write')))).toMatchObject({
    kind: 'unavailable',
    mayHaveBeenApplied: false,
  });
  expect(site.sent).toEqual([]);
});

describe('a request without an answer', () => {
  let clock: ReturnType<typeof FakeTimers.install>;
  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    clock.uninstall();
  });

  test.each([
    [600_000, 15_000],
    [6_000, 5_000],
  ])('with %i ms left is given up after %i ms, aborted and no longer timed', async (left, expected) => {
    const site = siteThat([neverAnswers], { timeLeft: () => left });
    const failure = failureOf(site.send(request('write')));
    await clock.tickAsync(expected - 1);
    expect(site.sent[0]?.signal.aborted).toBe(false);
    await clock.tickAsync(1);
    expect(await failure).toMatchObject({ kind: 'unavailable', detail: 'TimeLimitError', mayHaveBeenApplied: true });
    expect(site.sent[0]?.signal.aborted).toBe(true);
    expect(clock.countTimers()).toBe(0);
  });

  test('is given up after the time that it was given, and not sent again', async () => {
    const site = siteThat([neverAnswers], { clock: { now: () => clock.now, sleep: () => Promise.resolve() } });
    const failure = failureOf(site.send(request('none'), { withinMs: 10_000 }));
    await clock.tickAsync(9_999);
    expect(site.sent[0]?.signal.aborted).toBe(false);
    await clock.tickAsync(1);
    expect((await failure).kind).toBe('unavailable');
    expect(site.sent).toHaveLength(1);
  });

  test('leaves no timer behind when the answer comes', async () => {
    await siteThat([fine]).send(request('none'));
    expect(clock.countTimers()).toBe(0);
  });
});
