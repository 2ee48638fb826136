import type { DirectoryRecord } from '../../../../src/contract/directory';
import { heldOf } from '../../../../src/domain/directory/holding';

const product = { id: 'p', name: 'Product' };
const record = (changed: Partial<DirectoryRecord>): DirectoryRecord => ({
  ...{ id: '1', name: 'Ada', email: null, organizations: [], values: [], entitlements: [], customers: null, readAt: 1 },
  ...changed,
});
const entitled = (via: string | null) => record({ entitlements: [{ product, endsOn: null, via }] });

describe('who holds what is taken away', () => {
  it('tells those who hold a product themselves from those who inherit it', () => {
    const held = heldOf({ of: 'product', id: 'p' });
    expect([entitled(null), entitled('7'), record({})].map(held)).toEqual([[''], [], []]);
  });

  it('tells several of a holder by their IDs, where a reading has kept them', () => {
    const held = heldOf({ of: 'product', id: 'p' });
    const own = { product, endsOn: null, via: null };
    expect(
      held(
        record({
          entitlements: [
            { ...own, id: 'a' },
            { ...own, id: 'b' },
          ],
        }),
      ),
    ).toEqual(['a', 'b']);
    expect(held(record({ entitlements: [own, own] }))).toEqual(['']);
  });

  it('keeps those who could not be read: they may hold it', () => {
    expect(heldOf({ of: 'product', id: 'p' })(record({ readAt: 0 }))).toEqual(['']);
  });
});
