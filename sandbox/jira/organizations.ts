import { joinOrganization, leaveOrganization } from '../csm/associations';
import type { Customer, Organization } from '../csm/model';
import { badRequest, forbidden, notFound } from '../csm/refusal';
import type { JiraCall } from './call';
import { page } from './page';
import { userView } from './users';

function requireAgent({ caller }: JiraCall): void {
  if (!caller.rights.includes('agent')) throw forbidden('You do not have the permission to do this.');
}

function organizationOf({ site, param }: JiraCall): Organization {
  const organization = site.state.organizations.get(param);
  if (organization === undefined) throw notFound(`There is no organization ${param}.`);
  return organization;
}

export function listOrganizations(call: JiraCall): object {
  requireAgent(call);
  return page(call.query, [...call.site.state.organizations.values()], ({ id, name }) => ({
    id,
    name,
    _links: { self: `https://sandbox.example/rest/servicedeskapi/organization/${id}` },
  }));
}

export function listOrganizationUsers(call: JiraCall): object {
  requireAgent(call);
  const customers = [...organizationOf(call).customers]
    .map((id) => call.site.state.customers.get(id))
    .filter((customer) => customer !== undefined);
  return page(call.query, customers, ({ id, displayName, email }) => userView({ accountId: id, displayName, email }));
}

/**
 * Puts customers into an organization; those that are in it stay.
 * @throws Refusal 400, with nobody put in, for an account that is no customer's or in too many organizations.
 */
export function addOrganizationUsers(call: JiraCall): undefined {
  requireAgent(call);
  const { state } = call.site;
  const organization = organizationOf(call);
  const customers = accountIds(call.body).map((id) => {
    const customer = state.customers.get(id);
    if (customer === undefined) throw badRequest(`There is no customer ${id}.`);
    return customer;
  });
  const joined: Customer[] = [];
  for (const customer of customers) {
    if (organization.customers.has(customer.id)) continue;
    const refusal = joinOrganization(state, customer, organization.id);
    if (refusal === null) joined.push(customer);
    else {
      for (const each of joined) leaveOrganization(each, organization);
      throw refusal;
    }
  }
}

/** Takes customers out of an organization; those that are not in it are passed over. */
export function removeOrganizationUsers(call: JiraCall): undefined {
  requireAgent(call);
  const organization = organizationOf(call);
  for (const id of accountIds(call.body)) {
    const customer = call.site.state.customers.get(id);
    if (customer !== undefined) leaveOrganization(customer, organization);
  }
}

/** @throws Refusal 400 for a body that is not `{accountIds: string[]}`. */
function accountIds(body: string | null): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body ?? '');
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
  const ids: unknown =
    typeof parsed === 'object' && parsed !== null && 'accountIds' in parsed ? parsed.accountIds : null;
  const isText = (id: unknown): id is string => typeof id === 'string';
  if (!Array.isArray(ids) || !ids.every(isText)) throw badRequest('accountIds is a list of account ids.');
  return ids;
}
