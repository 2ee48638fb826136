import type { DirectoryRecord } from '../../../../src/contract/directory';
import { holderOf } from '../../../../src/domain/directory/holding';

const product = { id: 'p', name: 'Product' };
const record = (changed: Partial<DirectoryRecord>): DirectoryRecord => ({
  ...{ id: '1', name: 'Ada', email: null, organizations: [], values: [], entitlements: [], customers: null, readAt: 1 },
  ...changed,
});
const entitled = (via: string | null) => record({ entitlements: [{ product, endsOn: null, via }] });

describe('who holds what is taken away', () => {
  it('tells those who hold a product themselves from those who inherit it', () => {
    const holds = holderOf({ of: 'product', id: 'p' });
    expect([entitled(null), entitled('7'), record({})].map(holds)).toEqual([true, false, false]);
  });

  it('keeps those who could not be read: they may hold it', () => {
    expect(holderOf({ of: 'product', id: 'p' })(record({ readAt: 0 }))).toBe(true);
  });
});
