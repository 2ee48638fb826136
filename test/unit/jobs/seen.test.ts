import { lacking, notSeen, partsOf } from '../../../src/domain/kinds/customer-profiles/seen';
import type { CustomerProfilePayload } from '../../../src/domain/kinds/customer-profiles/operation';

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
    const asked: CustomerProfilePayload = {
      email: 'ada@example.com',
      displayName: 'Ada',
      details: [{ name: 'Interests', values: ['b', 'a'] }],
      associateOrganizations: { organizationIds: [7] },
      associateProducts: { productIds: ['p1'] },
    };
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
    expect(notSeen(payload, profile).map(({ what }) => what)).toEqual(missing);
  });

  it('sees a cleared field done when the profile has no value for it', () => {
    expect(notSeen({ details: [{ name: 'Region', values: [] }] }, profile)).toEqual([]);
  });

  it('does not lack what the site writes in another notation, and lacks another value', () => {
    const seen = (text: string) => ({ ...profile, details: [{ name: 'Interests', value: { text: [text] } }] });
    const lacks = (wanted: string, text: string) =>
      lacking({ details: [{ name: 'Interests', values: [wanted] }] }, seen(text)).length > 0;
    expect(lacks('42', '42.0')).toBe(false);
    expect(lacks('+49 30 555', '+4930555')).toBe(false);
    expect(lacks('EU', 'US')).toBe(true);
    expect(lacks('€', '£')).toBe(true);
  });

  it('names the parts that a row writes as it names what lacks', () => {
    const asked = { details: [{ name: 'Region', values: ['EU'] }], associateOrganizations: { organizationIds: [8] } };
    expect(lacking(asked, profile).map(({ part }) => part)).toEqual(partsOf(asked));
  });
});
