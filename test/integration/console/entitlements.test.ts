import type { EntitlementHolder } from '../../../src/contract/entitlements';
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

const call: Console['call'] = (name, payload) => sandbox.settle(ada.call(name, payload));
const list = (holder: EntitlementHolder, productId?: string) => call('entitlements.list', { holder, productId });
const asked = (operation: string) => sandbox.site.log.counts.get(operation) ?? 0;

const organization = { entity: 'organization', id: '1' } as const;

/** A customer who inherits from organization 1. */
function member(): EntitlementHolder & { name: string } {
  const { organizations, customers } = sandbox.site.state();
  const [id = ''] = organizations.get('1')?.customers ?? [];
  return { entity: 'customer', id, name: customers.get(id)?.displayName ?? '' };
}

/** A product that a holder is not entitled to. */
async function newProductFor(holder: EntitlementHolder): Promise<string> {
  const held = (await list(holder)).entitlements.map(({ product }) => product.id);
  const free = [...sandbox.site.state().products.values()].find(({ id }) => !held.includes(id));
  if (free === undefined) throw new Error('The holder has every product.');
  return free.id;
}

describe('who holds entitlements', () => {
  it('is told by name, a customer as an organization', async () => {
    const { name, ...holder } = member();
    expect(await call('entitlements.holder', { holder })).toMatchObject({ name, email: words(/@/) });
    const known = sandbox.site.state().organizations.get('1')?.name;
    expect(await call('entitlements.holder', { holder: organization })).toEqual({ name: known, email: null });
  });

  it.each(['customer', 'organization'] as const)('is not made up where there is no such %s', async (entity) => {
    await expect(call('entitlements.holder', { holder: { entity, id: '4711' } })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('the entitlements of a holder', () => {
  it('of a customer hold those inherited from an organization, with its name, asked for once', async () => {
    const { name: _, ...holder } = member();
    const { entitlements } = await list(holder);
    const name = sandbox.site.state().organizations.get('1')?.name;
    expect(entitlements).toContainEqual(expect.objectContaining({ heldBy: { ...organization, name, email: null } }));
    expect(asked('get-multiple-organizations')).toBe(1);
  });

  it('are those of one product where one is asked for', async () => {
    const { entitlements } = await list(organization);
    const productId = entitlements[0]?.product.id ?? '';
    const some = await list(organization, productId);
    expect(some.entitlements.map(({ product }) => product.id)).toEqual([productId]);
    expect(await list(organization, await newProductFor(organization))).toEqual({ entitlements: [] });
  });

  it('are refused where there is no such holder', async () => {
    await expect(list({ entity: 'customer', id: 'qm:gone' })).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('granting and revoking', () => {
  it.each(['customer', 'organization'] as const)('gives a product and takes it back: %s', async (entity) => {
    const { name: _, ...customer } = member();
    const holder = entity === 'customer' ? customer : organization;
    const productId = await newProductFor(holder);
    const granted = await call('entitlements.grant', { holder, productId });
    expect(granted).toMatchObject({ product: { id: productId }, heldBy: holder });
    expect(await call('entitlements.get', { id: granted.id })).toMatchObject({ id: granted.id, heldBy: holder });
    await call('entitlements.revoke', { id: granted.id });
    await expect(call('entitlements.get', { id: granted.id })).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is revoked where another has revoked it meanwhile, and not where the site does not answer', async () => {
    const granted = await call('entitlements.grant', {
      holder: organization,
      productId: await newProductFor(organization),
    });
    sandbox.site.faults.down = true;
    await expect(call('entitlements.revoke', { id: granted.id })).rejects.toMatchObject({
      error: { code: 'SITE_UNAVAILABLE' },
    });
    sandbox.site.faults.down = false;
    await call('entitlements.revoke', { id: granted.id });
    expect(await call('entitlements.revoke', { id: granted.id })).toEqual({});
  });

  it('does not give what is held already, and the site says so', async () => {
    const { entitlements } = await list(organization);
    const productId = entitlements[0]?.product.id ?? '';
    await expect(call('entitlements.grant', { holder: organization, productId })).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/already/) },
    });
    expect((await list(organization)).entitlements).toHaveLength(entitlements.length);
  });

  it('lets a customer lose what an organization loses', async () => {
    const { name: _, ...customer } = member();
    const granted = await call('entitlements.grant', {
      holder: organization,
      productId: await newProductFor(organization),
    });
    const ids = async () => (await list(customer)).entitlements.map(({ id }) => id);
    expect(await ids()).toContain(granted.id);
    await call('entitlements.revoke', { id: granted.id });
    expect(await ids()).not.toContain(granted.id);
  });
});
