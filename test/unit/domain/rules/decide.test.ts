import fc from 'fast-check';
import type { RuleSettings } from '../../../../src/contract/rules';
import { type SeenEntitlement, decideLeaver, decideMember, isMatching } from '../../../../src/domain/rules/decide';
import { type Found, byCustomer, countsOf, customersOf, grantedAfter } from '../../../../src/domain/rules/found';

interface Entitlement {
  id: string;
  /** A customer, or an organization. */
  holder: string;
  productId: string;
  seats: string;
}

/** A small site: who is in which organization, which of them match, and what everybody is entitled to. */
interface Site {
  tiers: string[];
  members: boolean[][];
  entitlements: Entitlement[];
}

type Wants = Pick<RuleSettings, 'condition' | 'product' | 'values' | 'countsInherited'>;
type Granted = ReadonlyMap<string, string>;

const CUSTOMERS = 6;
const ORGANIZATIONS = 4;
const customers = Array.from({ length: CUSTOMERS }, (_, at) => `c${at}`);

const holder = fc.oneof(
  fc.nat(CUSTOMERS - 1).map((at) => `c${at}`),
  fc.nat(ORGANIZATIONS - 1).map((at) => `o${at}`),
);
const sites: fc.Arbitrary<Site> = fc
  .record({
    tiers: fc.array(fc.constantFrom('Gold', 'gold ', 'Silver', ''), {
      minLength: ORGANIZATIONS,
      maxLength: ORGANIZATIONS,
    }),
    members: fc.array(fc.array(fc.boolean(), { minLength: ORGANIZATIONS, maxLength: ORGANIZATIONS }), {
      minLength: CUSTOMERS,
      maxLength: CUSTOMERS,
    }),
    entitlements: fc.uniqueArray(
      fc.record({
        holder,
        productId: fc.constantFrom('support', 'other'),
        seats: fc.constantFrom('10', '10.0', '3'),
      }),
      { selector: (one) => `${one.holder} ${one.productId}`, maxLength: 12 },
    ),
  })
  .map(({ entitlements, ...site }) => ({
    ...site,
    entitlements: entitlements.map((one, at) => ({ ...one, id: `e${at}` })),
  }));

const wants = fc.boolean().map((countsInherited): Wants => {
  const product = { id: 'support', name: 'Support' };
  const condition = { field: 'Tier', values: ['Gold'] };
  return { condition, product, values: [{ name: 'Seats', values: ['10'] }], countsInherited };
});

const organizationsOf = ({ members }: Site, customer: string): number[] =>
  (members[customers.indexOf(customer)] ?? []).flatMap((isIn, at) => (isIn ? [at] : []));

const seenBy = (site: Site, customer: string): SeenEntitlement[] => {
  const through = new Set(organizationsOf(site, customer).map((at) => `o${at}`));
  return site.entitlements
    .filter((one) => one.holder === customer || through.has(one.holder))
    .map(({ id, productId, seats, holder: by }) => ({
      ...{ id, productId, isDirect: by === customer },
      details: [{ name: 'Seats', values: [seats] }],
    }));
};

/** Decides as a run does: customer by customer of each organization that matches, then those who have left. */
function decide(site: Site, rule: Wants, granted: Granted): Map<string, Found> {
  const isGold = site.tiers.map((tier) => isMatching(rule.condition, [{ name: 'Tier', values: [tier] }]));
  const found: Found[] = [];
  for (let at = 0; at < ORGANIZATIONS; at += 1)
    for (const customer of isGold[at] === true ? customers : [])
      if (organizationsOf(site, customer).includes(at))
        found.push([customer, decideMember(rule, seenBy(site, customer), granted.get(customer)), '', '']);
  const members = byCustomer(found);
  for (const [customer, id] of granted)
    if (!members.has(customer)) found.push([customer, decideLeaver(true, seenBy(site, customer), id), '', '']);
  return byCustomer(found);
}

