import type { CustomerQuery, NamedPerson } from '../../../src/contract/customers';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { words } from '../../support/words';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

const find = (query: CustomerQuery, page = 0) => sandbox.settle(ada.call('customers.find', { query, page }));
const get = (id: string) => sandbox.settle(ada.call('customers.get', { id }));
const customers = () => [...sandbox.site.state().customers.values()];
const asked = (operation: string) => sandbox.site.log.counts.get(operation) ?? 0;

/** The customer at a place among those of the demo site. */
function customerAt(place: number) {
  const customer = customers()[place];
  if (customer === undefined) throw new Error(`The demo site has no customer ${place}.`);
  return customer;
}

describe('recognising the people of a list', () => {
  const recognize = (wanted: NamedPerson[], organizationId: string | null = null) =>
    sandbox.settle(ada.call('customers.recognize', { wanted, organizationId }));

  it('finds each by address, id or name, in the order of the list, and says who is in the organization', async () => {
    const [first, second] = [customerAt(20), customerAt(21)];
    const [organizationId = ''] = first.organizations;
    const { candidates } = await recognize(
      [
        { by: 'email', text: first.email.toUpperCase() },
        { by: 'id', text: second.id },
        { by: 'email', text: 'nobody@sandbox.example' },
        { by: 'id', text: 'qm:gone' },
      ],
      organizationId,
    );
    expect(candidates.map((each) => each.map(({ id }) => id))).toEqual([[first.id], [second.id], [], []]);
    expect(candidates[0]?.[0]).toEqual({ id: first.id, name: first.displayName, email: first.email, isMember: true });
    expect(asked('get-multiple-customer-profiles')).toBe(1);
  });

  it('takes nobody for one whose address only begins alike', async () => {
    const { email } = customerAt(20);
    expect(await recognize([{ by: 'email', text: email.slice(0, -1) }])).toEqual({ candidates: [[]] });
  });

  it('offers those of one name, and those whose name begins alike where nobody has it', async () => {
    const same = customers().filter(({ displayName }) => displayName === 'Amara Bianchi');
    const { candidates } = await recognize([
      { by: 'name', text: 'amara bianchi' },
      { by: 'name', text: 'amara bia' },
    ]);
    expect(candidates[0]?.length).toBe(Math.min(10, same.length));
    expect(candidates[1]?.every(({ name }) => name.startsWith('Amara Bia'))).toBe(true);
    expect(candidates[1]?.length).toBeGreaterThan(0);
  });
});

