import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import type { RequestOf } from '../../../src/contract/resolvers';
import { words } from '../../support/words';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

const call: Console['call'] = (name, payload) => sandbox.settle(ada.call(name, payload));
const organizations = () => sandbox.site.state().organizations;
const asked = (operation: string) => sandbox.site.log.counts.get(operation) ?? 0;

/** The organization with an id, as the site keeps it. */
function kept(id: string) {
  const organization = organizations().get(id);
  if (organization === undefined) throw new Error(`The site has no organization ${id}.`);
  return organization;
}

function firstOf<T>(values: Iterable<T>): T {
  for (const value of values) return value;
  throw new Error('There is none.');
}

const newOne = (part: Partial<RequestOf<'organizations.create'>>): RequestOf<'organizations.create'> => ({
  name: 'Quartz Works',
  details: [],
  customerIds: [],
  productIds: [],
  ...part,
});

describe('the list of organizations', () => {
  it('comes 25 a page, each with its customers and entitlements counted', async () => {
    const first = await call('organizations.list', { page: 0 });
    expect(first.organizations).toHaveLength(25);
    expect(first.hasMore).toBe(true);
    const [one] = first.organizations;
    expect(one?.totals?.customers).toBe(kept(one?.id ?? '').customers.size);
    expect(one?.totals?.entitlements).toBeGreaterThan(0);
    expect(asked('get-multiple-organization-profiles')).toBe(1);
  });

  it('ends', async () => {
    expect(await call('organizations.list', { page: 3 })).toMatchObject({ hasMore: false });
    expect(await call('organizations.list', { page: 4 })).toEqual({ organizations: [], hasMore: false });
  });
});

describe('finding organizations', () => {
  it('takes names in any letter case and ids together, and says what is missing', async () => {
    const { name } = kept('7');
    const found = await call('organizations.find', { wanted: [name.toUpperCase(), '9', 'Nobody', '4711', ' 9 '] });
    expect(found.organizations.map(({ id }) => id).sort()).toEqual(['7', '9']);
    expect(found.missing).toEqual(['Nobody', '4711']);
    expect(asked('get-multiple-organizations')).toBe(1);
  });

  it('finds one that is named with digits by its name as by its id', async () => {
    const { id } = await call('organizations.create', newOne({ name: '9' }));
    const { organizations: found, missing } = await call('organizations.find', { wanted: ['9'] });
    expect(found.map((one) => one.id).sort()).toEqual([id, '9'].sort());
    expect(missing).toEqual([]);
  });

  it('reads the list through for a part of a name', async () => {
    const found = await call('organizations.search', { words: 'LOGISTICS', start: 0 });
    expect(found.organizations.length).toBeGreaterThan(25);
    expect(found.organizations.every(({ name }) => name.includes('Logistics'))).toBe(true);
    expect(found).toMatchObject({ looked: organizations().size, next: null });
    expect(await call('organizations.search', { words: 'no such word', start: 0 })).toMatchObject({
      organizations: [],
    });
  });
});

describe('one organization', () => {
  it('is shown with every field, in the order of the site, and with what hangs on it', async () => {
    const { record, profile } = await call('organizations.get', { id: '1' });
    expect(record).toMatchObject({ ok: true, data: { name: kept('1').name } });
    expect(record.ok && record.data.details.map(({ name }) => name).slice(0, 2)).toEqual(['Industry', 'Regions']);
    expect(profile).toMatchObject({ ok: true, data: { customers: kept('1').customers.size } });
  });

  it('is not made up where there is none', async () => {
    await expect(call('organizations.get', { id: '4711' })).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is not made up where the site does not answer', async () => {
    sandbox.site.faults.down = true;
    await expect(call('organizations.list', { page: 0 })).rejects.toMatchObject({
      error: { code: 'SITE_UNAVAILABLE' },
    });
  });
});

describe('a new organization', () => {
  it('takes a name alone', async () => {
    const { id } = await call('organizations.create', newOne({ name: ' Quartz Works ' }));
    expect(kept(id).name).toBe('Quartz Works');
    expect(asked('create-organization')).toBe(1);
    expect(asked('create-organization-profile')).toBe(0);
  });

  it('takes everything at once', async () => {
    const customer = firstOf(sandbox.site.state().customers.values());
    for (const id of customer.organizations) kept(id).customers.delete(customer.id);
    customer.organizations.clear();
    const product = firstOf(sandbox.site.state().products.values());
    const { id } = await call(
      'organizations.create',
      newOne({
        details: [
          { name: 'Industry', values: ['Education'] },
          { name: 'Regions', values: ['EU', 'US'] },
        ],
        customerIds: [customer.id],
        productIds: [product.id],
      }),
    );
    expect([...kept(id).customers]).toEqual([customer.id]);
    const { record, profile } = await call('organizations.get', { id });
    expect(profile).toMatchObject({ data: { customers: 1, entitlements: 1 } });
    expect(record.ok && record.data.details.slice(0, 2).map(({ values }) => values)).toEqual([
      ['Education'],
      ['EU', 'US'],
    ]);
  });

  it.each([
    ['a name that another has', newOne({ name: 'ALDER LOGISTICS PTY LTD' })],
    ['a value that the field does not take', newOne({ details: [{ name: 'Industry', values: ['Alchemy'] }] })],
  ])('is not created with %s, and the site says why', async (_, request) => {
    const before = organizations().size;
    await expect(call('organizations.create', request)).rejects.toMatchObject({
      error: { code: words(/SITE_REFUSED|NOT_FOUND/), message: words(/^Your site says: /) },
    });
    expect(organizations().size).toBe(before);
  });
});

