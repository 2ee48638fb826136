import { type SimulatedKind, type SimulatedRow, chance, countOf, pick, shownAs } from './draw';
import { addCustomer, addOrganization, customerId, emailOf, join, organizationId, organizationName } from './site';

const MOST_ROWS = 120;

/** Customers or organizations to delete, by what names them or by id; one in ten is nobody's. */
export function removals(random: () => number): SimulatedKind {
  const isCustomer = chance(random, 0.5);
  const rows = Array.from({ length: countOf(random, MOST_ROWS) }, (_, index): SimulatedRow => {
    const exists = chance(random, 0.9);
    const id = isCustomer ? customerId(index) : organizationId(index);
    const name = isCustomer ? emailOf(index) : organizationName(index);
    return {
      cells: chance(random, 0.7) ? [name, ''] : ['', id],
      existed: exists,
      id: () => id,
      ...(exists && { furnish: (state) => (isCustomer ? addCustomer(state, index) : addOrganization(state, index)) }),
      shown: ({ customers, organizations }) =>
        shownAs((isCustomer ? customers : organizations).get(id) === undefined, false),
    };
  });
  return {
    kind: isCustomer ? 'customer-removals' : 'organization-removals',
    operation: 'DELETE',
    columns: [
      ['Name', { to: isCustomer ? 'email' : 'name' }],
      ['ID', { to: isCustomer ? 'customerId' : 'organizationId' }],
    ],
    rows,
    tellsIds: true,
  };
}

export function membershipRemovals(random: () => number): SimulatedKind {
  const rows = Array.from({ length: countOf(random, MOST_ROWS) }, (_, index): SimulatedRow => {
    const organization = Math.floor(index / pick(random, [1, 5]));
    const isMember = chance(random, 0.8);
    const [exists, isById] = [chance(random, 0.95), chance(random, 0.3)];
    return {
      cells: [...(isById ? ['', customerId(index)] : [emailOf(index), '']), organizationName(organization)],
      existed: exists,
      id: () => customerId(index),
      furnish(state) {
        if (exists) addCustomer(state, index);
        if (state.organizations.get(organizationId(organization)) === undefined) addOrganization(state, organization);
        if (exists && isMember) join(state, index, organization);
      },
      shown: ({ organizations }) =>
        shownAs(organizations.get(organizationId(organization))?.customers.has(customerId(index)) === false, false),
    };
  });
  return {
    kind: 'membership-removals',
    operation: 'REMOVE',
    columns: [
      ['Email', { to: 'email' }],
      ['Customer ID', { to: 'customerId' }],
      ['Organization', { to: 'name' }],
    ],
    rows,
    tellsIds: true,
  };
}
