import { inspect } from 'node:util';
import type { Effect } from '../../../src/platform/http/request';
import { failureOf, fails, reply, siteThat } from '../../support/scripted-site';

const request = (effect: Effect) => ({
  operation: 'op',
  method: 'POST',
  path: '/x',
  headers: {},
  effect,
  expectsBody: true,
});
const once = { retries: 0 };
const after = (answer: ReturnType<typeof reply>, effect: Effect = 'write') =>
  failureOf(siteThat([answer]).send(request(effect), once));

describe('a failed request', () => {
  test.each([
    [400, 'bad-request', false],
    [401, 'unauthenticated', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'unavailable', true],
    [409, 'bad-request', false],
    [412, 'precondition', false],
    [413, 'bad-request', false],
    [429, 'throttled', false],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
    [504, 'unavailable', true],
    [302, 'unavailable', true],
  ])('with status %i is %s; a write may have been applied: %s', async (status, kind, mayHaveBeenApplied) => {
    const body = { errorMessage: 'No', errors: ['because', 'No'], statusCode: status };
    const error = await after(reply(status, body));
    expect(error).toMatchObject({ operation: 'op', kind, status, mayHaveBeenApplied });
    expect(error.serverMessages).toEqual(['No', 'because']);
    expect((await after(reply(status, body), 'none')).mayHaveBeenApplied).toBe(false);
  });

  test('for too many unfinished tasks is told apart from bad input', async () => {
    const error = await after(reply(400, { errorMessage: 'Maximum number of tasks reached' }), 'keyed');
    expect(error).toMatchObject({ kind: 'too-many-tasks', status: 400, mayHaveBeenApplied: false });
  });

  test.each([
    [{ errorMessages: ['a'], errors: { field: 'b' } }, ['a', 'b']],
    [{ code: 401, message: 'Unauthorized; scope does not match' }, ['Unauthorized; scope does not match']],
    [{ errorMessage: null, errors: [{ code: 1 }] }, []],
    ['<html><h1>Bad gateway</h1></html>', []],
    ['', []],
    [[], []],
  ])('with the body %j says %j', async (body, messages) => {
    expect((await after(reply(400, body))).serverMessages).toEqual(messages);
  });

  test('keeps the words of the site out of everything that is logged', async () => {
    const error = await after(reply(400, { errorMessage: 'ann@example.com is taken' }));
    expect(error.serverMessages).toEqual(['ann@example.com is taken']);
    const logged = [inspect(error), String(error), JSON.stringify(error), JSON.stringify(error.facts())].join();
    expect(logged).not.toContain('ann@example.com');
  });

  test.each([
    ['NEEDS_AUTHENTICATION_ERR', 401, 'unauthenticated', false],
    ['REQUEST_EGRESS_ALLOWLIST_ERR', 403, 'forbidden', false],
    ['PROXY_ERR', 502, 'unavailable', true],
    ['PROXY_ERR', 429, 'throttled', false],
  ])('that the platform throws as %s %i is %s', async (name, status, kind, mayHaveBeenApplied) => {
    const error = await after(fails(Object.assign(new Error('/x?q=ann'), { name, status })));
    expect(error).toMatchObject({ kind, status, mayHaveBeenApplied });
  });

  test('of the network is unavailable, without the words of the network', async () => {
    const error = await after(fails(Object.assign(new TypeError('fetch /x?query=ann'), { code: 'ECONNRESET' })));
    expect(error).toMatchObject({ kind: 'unavailable', status: null, mayHaveBeenApplied: true });
    expect(error.message).toBe('op: unavailable: TypeError ECONNRESET');
  });

  test.each([
    ['7', 7_000],
    ['0', 0],
    ['1.5', 1_500],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
  ])('with Retry-After %j asks to wait %j ms', async (header, milliseconds) => {
    const error = await after(reply(429, '', { 'Retry-After': header, 'RateLimit-Reason': 'jira-burst-based' }));
    expect(error).toMatchObject({ retryAfterMs: milliseconds, rateLimitReason: 'jira-burst-based' });
  });
});
