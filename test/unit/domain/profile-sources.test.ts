import type { ProfileEntitlement } from '../../../src/contract/profile/views';
import { type Source, firstOf, sourcesOf } from '../../../src/domain/profile/sources';

const entitlement = (id: string, organizationId: string | null, endsOn: string | null = null): ProfileEntitlement => ({
  id,
  product: `Product ${id}`,
  organizationId,
  fields: { details: [], absent: [] },
  endsOn,
});
const idsOf = (sources: readonly Source[]) =>
  sources.map(({ organizationIds, entitlements }) => [organizationIds, entitlements.map(({ id }) => id)]);

describe('what a customer is entitled to', () => {
  const own = entitlement('a', null);

  it('stands under where it comes from, each source once', () => {
    const inherited = [entitlement('b', '4'), entitlement('c', '17'), entitlement('d', '4')];
    expect(idsOf(sourcesOf([own, ...inherited], ['4', '17']))).toEqual([
      [[], ['a']],
      [['4'], ['b', 'd']],
      [['17'], ['c']],
    ]);
  });

  it('stands under one source where nothing tells its organizations apart', () => {
    const inherited = [entitlement('b', '4'), entitlement('c', '17'), entitlement('d', '30'), entitlement('e', '4')];
    expect(idsOf(sourcesOf(inherited, ['17']))).toEqual([
      [
        ['4', '30'],
        ['b', 'd', 'e'],
      ],
      [['17'], ['c']],
    ]);
  });

  it('is cut after so many, and a source of which nothing is left is not there', () => {
    const sources = sourcesOf([own, entitlement('b', '4'), entitlement('c', '4'), entitlement('d', '17')], ['4', '17']);
    expect(idsOf(firstOf(sources, 2))).toEqual([
      [[], ['a']],
      [['4'], ['b']],
    ]);
    expect(firstOf(sources, Infinity)).toEqual(sources);
  });
});
