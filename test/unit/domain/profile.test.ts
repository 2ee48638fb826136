import type { DetailValue } from '../../../src/contract/details';
import { arrange, emptyFields } from '../../../src/domain/profile/arrange';
import { dayOf, expiryOf } from '../../../src/domain/profile/expiry';
import { otherOpenIssuesOf } from '../../../src/domain/profile/other-issues';
import { moved } from '../../../src/domain/moved';
import { goneFields, renamedIn, rulesFor } from '../../../src/domain/profile/rules';

const field = (name: string, ...values: string[]): DetailValue => ({ name, type: 'TEXT', options: [], values });
const rule = (name: string, isShown = true) => ({ name, isShown, isReadOnly: false });
const names = (details: readonly DetailValue[]) => details.map(({ name }) => name);

describe('the fields of a profile', () => {
  const details = [field('Region', 'EU'), field('Tier'), field('Phone'), field('Seats', '5')];

  it('stand in the order of the site while nobody has decided about them', () => {
    expect(arrange(details, [])).toEqual({ details, absent: [] });
  });

  it('stand in the order of the rules, and those without a rule after them', () => {
    expect(names(arrange(details, [rule('Seats'), rule('Region')]).details)).toEqual([
      'Seats',
      'Region',
      'Tier',
      'Phone',
    ]);
  });

  it('are left out where the rules say so', () => {
    expect(names(arrange(details, [rule('Tier', false), rule('Phone', false)]).details)).toEqual(['Region', 'Seats']);
  });

  it('are named as absent where the rules show them and the site does not send them', () => {
    expect(arrange(details, [rule('Credit limit'), rule('Secret', false)]).absent).toEqual(['Credit limit']);
  });

  it('are missing where they hold nothing', () => {
    expect(emptyFields(details)).toEqual(['Tier', 'Phone']);
  });
});

describe('the end of an entitlement', () => {
  it.each([
    ['2026-01-04', { state: 'ended', daysAgo: 1 }],
    ['2026-01-05', { state: 'soon', daysLeft: 0 }],
    ['2026-02-04', { state: 'soon', daysLeft: 30 }],
    ['2026-02-05', { state: 'later', daysLeft: 31 }],
    ['2025-01-05', { state: 'ended', daysAgo: 365 }],
  ])('on %s is told against January 5, 2026', (endsOn, expected) => {
    expect(expiryOf(endsOn, '2026-01-05')).toEqual(expected);
  });

  it('counts days of the calendar across the change of the clocks', () => {
    expect(expiryOf('2026-04-01', '2026-03-01')).toEqual({ state: 'later', daysLeft: 31 });
  });

  it.each(['', 'next year', '2026-13-45', '2026-02-30', '05/01/2026'])(
    'is unknown where the field holds “%s”',
    (endsOn) => {
      expect(expiryOf(endsOn, '2026-01-05')).toBeNull();
    },
  );

  it('is told against the day on the calendar of whoever looks', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 10, 30).getTime())).toBe('2026-11-30');
  });
});

describe('the query for other open issues', () => {
  it('keeps what is in its values from becoming a part of it', () => {
    expect(otherOpenIssuesOf('qm:a" OR reporter = "b\\', 'CARE-1')).toBe(
      'reporter = "qm:a\\" OR reporter = \\"b\\\\" AND statusCategory != Done AND key != "CARE-1" ORDER BY updated DESC',
    );
  });
});

describe('the rules of the fields, as administrators change them', () => {
  const rules = [rule('Tier', false), rule('Gone'), rule('Region')];

  it('have one for each field that the site has, new ones shown and last, and none for others', () => {
    expect(rulesFor(['Region', 'Phone', 'Tier'], rules)).toEqual([rule('Tier', false), rule('Region'), rule('Phone')]);
    expect(goneFields(['Region', 'Phone', 'Tier'], rules)).toEqual(['Gone']);
  });

  it('move one place at a time, and stay where there is no further one', () => {
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    const movedTo = (name: string, by: -1 | 1) => moved(rules, (one) => one.name === name, by);
    expect(names(movedTo('Region', -1))).toEqual(['Tier', 'Region', 'Gone']);
    expect(names(movedTo('Tier', 1))).toEqual(['Gone', 'Tier', 'Region']);
    expect(movedTo('Tier', -1)).toEqual(rules);
    expect(movedTo('Region', 1)).toEqual(rules);
  });
});

describe('the settings of the profile, when a field is renamed', () => {
  const hidden = { name: 'Phone', isShown: false, isReadOnly: false };
  const stale = { name: 'Region', isShown: true, isReadOnly: false };
  const settings = { customer: [stale, hidden], organization: [], entitlement: [], entitlementEnd: null };

  it('follow it over a rule that a deleted field of that name has left', () => {
    expect(renamedIn(settings, 'customer', 'Phone', 'Region')?.customer).toEqual([{ ...hidden, name: 'Region' }]);
  });

  it('do not give it the rule of a deleted field', () => {
    expect(renamedIn(settings, 'customer', 'Tier', 'Region')?.customer).toEqual([hidden]);
  });

  it('stay as they are where they name neither', () => {
    expect(renamedIn(settings, 'customer', 'Tier', 'Level')).toBeNull();
  });
});
