import { createCsmClient } from '../../../src/csm/client';
import { failureOf, reply, siteThat } from '../../support/scripted-site';

const task = {
  id: 't-1',
  status: 'FINISHED',
  createdAt: '2026-03-01T12:00:00Z',
  updatedAt: '2026-03-01T12:08:00Z',
};
const submitted = { id: 't-1', statusUrl: '/jsm/csm/api/v1/tasks/t-1' };

const uglyNames = [
  'Contract tier',
  'a/b\\c',
  '100 %',
  '%2F',
  '50%25',
  'Größe',
  '名前',
  '🛰️ dish',
  'a?b#c',
  'a&b=c+d',
  '...',
  '..a',
  ' leading',
  "it's (so) *!~",
  'line\nbreak',
  '\u0000',
  'qm:6f1c0a52-0000-4000-8000-1234567890ab:0c0ffee0-0000-4000-8000-1234567890ab',
  'x'.repeat(255),
];

describe('the address of a request', () => {
  test.each(uglyNames)('carries %j as one path segment, unchanged', async (fieldName) => {
    const site = siteThat([reply(204)]);
    await createCsmClient(site.send).call('delete-customer-detail', { path: { fieldName } });
    const { pathname, search, hash } = new URL(site.sent[0]?.path ?? '', 'https://site.example');
    const prefix = '/jsm/csm/api/v1/customer/details/';
    expect(pathname.startsWith(prefix)).toBe(true);
    expect(pathname.slice(prefix.length)).not.toContain('/');
    expect(decodeURIComponent(pathname.slice(prefix.length))).toBe(fieldName);
    expect(search + hash).toBe('');
  });

  test.each(uglyNames)('carries %j as a query value, unchanged', async (fieldName) => {
    const site = siteThat([reply(200, {})]);
    await createCsmClient(site.send).call('update-field-value-for-customer', {
      path: { customerId: 'qm:a:b' },
      query: { fieldName },
      body: { values: [] },
    });
    const url = new URL(site.sent[0]?.path ?? '', 'https://site.example');
    expect(url.pathname).toBe('/jsm/csm/api/v1/customer/qm%3Aa%3Ab/details');
    expect([...url.searchParams]).toEqual([['fieldName', fieldName]]);
  });

  test('leaves out query parameters that are not given', async () => {
    const site = siteThat([reply(200, { results: [] })]);
    await createCsmClient(site.send).call('get-products', { query: { limit: 50, cursor: undefined } });
    expect(site.sent[0]?.path).toBe('/jsm/csm/api/v1/product?limit=50');
  });

  test.each(['', '.', '..', '\ud800'])('is refused before anything is sent for %j', async (productId) => {
    const site = siteThat([reply(204)]);
    const error = await failureOf(createCsmClient(site.send).call('delete-product', { path: { productId } }));
    expect(error).toMatchObject({ kind: 'bad-request', status: null, mayHaveBeenApplied: false });
    expect(site.sent).toEqual([]);
  });
});

describe('the headers of a request', () => {
  test('opt in to an experimental operation', async () => {
    const site = siteThat([reply(200, task)]);
    await createCsmClient(site.send).call('get-task-status', { path: { taskId: 't-1' } });
    expect(site.sent[0]).toMatchObject({ method: 'GET', headers: { 'X-ExperimentalApi': 'opt-in' } });
    expect(site.sent[0]?.headers).not.toHaveProperty('Content-Type');
    expect(site.sent[0]).not.toHaveProperty('body');
  });

  test('do not opt in where nothing is experimental', async () => {
    const site = siteThat([reply(200, { results: [] })]);
    await createCsmClient(site.send).call('get-all-customer-details');
    expect(site.sent[0]?.headers).not.toHaveProperty('X-ExperimentalApi');
  });

  test('carry the idempotency key of a bulk operation and say that the body is JSON', async () => {
    const site = siteThat([reply(202, submitted)]);
    const body = { customerProfiles: [{ operationType: 'UPSERT' as const, payload: { email: 'a@b.example' } }] };
    const call = createCsmClient(site.send).call('bulk-manage-multiple-customer-profiles', {
      body,
      idempotencyKey: 'job-7',
    });
    await expect(call).resolves.toEqual(submitted);
    expect(site.sent[0]).toMatchObject({
      method: 'POST',
      path: '/jsm/csm/api/v1/customer/profile/bulk',
      headers: { 'Idempotency-Key': 'job-7', 'Content-Type': 'application/json', 'X-ExperimentalApi': 'opt-in' },
      body: JSON.stringify(body),
    });
  });

  test.each(['', 'k'.repeat(101), 'with space', 'line\nbreak', 'clé'])('refuse the idempotency key %j', async (key) => {
    const site = siteThat([reply(200, submitted)]);
    const body = { customerProfiles: [] };
    const call = createCsmClient(site.send).call('bulk-manage-multiple-customer-profiles', {
      body,
      idempotencyKey: key,
    });
    expect(await failureOf(call)).toMatchObject({ kind: 'bad-request', status: null });
    expect(site.sent).toEqual([]);
  });
});

describe('the answer', () => {
  const call = (body: unknown, status = 200) =>
    createCsmClient(siteThat([reply(status, body)]).send).call('get-task-status', {
      path: { taskId: 't-1' },
      retries: 0,
    });

  test('takes null for a property that is left out, and ignores properties it does not know', async () => {
    await expect(call({ ...task, failures: null, type: null, name: 'x', progress: 3 })).resolves.toEqual(task);
  });

  test('takes enum values that the contract does not know yet', async () => {
    await expect(call({ ...task, status: 'PAUSED' })).resolves.toMatchObject({ status: 'PAUSED' });
  });

  test('is read from any 2xx', async () => {
    await expect(call(task, 202)).resolves.toEqual(task);
  });

  test('of an operation without a body is null, whatever came', async () => {
    const client = createCsmClient(siteThat([reply(200, '<html>')]).send);
    await expect(client.call('delete-product', { path: { productId: '1' } })).resolves.toBeNull();
  });

  test('is unreadable when a required property is missing, and the error names the place but no value', async () => {
    const error = await failureOf(call({ ...task, failures: [{ entity: 'CUSTOMER', entityId: 7 }], id: 'secret' }));
    expect(error).toMatchObject({ kind: 'unreadable', status: 200, mayHaveBeenApplied: false });
    expect(error.detail).toContain('failures.0.entityId');
    expect(JSON.stringify(error.facts()) + error.message).not.toContain('secret');
  });

  test('is unreadable when it is no JSON, and a write may have been applied', async () => {
    const client = createCsmClient(siteThat([reply(200, '<html>sign in</html>')]).send);
    const error = await failureOf(client.call('create-product', { body: { name: 'Dish' } }));
    expect(error).toMatchObject({ kind: 'unreadable', mayHaveBeenApplied: true });
  });
});