describe('finding customers', () => {
  it('finds one by its id, by itself, and says which id nobody has', async () => {
    const { id, displayName, email } = customerAt(7);
    expect(await find({ by: 'id', ids: [id] })).toMatchObject({
      customers: [{ id, name: displayName, email }],
      missing: [],
    });
    expect(await find({ by: 'id', ids: ['qm:gone'] })).toMatchObject({ customers: [], missing: ['qm:gone'] });
    expect(asked('get-customer-profile')).toBe(2);
  });

  it('finds several by their ids in one request, each once, and says which are missing', async () => {
    const ids = [customerAt(1).id, 'qm:gone', customerAt(2).id, customerAt(1).id];
    const found = await find({ by: 'id', ids });
    expect(found.customers.map(({ id }) => id)).toEqual([customerAt(1).id, customerAt(2).id]);
    expect(found.missing).toEqual(['qm:gone']);
    expect(asked('get-multiple-customer-profiles')).toBe(1);
  });

  it('finds by an e-mail address and tells customers from other accounts', async () => {
    const { email, id } = customerAt(20);
    expect((await find({ by: 'person', text: email })).customers).toMatchObject([{ id, email }]);
    expect(await find({ by: 'person', text: 'ada@sandbox.example' })).toMatchObject({ customers: [], others: 1 });
  });

  it('turns the pages of a search that finds more than 25', async () => {
    const first = await find({ by: 'person', text: 'Amara' });
    const second = await find({ by: 'person', text: 'Amara' }, 1);
    expect(first).toMatchObject({ hasMore: true });
    expect(first.customers).toHaveLength(25);
    const ids = new Set([...first.customers, ...second.customers].map(({ id }) => id));
    expect(ids.size).toBe(25 + second.customers.length);
  });

  it('finds by all of several values, with how many there are', async () => {
    const conditions = [
      { field: 'Region', value: 'eu' },
      { field: 'Tier', value: 'Gold' },
    ];
    const found = await find({ by: 'details', conditions });
    expect(found.total).toBeGreaterThan(25);
    expect(found).toMatchObject({ hasMore: true });
    const last = await find({ by: 'details', conditions }, Math.ceil((found.total ?? 0) / 25) - 1);
    expect(last).toMatchObject({ hasMore: false, total: found.total });
  });

  it('says so where there is no such field', async () => {
    const query = { by: 'details' as const, conditions: [{ field: 'Shoe size', value: '42' }] };
    await expect(find(query)).rejects.toMatchObject({ error: { code: 'NOT_FOUND', message: words(/Shoe size/) } });
  });

  it('finds the customers of an organization', async () => {
    const organization = [...sandbox.site.state().organizations.values()].find((one) => one.customers.size > 25);
    const [id = '', members = 0] = [organization?.id, organization?.customers.size];
    const first = await find({ by: 'organization', id });
    const second = await find({ by: 'organization', id }, 1);
    expect(first.customers).toHaveLength(25);
    expect(second).toMatchObject({ hasMore: false });
    expect(second.customers).toHaveLength(members - 25);
    await expect(find({ by: 'organization', id: '999999' })).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('one customer', () => {
  it('is shown with account, every detail field and organizations, in two requests', async () => {
    const customer = customers().find((one) => one.organizations.size === 1) ?? customerAt(0);
    const { account, profile } = await get(customer.id);
    expect(account).toEqual({ ok: true, data: { displayName: customer.displayName, email: customer.email } });
    if (!profile.ok) throw new Error('The profile was refused.');
    expect(profile.data.details).toHaveLength(16);
    expect(profile.data.organizations.map(({ id }) => id)).toEqual([...customer.organizations]);
    expect(asked('get-customer') + asked('get-customer-account')).toBe(2);
  });

  it('is not there under an id that nobody has', async () => {
    await expect(get('qm:gone')).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is renamed, unless another has renamed it meanwhile', async () => {
    const { id, displayName } = customerAt(3);
    const rename = (seen: string, name: string) =>
      sandbox.settle(ada.call('customers.rename', { id, displayName: name, seen }));
    await rename(displayName, '  Grace Hopper ');
    expect(customerAt(3).displayName).toBe('Grace Hopper');
    await expect(rename(displayName, 'Grace Brewster')).rejects.toMatchObject({
      error: { code: 'CONFLICT', present: ['Grace Hopper'] },
    });
    await rename('Grace Hopper', 'Grace Brewster');
    expect(customerAt(3).displayName).toBe('Grace Brewster');
  });

  it('is deleted, and then is not there', async () => {
    const { id } = customerAt(5);
    await sandbox.settle(ada.call('customers.delete', { id }));
    await expect(get(id)).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('joins organizations and leaves them, and the answer says in which it is', async () => {
    const { id } = customers().find((one) => one.organizations.size === 0) ?? customerAt(0);
    const joined = await sandbox.settle(ada.call('customers.join', { id, organizationId: '4' }));
    expect(joined.organizations.map((one) => one.id)).toEqual(['4']);
    const left = await sandbox.settle(ada.call('customers.leave', { id, organizationId: '4' }));
    expect(left.organizations).toEqual([]);
  });

  it('is refused a sixth organization in the words of the site', async () => {
    const { id } = customers().find((one) => one.organizations.size === 0) ?? customerAt(0);
    const join = (organizationId: string) => sandbox.settle(ada.call('customers.join', { id, organizationId }));
    for (const organizationId of ['1', '2', '3', '4', '5']) await join(organizationId);
    await expect(join('6')).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/^Your site says: /) },
    });
  });
});

describe('a new customer', () => {
  it('is an account alone where nothing else is given, called by its e-mail address', async () => {
    const account = { email: 'new@example.com', displayName: null };
    const { id } = await sandbox.settle(ada.call('customers.createAccount', account));
    expect(sandbox.site.state().customers.get(id)).toMatchObject({ displayName: 'new@example.com' });
  });

  it('is created with values, organizations and products at once', async () => {
    const [product] = sandbox.site.state().products.values();
    const { id } = await sandbox.settle(
      ada.call('customers.create', {
        email: 'whole@example.com',
        displayName: 'Whole',
        details: [{ name: 'Interests', values: ['Events', 'Webinars'] }],
        organizationIds: ['4', '17'],
        productIds: [product?.id ?? ''],
      }),
    );
    const { profile } = await get(id);
    if (!profile.ok) throw new Error('The profile was refused.');
    expect(profile.data.organizations.map((one) => one.id)).toEqual(['4', '17']);
    expect(profile.data.details.find(({ name }) => name === 'Interests')?.values).toEqual(['Events', 'Webinars']);
    const held = await sandbox.settle(
      ada.call('entitlements.list', { holder: { entity: 'customer', id }, productId: product?.id ?? '' }),
    );
    expect(held.entitlements.some(({ heldBy }) => heldBy.id === id)).toBe(true);
  });

  it('is not created by half: a value that the site refuses leaves no account behind', async () => {
    const request = { email: 'half@example.com', displayName: null, organizationIds: [], productIds: [] };
    const creating = ada.call('customers.create', { ...request, details: [{ name: 'Phone', values: ['030 1'] }] });
    await expect(sandbox.settle(creating)).rejects.toMatchObject({ error: { code: 'SITE_REFUSED' } });
    expect(await find({ by: 'person', text: 'half@example.com' })).toMatchObject({ customers: [] });
  });

  it('says which organizations and products the site did not join', async () => {
    const [product] = sandbox.site.state().products.values();
    const { id, notJoined } = await sandbox.settle(
      ada.call('customers.create', {
        email: 'partly@example.com',
        displayName: null,
        details: [],
        organizationIds: ['4', '4711'],
        productIds: ['gone', product?.id ?? ''],
      }),
    );
    expect(notJoined).toEqual(['4711', 'gone']);
    expect([...(sandbox.site.state().customers.get(id)?.organizations ?? [])]).toEqual(['4']);
  });

  it('is refused where the site has one with the address', async () => {
    const account = { email: customerAt(1).email, displayName: null };
    await expect(sandbox.settle(ada.call('customers.createAccount', account))).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/exists already/) },
    });
  });
});

