import type { CsmClient } from '../../../csm/client';
import { isolated } from '../../../domain/isolated';
import { refuseIfChanged } from '../../changed';
import type { Handler } from '../../define';
import { notJoined, ownProducts } from '../../not-joined';
import { Refusal } from '../../refusal';
import { fetchOrganizations } from './find';

/** A profile asks for a right of its own: without values, customers and products the name alone is enough. */
export const create: Handler<'organizations.create'> = async (request, { csm }) => {
  const { name, details, customerIds, productIds } = request;
  if (details.length + customerIds.length + productIds.length === 0)
    return { ...(await createPlain(csm, name)), notJoined: [] };
  const { id, customers, entitlements } = await csm.call('create-organization-profile', {
    body: {
      name,
      ...(details.length > 0 && { details }),
      ...(customerIds.length > 0 && { associateCustomers: { customerIds } }),
      ...(productIds.length > 0 && { associateProducts: { productIds } }),
    },
  });
  return {
    id,
    notJoined: [
      ...notJoined(
        customerIds,
        customers?.map((customer) => customer.id),
      ),
      ...notJoined(productIds, ownProducts(entitlements, 'ORGANIZATION')),
    ],
  };
};

/** The contract promises no id in this answer: without one, the organization is asked for by its name. */
async function createPlain(csm: CsmClient, name: string): Promise<{ id: string }> {
  const created = await csm.call('create-organization', { body: { name } });
  const id = created.id ?? (await fetchOrganizations(csm, { organizationNames: [name] }))[0]?.id;
  if (id !== undefined) return { id };
  const advice = 'Find it by name in a minute.';
  throw new Refusal('NOT_FOUND', `“${isolated(name)}” was created, but your site doesn’t show it yet.`, advice);
}

export const rename: Handler<'organizations.rename'> = async ({ id, name, seen }, { csm }) => {
  refuseIfChanged('the name', [seen], [await nameOf(csm, id)]);
  const renamed = await csm.call('update-organization', { path: { organizationId: id }, body: { name } });
  return { name: renamed.name ?? name };
};

export const remove: Handler<'organizations.delete'> = async ({ id, seen }, { csm }) => {
  const name = await nameOf(csm, id);
  if (name !== seen) {
    const advice = 'Check the organization again before you delete it.';
    throw new Refusal(
      'CONFLICT',
      `“${isolated(seen)}” was renamed since you opened it. It’s now “${isolated(name)}”.`,
      advice,
    );
  }
  await csm.call('delete-organization', { path: { organizationId: id } });
  return {};
};

/** @throws Refusal NOT_FOUND where there is no such organization; SiteError */
async function nameOf(csm: CsmClient, id: string): Promise<string> {
  const [organization] = await fetchOrganizations(csm, { organizationIds: [id] });
  if (organization === undefined) throw new Refusal('NOT_FOUND', `Your site no longer has organization ${id}.`);
  return organization.name;
}
