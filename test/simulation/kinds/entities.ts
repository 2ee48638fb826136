import { type SimulatedKind, type SimulatedRow, chance, countOf, fields, pick, shownAs } from './draw';
import {
  addCustomer,
  addOrganization,
  customerId,
  emailOf,
  isEntitled,
  organizationId,
  organizationName,
} from './site';

export function customerAccounts(random: () => number): SimulatedKind {
  const operation = pick(random, ['CREATE', 'UPDATE']);
  const rows = Array.from({ length: countOf(random, 300) }, (_, index): SimulatedRow => {
    const exists = chance(random, operation === 'UPDATE' ? 0.8 : 0.2);
    return {
      cells: [emailOf(index), `Customer ${index}`],
      existed: exists,
      id: ({ customers }) => customers.find(emailOf(index))?.id,
      ...(exists && { furnish: (state) => addCustomer(state, index) }),
      shown: ({ customers }) => shownAs(customers.find(emailOf(index))?.displayName === `Customer ${index}`, false),
    };
  });
  return {
    kind: 'customer-accounts',
    operation,
    columns: [
      ['Email', { to: 'email' }],
      ['Name', { to: 'displayName' }],
    ],
    rows,
    tellsIds: false,
  };
}

export function organizationNames(random: () => number): SimulatedKind {
  const operation = pick(random, ['CREATE', 'UPDATE']);
  const isUpdate = operation === 'UPDATE';
  const rows = Array.from({ length: countOf(random, 300) }, (_, index): SimulatedRow => {
    const exists = chance(random, isUpdate ? 0.8 : 0.2);
    const name = isUpdate ? `Renamed ${index}` : organizationName(index);
    return {
      cells: isUpdate ? [name, organizationId(index)] : [name],
      existed: exists,
      id: ({ organizations }) => (isUpdate ? organizationId(index) : organizations.find(name)?.id),
      ...(exists && { furnish: (state) => addOrganization(state, index) }),
      shown: ({ organizations }) =>
        shownAs(
          (isUpdate ? organizations.get(organizationId(index))?.name : organizations.find(name)?.name) === name,
          false,
        ),
    };
  });
  return {
    kind: 'organization-names',
    operation,
    columns: [
      ['Name', { to: 'name' }],
      ...(isUpdate ? [['ID', { to: 'organizationId' }] as [string, { to: string }]] : []),
    ],
    rows,
    tellsIds: false,
  };
}

/** Members are found by email: one in twenty is nobody's. */
export function organizationProfiles(random: () => number): SimulatedKind {
  const operation = pick(random, ['UPSERT', 'CREATE', 'UPDATE']);
  const rows = Array.from({ length: countOf(random, 300) }, (_, index): SimulatedRow => {
    const exists = chance(random, operation === 'UPDATE' ? 0.8 : 0.2);
    const hasMember = chance(random, 0.4);
    const member = hasMember ? (chance(random, 0.05) ? 'nobody@example.com' : emailOf(index)) : '';
    const region = pick(random, ['EU', 'US']);
    const locked = chance(random, 0.1) ? 'note' : '';
    const product = chance(random, 0.3) ? 'Support' : '';
    return {
      cells: [organizationName(index), region, locked, member, product],
      existed: exists,
      id: ({ organizations }) => organizations.find(organizationName(index))?.id,
      furnish(state) {
        if (exists) addOrganization(state, index);
        if (hasMember) addCustomer(state, index);
      },
      shown(state) {
        const there = state.organizations.find(organizationName(index));
        const isDone =
          there?.details.get('Region')?.[0] === region &&
          (!hasMember || there.customers.has(customerId(index))) &&
          (product === '' || isEntitled(state, there.id, 'p-support') !== undefined);
        return shownAs(isDone, locked !== '');
      },
    };
  });
  return {
    kind: 'organization-profiles',
    operation,
    columns: [
      ['Name', { to: 'name' }],
      ['Region', { to: 'detail', field: 'Region' }],
      ['Notes', { to: 'detail', field: 'Notes' }],
      ['Customers', { to: 'memberEmail' }],
      ['Product', { to: 'product', by: 'name' }],
    ],
    fields: [fields.region, fields.locked],
    products: [['Support', 'p-support']],
    rows,
    tellsIds: false,
  };
}