describe('the organizations to choose from', () => {
  it('come to their end page by page', async () => {
    const ids = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: { organizations: { id: string }[]; next: string | null } = await sandbox.settle(
        ada.call('customers.organizations', { cursor }),
      );
      for (const { id } of page.organizations) ids.add(id);
      cursor = page.next;
    } while (cursor !== null);
    expect(ids.size).toBe(sandbox.site.state().organizations.size);
  });
});

it('says that the site does not answer, and makes nothing up', async () => {
  const { id } = customerAt(0);
  sandbox.site.faults.down = true;
  await expect(get(id)).rejects.toMatchObject({ error: { code: 'SITE_UNAVAILABLE' } });
});

it.each([
  [45, 'Try again in 45 seconds.'],
  [120, 'Try again in 2 minutes.'],
  [4_000, 'Try again in 67 minutes.'],
  [86_400, 'Try again in 24 hours.'],
])('says that the site asks to slow down, and when to try again: after %i s', async (retryAfterSeconds, advice) => {
  const { id } = customerAt(0);
  Object.assign(sandbox.site.faults, { throttleRate: 1, retryAfter: 'seconds', retryAfterSeconds });
  await expect(get(id)).rejects.toMatchObject({
    error: {
      code: 'SITE_BUSY',
      message: 'Your site says: Rate limit exceeded',
      advice,
      retryAfterMs: retryAfterSeconds * 1_000,
    },
  });
});

it('says of a site that asks to slow down and not for how long to try again in a minute', async () => {
  const { id } = customerAt(0);
  Object.assign(sandbox.site.faults, { throttleRate: 1, retryAfter: 'absent' });
  await expect(get(id)).rejects.toMatchObject({ error: { code: 'SITE_BUSY', advice: 'Try again in a minute.' } });
});
