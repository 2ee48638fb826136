import type { RequestOf } from '../../../contract/resolvers';
import type { entitlementResolvers } from '../../../contract/resolvers/entitlements';
import type { CsmClient } from '../../../csm/client';
import { SiteError } from '../../../platform/http/site-error';
import type { Handler, HandlersOf } from '../../define';
import { noting } from '../../directory/noting';
import { holderOf } from '../../entitlement-holder';
import { Refusal } from '../../refusal';
import { customerNames, entitlementView, holderNames, organizationNames } from './views';

const holderName: Handler<'entitlements.holder'> = async ({ holder: { entity, id } }, { csm }) => {
  const [named] = entity === 'customer' ? await customerNames(csm, [id]) : await organizationNames(csm, [id]);
  if (named === undefined) throw new Refusal('NOT_FOUND', `Your site has no ${entity} ${id}.`);
  return named[1];
};

/** Only those it inherits from are looked up: its own name is known to whoever asks. */
const list: Handler<'entitlements.list'> = async ({ holder, productId }, { csm }) => {
  const query = { product: productId };
  const entitlements =
    holder.entity === 'customer'
      ? await csm.call('get-customer-entitlements', { path: { customerId: holder.id }, query })
      : await csm.call('get-organization-entitlements', { path: { organizationId: holder.id }, query });
  const inherited = entitlements.filter(({ entitledEntity }) => entitledEntity.id !== holder.id);
  const names = await holderNames(csm, inherited);
  return { entitlements: entitlements.map((each) => entitlementView(each, names)) };
};

const get: Handler<'entitlements.get'> = async ({ id }, { csm }) => {
  const entitlement = await csm.call('get-entitlement', { path: { entitlementId: id } });
  return entitlementView(entitlement, await holderNames(csm, [entitlement]));
};

const grant: Handler<'entitlements.grant'> = async ({ holder, productId }, { csm }) => {
  const body = { productId };
  const granted =
    holder.entity === 'customer'
      ? await csm.call('create-customer-entitlement', { path: { customerId: holder.id }, body })
      : await csm.call('create-organization-entitlement', { path: { organizationId: holder.id }, body });
  return entitlementView(granted, new Map());
};

/** One that somebody else has revoked meanwhile is revoked: that is what was asked for. Nobody tells afterwards who held it. */
const revoked = noting(
  async ({ id }: RequestOf<'entitlements.revoke'>, { csm }) => {
    const holder = await holderOf(csm, id).catch(unlessGone);
    if (holder === null) return [];
    try {
      await csm.call('delete-entitlement', { path: { entitlementId: id } });
    } catch (error) {
      if (await isThere(csm, id)) throw error;
    }
    return [holder];
  },
  (_, holders) => holders,
);

const revoke: Handler<'entitlements.revoke'> = async (request, visit) => {
  await revoked(request, visit);
  return {};
};

function unlessGone(error: unknown): null {
  if (error instanceof SiteError && error.kind === 'not-found') return null;
  throw error;
}

/** Whether it is there, as far as is known. What is not there, the site refuses to delete as it refuses anything else. */
async function isThere(csm: CsmClient, entitlementId: string): Promise<boolean> {
  try {
    await csm.call('get-entitlement', { path: { entitlementId } });
    return true;
  } catch (error) {
    return !(error instanceof SiteError && error.kind === 'not-found');
  }
}

export const entitlementHandlers: HandlersOf<typeof entitlementResolvers> = {
  'entitlements.holder': holderName,
  'entitlements.list': list,
  'entitlements.get': get,
  'entitlements.grant': noting(grant, ({ holder: { entity, id } }) => [{ entity, id }]),
  'entitlements.revoke': revoke,
};
