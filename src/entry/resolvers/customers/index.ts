import type { RequestOf } from '../../../contract/resolvers';
import type { customerResolvers } from '../../../contract/resolvers/customers';
import { refuseIfChanged } from '../../changed';
import type { Handler, HandlersOf, Visit } from '../../define';
import type { Touched } from '../../../directory/changes';
import { noting } from '../../directory/noting';
import { notJoined, ownProducts } from '../../not-joined';
import { find } from './find';
import { recognize } from './recognize';
import { get, organizationNames } from './view';

/** Organizations of one page of the picker: two of the site's own pages. */
const PICKED_PAGE = 100;

const touched = ({ id }: { id: string }) => [{ entity: 'customer', id }] as const;

/** With the organizations that count one customer more or less. */
const withOrganizations = (id: string, organizationIds: readonly string[]): Touched[] => [
  ...touched({ id }),
  ...organizationIds.map((organizationId) => ({ entity: 'organization' as const, id: organizationId })),
];

const createAccount: Handler<'customers.createAccount'> = async (account, { csm }) => {
  const { customerId } = await csm.call('create-customer', { body: accountOf(account) });
  return { id: customerId };
};

const create: Handler<'customers.create'> = async (request, { csm }) => {
  const { details, organizationIds, productIds, ...account } = request;
  const { customerId, organizations, entitlements } = await csm.call('create-customer-profile', {
    body: {
      ...accountOf(account),
      ...(details.length > 0 && { details }),
      // The contract has organization ids as strings everywhere but here.
      ...(organizationIds.length > 0 && { associateOrganizations: { organizationIds: organizationIds.map(Number) } }),
      ...(productIds.length > 0 && { associateProducts: { productIds } }),
    },
  });
  return {
    id: customerId,
    notJoined: [
      ...notJoined(
        organizationIds,
        organizations?.map(({ id }) => id),
      ),
      ...notJoined(productIds, ownProducts(entitlements, 'CUSTOMER')),
    ],
  };
};

function accountOf({ email, displayName }: { email: string; displayName: string | null }) {
  return { email, ...(displayName !== null && { displayName }) };
}

const rename: Handler<'customers.rename'> = async ({ id, displayName, seen }, { csm }) => {
  const path = { customerId: id };
  const present = await csm.call('get-customer-account', { path });
  refuseIfChanged('the name', [seen], [present.displayName]);
  return { displayName: (await csm.call('update-customer-account', { path, body: { displayName } })).displayName };
};

const removed = noting(
  async ({ id }: RequestOf<'customers.delete'>, { csm }) => {
    const organizationIds = await organizationIdsOf(csm, id);
    await csm.call('delete-customer-account', { path: { customerId: id } });
    return organizationIds;
  },
  ({ id }, organizationIds) =>
    withOrganizations(id, organizationIds).map((one) => (one.id === id ? { ...one, isGone: true } : one)),
);

const remove: Handler<'customers.delete'> = async (request, visit) => {
  await removed(request, visit);
  return {};
};

/** None where the site doesn't show them: their counts are known again with the next reading, and nobody stays for that. */
const organizationIdsOf = (csm: Visit['csm'], customerId: string): Promise<string[]> =>
  organizationsOf(csm, customerId).then(
    ({ organizations: all }) => all.map(({ id }) => id),
    () => [],
  );

const membership = ({ id, organizationId }: RequestOf<'customers.join'>) => withOrganizations(id, [organizationId]);

/** Told to the directory before the answer is read: that may fail. */
const joined = noting(async ({ id, organizationId }: RequestOf<'customers.join'>, { jira }) => {
  await jira.addMembers(organizationId, [id]);
  return {};
}, membership);
const left = noting(async ({ id, organizationId }: RequestOf<'customers.leave'>, { jira }) => {
  await jira.removeMembers(organizationId, [id]);
  return {};
}, membership);

const join: Handler<'customers.join'> = async (request, visit) => {
  await joined(request, visit);
  return organizationsOf(visit.csm, request.id);
};

const leave: Handler<'customers.leave'> = async (request, visit) => {
  await left(request, visit);
  return organizationsOf(visit.csm, request.id);
};

/** Read back: what the site holds now is what the page shows. */
async function organizationsOf(csm: Visit['csm'], customerId: string) {
  const { organizations } = await csm.call('get-customer', { path: { customerId } });
  return { organizations: organizationNames(organizations) };
}

const organizations: Handler<'customers.organizations'> = async ({ cursor }, { jira }) => {
  const start = Number(cursor ?? 0);
  const half = PICKED_PAGE / 2;
  const [first, second] = await Promise.all([
    jira.listOrganizations({ start, limit: half }),
    jira.listOrganizations({ start: start + half, limit: half }),
  ]);
  return {
    organizations: [...first.organizations, ...second.organizations],
    next: second.isLast ? null : String(start + PICKED_PAGE),
  };
};

export const customerHandlers: HandlersOf<typeof customerResolvers> = {
  'customers.find': find,
  'customers.recognize': recognize,
  'customers.get': noting(get, ({ id }) => [{ entity: 'customer', id, isOnlySeen: true }]),
  'customers.createAccount': noting(createAccount, (_, created) => touched(created)),
  'customers.create': noting(create, ({ organizationIds }, { id }) => withOrganizations(id, organizationIds)),
  'customers.rename': noting(rename, ({ id, seen }) => [{ entity: 'customer', id, was: seen }]),
  'customers.delete': remove,
  'customers.join': join,
  'customers.leave': leave,
  'customers.organizations': organizations,
};
