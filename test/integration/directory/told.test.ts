import type { DirectoryRecord, ListedEntity } from '../../../src/contract/directory';
import { byName } from '../../../src/domain/directory/sort';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';
import { GIL } from '../../support/console';
import { changeOf, demo } from '../../support/issue-site';
import { profileOf } from '../../support/profile';

let at: DirectorySite;

beforeEach(async () => {
  at = await directorySite();
  await at.read();
});
afterEach(() => at.sandbox.close());

const settle = <T>(asked: Promise<T>): Promise<T> => at.sandbox.settle(asked);

/** The rows about somebody: of a page long enough for the whole list where that is needed. */
async function rowsOf(entity: ListedEntity, id: string, name: string): Promise<DirectoryRecord[]> {
  const query = { filters: [{ by: 'text' as const, text: name }], sort: byName };
  const { rows } = await settle(at.ada.call('directory.list', { entity, query, today: TODAY, page: 0, from: null }));
  return rows.filter((row) => row.id === id);
}
const recordOf = async (entity: 'customer' | 'organization', id: string, name: string) =>
  (await rowsOf(entity, id, name))[0];

/** An organization of the demo site with customers. */
function someOrganization() {
  const found = [...at.sandbox.site.state().organizations.values()].find(({ customers }) => customers.size > 0);
  if (found === undefined) throw new Error('The demo site has no organization with customers.');
  return found;
}

function customersOutside(organizationId: string) {
  return [...at.sandbox.site.state().customers.values()].filter(
    ({ organizations, displayName }) => !organizations.has(organizationId) && displayName.trim() !== '',
  );
}

const notBehind = async () => expect((await at.status()).kept?.isBehind).toBe(false);

describe('the directory is told', () => {
  it('of customers who are added to an organization and taken out of it, and of the organization', async () => {
    const { id, name, customers } = someOrganization();
    const before = customers.size;
    const [one, other] = customersOutside(id);
    if (one === undefined || other === undefined) throw new Error('All customers are in one organization.');
    const customerIds = [one.id, other.id];
    await settle(at.ada.call('organizations.addCustomers', { id, customerIds }));
    for (const added of [one, other])
      expect((await recordOf('customer', added.id, added.displayName))?.organizations).toContainEqual({ id, name });
    expect((await recordOf('organization', id, name))?.customers).toBe(before + 2);
    await settle(at.ada.call('customers.leave', { id: one.id, organizationId: id }));
    expect((await recordOf('customer', one.id, one.displayName))?.organizations).not.toContainEqual({ id, name });
    expect((await recordOf('organization', id, name))?.customers).toBe(before + 1);
    await settle(at.ada.call('customers.delete', { id: other.id }));
    expect((await recordOf('organization', id, name))?.customers).toBe(before);
    await notBehind();
  });

  it('of an entitlement’s values, and that it was revoked', async () => {
    const entitlement = [...at.sandbox.site.state().entitlements.values()].find(
      ({ entity }) => entity.type === 'ORGANIZATION',
    );
    const holder = at.sandbox.site.state().organizations.get(entitlement?.entity.id ?? '');
    if (entitlement === undefined || holder === undefined) throw new Error('No organization has an entitlement.');
    const holding = async () =>
      (await rowsOf('entitlement', holder.id, holder.name)).filter(
        ({ entitlements: [held] }) => held?.product.id === entitlement.productId,
      );
    const [row] = await holding();
    const end = row?.entitlements[0]?.endsOn;
    await settle(
      at.ada.call('details.set', {
        ...{ holder: { entity: 'entitlement', id: entitlement.id }, field: 'Valid until', type: 'DATE' },
        ...{ values: ['2031-01-31'], seen: end == null ? [] : [end] },
      }),
    );
    expect((await holding()).map(({ entitlements: [held] }) => held?.endsOn)).toContain('2031-01-31');
    const before = (await holding()).length;
    await settle(at.ada.call('entitlements.revoke', { id: entitlement.id }));
    expect(await holding()).toHaveLength(before - 1);
    await notBehind();
  });

  it('of what an organization holds no more, and some minutes later of it on its customers', async () => {
    const { entitlements, organizations } = at.sandbox.site.state();
    const held = [...entitlements.values()].find(
      ({ entity }) => entity.type === 'ORGANIZATION' && (organizations.get(entity.id)?.customers.size ?? 0) > 0,
    );
    const [customerId = ''] = organizations.get(held?.entity.id ?? '')?.customers ?? [];
    const name = at.sandbox.site.state().customers.get(customerId)?.displayName ?? '';
    const inherited = async () =>
      (await recordOf('customer', customerId, name))?.entitlements.filter(
        ({ via, product }) => via === held?.entity.id && product.id === held.productId,
      );
    const before = (await inherited())?.length ?? 0;
    expect(before).toBeGreaterThan(0);
    await settle(at.ada.call('entitlements.revoke', { id: held?.id ?? '' }));
    await at.sandbox.run(20 * 60_000);
    expect(await inherited()).toHaveLength(before - 1);
  });

  it('in the background of what an agent saves on an issue', async () => {
    const gil = profileOf(at.sandbox.platform, GIL);
    const { reporter } = await settle(gil('profile.open', { issueKey: demo.full }));
    if (reporter === null) throw new Error('The issue names no reporter.');
    const change = changeOf(demo.full, reporter, 'Seats', ['4711']);
    await settle(gil('profile.set', change));
    await at.sandbox.run(10_000);
    const { id, name } = reporter.person;
    expect((await recordOf('customer', id, name))?.values).toContainEqual(['Seats', ['4711']]);
    await notBehind();
  });

  it('that it lacks something where what was changed can’t be read, and nothing where that was opened alone', async () => {
    const { id, name } = someOrganization();
    at.changeAnswers((request, answer) =>
      request.path.endsWith('organization/profile/fetch') ? { ...answer, status: 403, body: '{}' } : answer,
    );
    await settle(at.ada.call('organizations.get', { id }));
    expect(await recordOf('organization', id, name)).toMatchObject({ name });
    await notBehind();
    await settle(at.ada.call('organizations.rename', { id, name: `${name} Holding`, seen: name }));
    expect(await recordOf('organization', id, name)).toMatchObject({ name });
    expect((await at.status()).kept?.isBehind).toBe(true);
  });
});
