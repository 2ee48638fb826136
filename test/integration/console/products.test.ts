import * as v from 'valibot';
import { type Site, createSite } from '../../../sandbox/site';
import { type Console, consoleOf } from '../../support/console';
import { onSite } from '../../support/on-site';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { words } from '../../support/words';

/** What a site that has a fault answers, for the requests that it is asked about; null lets them through. */
type Fault = (request: { method: string; path: string }) => number | null;

let sandbox: VirtualSandbox<Site>;
let ada: Console;
let fault: Fault;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  fault = () => null;
  sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'empty' });
      return {
        ...site,
        handle: async (request) => {
          const status = fault(request);
          return status === null ? site.handle(request) : { status, headers: { 'Retry-After': '120' }, body: 'no' };
        },
      };
    },
  });
  ada = consoleOf(sandbox.platform);
});
afterEach(() => sandbox.close());

const call: Console['call'] = (name, payload) => sandbox.settle(ada.call(name, payload));
const names = () => [...sandbox.site.state().products.values()].map(({ name }) => name);
const failPosts: Fault = ({ method, path }) => (method === 'POST' && path.includes('/product') ? 500 : null);

const made = v.object({ id: v.string(), name: v.string() });
const other = onSite(() => sandbox.site);
const addOne = async (name: string) => v.parse(made, await other('POST', 'product', { name }));
async function add(...wanted: string[]): Promise<void> {
  for (const name of wanted) await addOne(name);
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Product ${index + 1}`);

describe('the list of products', () => {
  it('goes on by cursor, as many a page as are asked for, and ends', async () => {
    await add(...numbered(30));
    const first = await call('products.list', { cursor: null, limit: 25 });
    expect(first.products.map(({ name }) => name)).toEqual(numbered(25));
    const second = await call('products.list', { cursor: first.next, limit: 25 });
    expect(second).toMatchObject({ products: { length: 5 }, next: null });
  });

  it('refuses a page of more than the API gives', async () => {
    await expect(call('products.list', { cursor: null, limit: 101 })).rejects.toMatchObject({
      error: { code: 'INVALID' },
    });
  });

  it('says in the site’s words that a cursor is none any more', async () => {
    await expect(call('products.list', { cursor: 'gone', limit: 25 })).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/cursor/) },
    });
  });
});

describe('the search for products', () => {
  it('finds a part of a name in any letter case', async () => {
    await add('Fleet Tracker', 'Tracker Lite', 'Scanner');
    const found = await call('products.search', { words: 'TRACKER', cursor: null });
    expect(found).toMatchObject({
      products: [{ name: 'Fleet Tracker' }, { name: 'Tracker Lite' }],
      looked: 3,
      next: null,
    });
  });

  it('reads 500 products a call and goes on from there', async () => {
    await add(...numbered(600), 'The needle');
    const first = await call('products.search', { words: 'needle', cursor: null });
    expect(first).toMatchObject({ products: [], looked: 500 });
    const second = await call('products.search', { words: 'needle', cursor: first.next });
    expect(second).toMatchObject({ products: [{ name: 'The needle' }], looked: 101, next: null });
  });
});

describe('creating products', () => {
  const outcomes = async (...wanted: string[]) =>
    (await call('products.create', { names: wanted })).creations.map(({ name, outcome }) => [name, outcome]);

  it('says of each name what became of it', async () => {
    expect(await outcomes('Tracker', ' Terminal ')).toEqual([
      ['Tracker', 'created'],
      ['Terminal', 'created'],
    ]);
    expect(names()).toEqual(['Tracker', 'Terminal']);
  });

  it('creates a name that is sent twice once', async () => {
    expect(await outcomes('Tracker', 'tracker')).toEqual([
      ['Tracker', 'created'],
      ['tracker', 'exists'],
    ]);
    expect(names()).toEqual(['Tracker']);
  });

  it('says of as many as there was time for on a slow site, and leaves the others to another call', async () => {
    sandbox.site.faults.latencyMs = 3_000;
    const first = await outcomes(...numbered(20));
    expect(first.length).toBeGreaterThan(1);
    expect(first).toEqual(names().map((name) => [name, 'created']));
    expect(names()).toEqual(numbered(20).slice(0, first.length));
  });

  it('comes to an end on a slow site that has thousands of them', async () => {
    const { products } = sandbox.site.state();
    for (const name of numbered(2_500)) products.add({ id: name, name });
    sandbox.site.faults.latencyMs = 2_000;
    expect(await outcomes('Tracker')).toEqual([['Tracker', 'created']]);
  });

  it('stops where the site does not answer, and tells what may be there from what was not sent', async () => {
    fault = failPosts;
    expect(await outcomes('Tracker', 'Terminal')).toEqual([
      ['Tracker', 'unconfirmed'],
      ['Terminal', 'not-tried'],
    ]);
    fault = () => null;
    expect(await outcomes('Tracker', 'Terminal')).toEqual([
      ['Tracker', 'created'],
      ['Terminal', 'created'],
    ]);
  });

  it('says when to send again what a site that asks to slow down did not take', async () => {
    fault = ({ method }) => (method === 'POST' ? 429 : null);
    const { creations } = await call('products.create', { names: ['Tracker', 'Terminal'] });
    expect(creations).toMatchObject([
      { outcome: 'not-tried', message: 'Your site responded with status 429.', advice: 'Send it again in 2 minutes.' },
      { outcome: 'not-tried', message: 'Your site responded with status 429.', advice: 'Send it again in 2 minutes.' },
    ]);
  });

  it('goes on after a name that the site refuses', async () => {
    let posts = 0;
    fault = (request) => (failPosts(request) === null || (posts += 1) > 1 ? null : 400);
    expect(await outcomes('Tracker', 'Terminal')).toEqual([
      ['Tracker', 'refused'],
      ['Terminal', 'created'],
    ]);
  });

  it.each([
    ['none', []],
    ['an empty one', ['  ']],
    ['one of 201 characters', ['x'.repeat(201)]],
    ['more than 20', numbered(21)],
  ])('takes no such names: %s', async (_, wanted) => {
    await expect(call('products.create', { names: wanted })).rejects.toMatchObject({ error: { code: 'INVALID' } });
    expect(names()).toEqual([]);
  });
});

describe('a product', () => {
  it('is renamed and keeps its id, be it only in letter case', async () => {
    const { id } = await addOne('Tracker');
    expect(await call('products.rename', { id, name: 'TRACKER', seen: 'Tracker' })).toEqual({ id, name: 'TRACKER' });
    expect(await call('products.get', { id })).toEqual({ id, name: 'TRACKER' });
  });

  it('gets no name that another has', async () => {
    await add('Scanner');
    const { id } = await addOne('Tracker');
    const taken = call('products.rename', { id, name: 'scanner', seen: 'Tracker' });
    await expect(taken).rejects.toMatchObject({ error: { code: 'CONFLICT', message: words(/“Scanner” already/) } });
    await expect(taken).rejects.not.toMatchObject({ error: { present: expect.anything() as unknown } });
    expect(names()).toEqual(['Scanner', 'Tracker']);
  });

  it('is renamed on a slow site that has thousands of them', async () => {
    const { id } = await addOne('Tracker');
    const { products } = sandbox.site.state();
    for (const name of numbered(2_500)) products.add({ id: name, name });
    sandbox.site.faults.latencyMs = 2_000;
    expect(await call('products.rename', { id, name: 'Scanner', seen: 'Tracker' })).toMatchObject({ name: 'Scanner' });
  });

  it('is neither renamed nor deleted when another has renamed it meanwhile', async () => {
    const { id } = await addOne('Theirs');
    await expect(call('products.rename', { id, name: 'Mine', seen: 'Tracker' })).rejects.toMatchObject({
      error: { code: 'CONFLICT', present: ['Theirs'] },
    });
    await expect(call('products.delete', { id, seen: 'Tracker' })).rejects.toMatchObject({
      error: { code: 'CONFLICT', message: '“Tracker” was renamed since you opened it. It’s now “Theirs”.' },
    });
    expect(names()).toEqual(['Theirs']);
  });

  it('is deleted with its entitlements, and is not there after that', async () => {
    const { id } = await addOne('Tracker');
    const [organizationId] = await organizations(1);
    await grant(organizationId ?? '', id);
    await call('products.delete', { id, seen: 'Tracker' });
    expect(sandbox.site.state().entitlements.size).toBe(0);
    await expect(call('products.get', { id })).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
    await expect(call('products.rename', { id, name: 'Mine', seen: 'Tracker' })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

/** The ids of as many new organizations. */
async function organizations(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    ids.push(v.parse(made, await other('POST', 'organization', { name: `Organization ${at}` })).id);
  }
  return ids;
}

const grant = (id: string, productId: string) =>
  call('entitlements.grant', { holder: { entity: 'organization', id }, productId });

describe('the organizations entitled to a product', () => {
  it('are found among 50 a call, whoever else holds what', async () => {
    const { id } = await addOne('Tracker');
    const { id: other } = await addOne('Scanner');
    const ids = await organizations(60);
    for (const at of [0, 30, 59]) await grant(ids[at] ?? '', id);
    await grant(ids[1] ?? '', other);
    const first = await call('products.entitled', { id, start: 0 });
    expect(first).toEqual({
      organizations: [
        { id: ids[0], name: 'Organization 1' },
        { id: ids[30], name: 'Organization 31' },
      ],
      looked: 50,
      next: 50,
    });
    const second = await call('products.entitled', { id, start: 50 });
    expect(second).toEqual({ organizations: [{ id: ids[59], name: 'Organization 60' }], looked: 10, next: null });
  });

  it('are none on a site without organizations', async () => {
    const { id } = await addOne('Tracker');
    expect(await call('products.entitled', { id, start: 0 })).toEqual({ organizations: [], looked: 0, next: null });
  });
});
