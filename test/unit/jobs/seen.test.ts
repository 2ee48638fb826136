import { notSeen } from '../../../src/domain/kinds/customer-profiles/seen';
import type { CustomerProfileOperation } from '../../../src/domain/kinds/customer-profiles/operation';

const operation = (payload: CustomerProfileOperation['payload']): CustomerProfileOperation => ({
  operationType: 'UPSERT',
  payload,
});
const profile = {
  customerId: 'qm:1',
  displayName: 'Ada',
  organizations: [{ id: '7' }],
  details: [{ name: 'Interests', value: { text: ['a', 'b'] } }],
  entitlements: [
    { product: { id: 'p1' }, entitledEntity: { type: 'CUSTOMER' as const } },
    { product: { id: 'p9' }, entitledEntity: { type: 'ORGANIZATION' as const } },
  ],
};

describe('reading a row back from the site', () => {
  it('sees a row done when the profile shows all of it, in any order of values', () => {
    const asked = operation({
      email: 'ada@example.com',
      displayName: 'Ada',
      details: [{ name: 'Interests', values: ['b', 'a'] }],
      associateOrganizations: { organizationIds: [7] },
      associateProducts: { productIds: ['p1'] },
    });
    expect(notSeen(asked, profile)).toEqual([]);
  });

  it.each([
    ['a name', { displayName: 'Bob' }, ['Display name']],
    ['a value', { details: [{ name: 'Interests', values: ['a'] }] }, ['Interests']],
    ['a field without a value', { details: [{ name: 'Region', values: ['EU'] }] }, ['Region']],
    ['an organization', { associateOrganizations: { organizationIds: [8] } }, ['Organization 8']],
    ['a product that only an organization has', { associateProducts: { productIds: ['p9'] } }, ['Product p9']],
    ['a product', { associateProducts: { productIds: ['p2'] } }, ['Product p2']],
  ])('names %s that is not there', (_, payload, missing) => {
    expect(notSeen(operation(payload), profile)).toEqual(missing);
  });

  it('sees a cleared field done when the profile has no value for it', () => {
    expect(notSeen(operation({ details: [{ name: 'Region', values: [] }] }), profile)).toEqual([]);
  });
});
