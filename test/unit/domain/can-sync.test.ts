import { allKinds } from '../../../src/domain/kinds';
import { canSync, operationOfSync } from '../../../src/domain/syncs/can-sync';

describe('an import', () => {
  it('can be kept in step where it takes nothing away', () => {
    const kept = allKinds().flatMap(({ id, operations }) =>
      operations
        .filter((operation) => canSync({ kind: id, operation: operation.id }))
        .map(({ id: does }) => `${id} ${does}`),
    );
    expect(kept).toEqual(
      expect.arrayContaining(['customer-profiles UPSERT', 'entitlements UPSERT', 'products CREATE']),
    );
    expect(kept.filter((one) => / (DELETE|REMOVE|REVOKE)$/.test(one))).toEqual([]);
    expect(canSync({ kind: 'no-kind', operation: 'CREATE' })).toBe(false);
  });

  it('of a saved mapping creates and updates, where its kind can', () => {
    expect(['customer-profiles', 'entitlements', 'customer-details', 'products'].map(operationOfSync)).toEqual([
      ...['UPSERT', 'UPSERT', 'UPDATE', 'CREATE'],
    ]);
  });
});
