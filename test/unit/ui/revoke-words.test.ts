import type { EntitlementView } from '../../../src/contract/entitlements';
import { losers, losses } from '../../../src/ui/admin/entitlements/revoke-words';

const entitlementWith = (values: number): EntitlementView => ({
  id: '1',
  product: { id: '2', name: 'Tracker' },
  heldBy: { entity: 'organization', id: '3', name: 'Acme', email: null },
  details: Array.from({ length: values }, (_, at) => {
    return { name: `Field ${at}`, type: 'TEXT', values: ['x'], options: [] };
  }),
});

describe('what goes with an entitlement', () => {
  it.each([
    [1, 'Its detail value is deleted with it. You can’t undo this.'],
    [3, 'Its 3 detail values are deleted with it. You can’t undo this.'],
  ])('counts its detail values in good English: %d', (values, words) => {
    expect(losses(entitlementWith(values))).toBe(words);
  });

  it.each([
    [1, 'Acme loses Tracker, along with the one customer who inherits it.'],
    [2, 'Acme loses Tracker, along with the 2 customers who inherit it.'],
    [null, 'Acme loses Tracker, along with the customers who inherit it.'],
  ])('counts who inherits it in good English: %p', (inheritors, words) => {
    expect(losers(entitlementWith(0), 'Acme', inheritors)).toBe(words);
  });
});