/** Does on a site what was decided, and answers with what the rule has granted then. */
function apply(site: Site, rule: Wants, granted: Granted): Granted {
  const found = decide(site, rule, granted);
  const made = { granted: new Map<string, string>(), revoked: new Set<string>() };
  for (const [customer] of customersOf(found, 'grant')) {
    const id = `made${site.entitlements.length}-${customer}`;
    site.entitlements.push({ id, holder: customer, productId: rule.product.id, seats: '10' });
    made.granted.set(customer, id);
  }
  for (const [customer] of customersOf(found, 'change'))
    for (const one of site.entitlements) if (one.id === granted.get(customer)) one.seats = '10';
  for (const [customer] of customersOf(found, 'revoke')) {
    site.entitlements = site.entitlements.filter(({ id }) => id !== granted.get(customer));
    made.revoked.add(customer);
  }
  return grantedAfter(granted, found, made);
}

const changes = (found: ReadonlyMap<string, Found>): number => {
  const { grant, change, revoke } = countsOf(found, 0);
  return grant + change + revoke;
};

/** Whom a rule covers, said in one line. */
const covered = (site: Site, customer: string): boolean =>
  organizationsOf(site, customer).some((at) => site.tiers[at]?.trim().toLowerCase() === 'gold');

/** A site on which the rule was applied, what it has granted there, and what became of the site since. */
const lives = fc.tuple(sites, sites, wants, fc.array(fc.boolean(), { minLength: CUSTOMERS, maxLength: CUSTOMERS }));

function lived([first, then, rule, keeps]: [Site, Site, Wants, boolean[]]) {
  const site = structuredClone(first);
  const byOthers = new Set(site.entitlements.map(({ id }) => id));
  const granted = apply(site, rule, new Map());
  // Memberships and fields change; of what the rule has granted, somebody revokes some and changes the rest.
  site.tiers = [...then.tiers];
  site.members = then.members;
  site.entitlements = site.entitlements.flatMap((one): Entitlement[] => {
    if (byOthers.has(one.id)) return [one];
    return keeps[customers.indexOf(one.holder)] === true ? [{ ...one, seats: '3' }] : [];
  });
  return { site, rule, granted, byOthers };
}

describe('what a rule decides', () => {
  it('leaves every customer it covers entitled, and with its values what it has granted', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { site, rule, granted } = lived(life);
        const after = apply(site, rule, granted);
        for (const customer of customers.filter((one) => covered(site, one))) {
          const there = seenBy(site, customer).filter(({ productId }) => productId === 'support');
          expect(there.filter(({ isDirect }) => isDirect || rule.countsInherited)).not.toEqual([]);
          const own = there.find(({ id }) => id === after.get(customer));
          if (own !== undefined) expect(own.details[0]?.values[0]).toMatch(/^10/);
        }
      }),
    );
  });

  it('touches nothing that somebody else has granted, and leaves nothing of its own with those who left', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { site, rule, granted, byOthers } = lived(life);
        const before = site.entitlements.filter(({ id }) => byOthers.has(id));
        const unchanged = structuredClone(before);
        apply(site, rule, granted);
        expect(site.entitlements.filter(({ id }) => byOthers.has(id))).toEqual(unchanged);
        const own = site.entitlements.filter(({ id }) => !byOthers.has(id));
        expect(own.filter((one) => !covered(site, one.holder))).toEqual([]);
      }),
    );
  });

  it('changes nothing more once it was done, and remembers just what is there', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { site, rule, granted, byOthers } = lived(life);
        const after = apply(site, rule, granted);
        expect(changes(decide(site, rule, after))).toBe(0);
        const own = site.entitlements.filter(({ id }) => !byOthers.has(id));
        expect(new Map(own.map((one) => [one.holder, one.id]))).toEqual(after);
      }),
    );
  });
});

describe('what becomes of an entitlement whose customer seems to have left', () => {
  const there: SeenEntitlement = { id: 'e1', productId: 'support', isDirect: true, details: [] };

  it.each([
    ['revoke', 'they have left', true, [there]],
    ['stay', 'they are still in', false, [there]],
    ['stay', 'nobody knows whether they have left', null, [there]],
    ['forget', 'it is gone', true, []],
    ['forget', 'there is another one', true, [{ ...there, id: 'e2' }]],
    ['forget', 'it is inherited', true, [{ ...there, isDirect: false }]],
  ] as const)('is to %s where %s', (decision, _, isOut, entitlements) => {
    expect(decideLeaver(isOut, entitlements, 'e1')).toBe(decision);
  });
});