it('says which customers and products the site did not join to a new organization', async () => {
  const { customers, products } = sandbox.site.state();
  const [customer, product] = [firstOf(customers.values()).id, firstOf(products.values()).id];
  const request = newOne({ customerIds: ['qm:gone', customer], productIds: [product, 'gone'] });
  const { id, notJoined } = await call('organizations.create', request);
  expect(notJoined).toEqual(['qm:gone', 'gone']);
  expect([...kept(id).customers]).toEqual([customer]);
});

describe('adding several customers', () => {
  const outsiders = (count: number) =>
    [...sandbox.site.state().customers.values()]
      .filter((customer) => !customer.organizations.has('2') && customer.organizations.size < 5)
      .slice(0, count)
      .map((customer) => customer.id);

  it('says of each whether it was added or was in it', async () => {
    const customerIds = [...outsiders(3), firstOf(kept('2').customers)];
    const { additions } = await call('organizations.addCustomers', { id: '2', customerIds });
    expect(additions.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'already']);
    expect(customerIds.every((id) => kept('2').customers.has(id))).toBe(true);
    const added = sandbox.site.log.latest().filter(({ path }) => path.endsWith('/organization/2/user'));
    expect(added).toHaveLength(1);
  });

  it('adds the others where the site refuses one, and says why', async () => {
    const [first = '', second = ''] = outsiders(2);
    const customerIds = [first, 'qm:gone', second];
    const { additions } = await call('organizations.addCustomers', { id: '2', customerIds });
    expect(additions).toMatchObject([
      { outcome: 'added' },
      { outcome: 'failed', error: { code: 'SITE_REFUSED', message: words(/There is no customer qm:gone/) } },
      { outcome: 'added' },
    ]);
    expect([first, second].every((id) => kept('2').customers.has(id))).toBe(true);
  });

  it('does not ask for each where the site is down', async () => {
    sandbox.site.faults.down = true;
    await expect(call('organizations.addCustomers', { id: '2', customerIds: outsiders(9) })).rejects.toMatchObject({
      error: { code: 'SITE_UNAVAILABLE' },
    });
  });
});

describe('renaming and deleting an organization', () => {
  it('keeps what hangs on it', async () => {
    const { name, customers } = kept('2');
    const count = customers.size;
    expect(await call('organizations.rename', { id: '2', name: 'Amber', seen: name })).toEqual({ name: 'Amber' });
    expect(kept('2')).toMatchObject({ name: 'Amber' });
    expect(kept('2').customers.size).toBe(count);
  });

  it('does not write over the name that another has given it meanwhile', async () => {
    const seen = kept('2').name;
    await call('organizations.rename', { id: '2', name: 'Theirs', seen });
    await expect(call('organizations.rename', { id: '2', name: 'Mine', seen })).rejects.toMatchObject({
      error: { code: 'CONFLICT', present: ['Theirs'] },
    });
    await expect(call('organizations.delete', { id: '2', seen })).rejects.toMatchObject({
      error: { code: 'CONFLICT', message: `“${seen}” was renamed since you opened it. It’s now “Theirs”.` },
    });
    expect(kept('2').name).toBe('Theirs');
  });

  it('cannot take the name of another', async () => {
    const request = { id: '2', name: kept('1').name, seen: kept('2').name };
    await expect(call('organizations.rename', request)).rejects.toMatchObject({ error: { code: 'SITE_REFUSED' } });
  });

  it('deletes it with its entitlements, and its customers stay', async () => {
    const { name, customers } = kept('3');
    const [member = ''] = customers;
    await call('organizations.delete', { id: '3', seen: name });
    expect(organizations().get('3')).toBeUndefined();
    const { customers: people, entitlements } = sandbox.site.state();
    expect(people.get(member)?.organizations.has('3')).toBe(false);
    expect([...entitlements.values()].some(({ entity }) => entity.id === '3' && entity.type === 'ORGANIZATION')).toBe(
      false,
    );
    await expect(call('organizations.delete', { id: '3', seen: name })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
