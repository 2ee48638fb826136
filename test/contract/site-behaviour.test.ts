import { testSite } from './support/site';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const profiles = (...payloads: object[]): object => ({
  customerProfiles: payloads.map((payload) => ({ operationType: 'UPSERT', payload })),
});
const BULK = 'bulk-manage-multiple-customer-profiles';

describe('idempotency keys', () => {
  it('give the same task for the same body and refuse another body', async () => {
    const { send } = testSite();
    const first = await send(BULK, { key: 'k', body: profiles({ email: 'a@b.example' }) });
    const again = await send(BULK, { key: 'k', body: profiles({ email: 'a@b.example' }) });
    expect(again.body).toBe(first.body);
    expect((await send(BULK, { key: 'k', body: profiles({ email: 'c@d.example' }) })).status).toBe(400);
  });

  it('are not used up by a request over the limit of tasks', async () => {
    const { send, advance } = testSite({ settings: { taskSlots: 1 } });
    await send(BULK, { key: 'one', body: profiles({ email: 'a@b.example' }) });
    const over = await send(BULK, { key: 'two', body: profiles({ email: 'c@d.example' }) });
    expect([over.status, over.body]).toEqual([400, expect.stringContaining('Maximum number of tasks reached')]);
    advance(MINUTE_MS);
    expect((await send(BULK, { key: 'two', body: profiles({ email: 'c@d.example' }) })).status).toBe(200);
  });

  it('that are forgotten let a request be applied twice, which the journal notes', async () => {
    const { send, advance, site } = testSite();
    await send(BULK, { key: 'k', body: profiles({ email: 'a@b.example' }) });
    advance(2 * DAY_MS);
    await send(BULK, { key: 'k', body: profiles({ email: 'a@b.example' }) });
    expect(site.journal.violations.map(({ kind }) => kind)).toEqual(['key-applied-twice']);
  });
});

describe('tasks', () => {
  it('write what they can of a row and name what was refused', async () => {
    const { send, read, advance, site } = testSite({ content: 'demo' });
    const details = [
      { name: 'Tier', values: ['Gold'] },
      { name: 'Phone', values: ['555'] },
      { name: 'Legacy ID', values: ['1'] },
    ];
    const body = profiles({ email: 'New@b.example', details, associateOrganizations: { organizationIds: [9999] } });
    const { id } = JSON.parse((await send(BULK, { body })).body) as { id: string };
    advance(MINUTE_MS);
    expect(await read('get-task-status', { params: [id] })).toMatchObject({
      status: 'FINISHED',
      failures: [
        { entityId: 'new@b.example', operatedOn: 'DETAIL_FIELD', operatedOnIds: ['Phone'] },
        { entityId: 'new@b.example', operatedOn: 'DETAIL_FIELD', operatedOnIds: ['Legacy ID'] },
        { entityId: 'new@b.example', operatedOn: 'ASSOCIATE_ORGANIZATION', operatedOnIds: ['9999'] },
      ],
    });
    expect(site.state().customers.find('new@b.example')?.details.size).toBe(1);
    expect(site.journal.entries.at(-1)?.outcome).toBe('partly');
  });

  it('are gone three days after their end', async () => {
    const { send, advance } = testSite();
    const { id } = JSON.parse((await send(BULK, { body: profiles({ email: 'a@b.example' }) })).body) as { id: string };
    advance(2 * DAY_MS);
    expect((await send('get-task-status', { params: [id] })).status).toBe(200);
    advance(2 * DAY_MS);
    expect((await send('get-task-status', { params: [id] })).status).toBe(404);
  });

  it('that hold the same entity at once are noted', async () => {
    const { send, site } = testSite();
    await send(BULK, { body: profiles({ email: 'a@b.example' }) });
    await send(BULK, { body: profiles({ email: 'A@B.example' }) });
    expect(site.journal.violations.map(({ kind }) => kind)).toEqual(['entity-in-two-tasks']);
  });

  it('can fail without reasons although rows were written', async () => {
    const { send, read, advance } = testSite({ faults: { taskFailRate: 1 }, random: () => 0 });
    const { id } = JSON.parse((await send(BULK, { body: profiles({ email: 'a@b.example' }) })).body) as { id: string };
    advance(MINUTE_MS);
    expect(await read('get-task-status', { params: [id] })).toMatchObject({ status: 'FAILED', failures: [] });
    expect((await send('create-customer', { body: { email: 'a@b.example' } })).status).toBe(400);
  });
});

describe('objects', () => {
  it('inherit entitlements from organizations and lose them with the product', async () => {
    const { read, send } = testSite();
    const product = (await read('create-product', { body: { name: 'Support' } })) as { id: string };
    const organization = (await read('create-organization', { body: { name: 'Acme' } })) as { id: string };
    const associateOrganizations = { organizationIds: [Number(organization.id)] };
    const body = { email: 'a@b.example', associateOrganizations };
    const { customerId } = (await read('create-customer-profile', { body })) as { customerId: string };
    await read('create-organization-entitlement', { params: [organization.id], body: { productId: product.id } });
    const inherited = await read('get-customer-entitlements', { params: [customerId] });
    expect(inherited).toMatchObject([{ entitledEntity: { type: 'ORGANIZATION', id: organization.id } }]);
    await send('delete-product', { params: [product.id] });
    expect(await read('get-customer-entitlements', { params: [customerId] })).toEqual([]);
  });

  it('page through products until there is no cursor', async () => {
    const { read } = testSite({ content: 'demo' });
    const sizes: number[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const query: string = `?limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await read('get-products', { query })) as { results: unknown[]; nextPageCursor?: string };
      sizes.push(page.results.length);
      cursor = page.nextPageCursor;
    }
    expect(sizes).toEqual([5, 5, 2]);
  });

  it.each(['Label', 'a', 'what?', 'x'.repeat(256)])('refuse the field name %s', async (name) => {
    const { send } = testSite();
    expect((await send('create-customer-detail', { body: { name, type: { name: 'TEXT' } } })).status).toBe(400);
  });
});
