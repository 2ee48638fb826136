import type { ProfileEntitlement } from '../../../src/contract/profile/views';
import { type Source, countIn, firstOf, sourcesOf } from '../../../src/domain/profile/sources';

const TODAY = '2026-01-05';
const ENDED = '2026-01-04';
const SOON = '2026-01-05';
const LATER = '2027-01-05';

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
    expect(idsOf(sourcesOf([own, ...inherited], ['4', '17'], TODAY))).toEqual([
      [[], ['a']],
      [['4'], ['b', 'd']],
      [['17'], ['c']],
    ]);
  });

  it('stands under one source where nothing tells its organizations apart', () => {
    const inherited = [entitlement('b', '4'), entitlement('c', '17'), entitlement('d', '30'), entitlement('e', '4')];
    expect(idsOf(sourcesOf(inherited, ['17'], TODAY))).toEqual([
      [
        ['4', '30'],
        ['b', 'd', 'e'],
      ],
      [['17'], ['c']],
    ]);
  });

  it('begins in each source, and with the organization, of what has ended and what ends soon', () => {
    const entitlements = [
      entitlement('a', '4', LATER),
      entitlement('b', '17', ENDED),
      entitlement('c', null, 'no day'),
      entitlement('d', null, SOON),
      entitlement('e', '4', SOON),
      entitlement('f', null),
      entitlement('g', null, ENDED),
    ];
    const sources = sourcesOf(entitlements, ['4', '17'], TODAY);
    expect(idsOf(sources)).toEqual([
      [[], ['g', 'd', 'c', 'f']],
      [['17'], ['b']],
      [['4'], ['e', 'a']],
    ]);
    expect((['ended', 'soon', 'later'] as const).map((state) => countIn(state, entitlements, TODAY))).toEqual([
      2, 2, 3,
    ]);
  });

  it('is cut after so many, and a source of which nothing is left is not there', () => {
    const inherited = [entitlement('b', '4'), entitlement('c', '4'), entitlement('d', '17')];
    const sources = sourcesOf([own, ...inherited], ['4', '17'], TODAY);
    expect(idsOf(firstOf(sources, 2))).toEqual([
      [[], ['a']],
      [['4'], ['b']],
    ]);
    expect(firstOf(sources, Infinity)).toEqual(sources);
  });
});
