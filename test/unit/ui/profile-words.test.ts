import {
  emptyWords,
  endedWords,
  expiryWords,
  otherIssuesWords,
  soonWords,
  sourceWords,
} from '../../../src/ui/customer-profile/words';
import { expiryOf } from '../../../src/domain/profile/expiry';

describe('the badge of an entitlement', () => {
  it.each([
    ['2026-01-04', 'Ended yesterday'],
    ['2025-12-16', 'Ended 20 days ago'],
    ['2025-12-05', 'Ended Dec 5, 2025'],
    ['2026-01-05', 'Ends today'],
    ['2026-01-06', 'Ends tomorrow'],
    ['2026-01-17', 'Ends in 12 days'],
    ['2027-01-31', 'Ends Jan 31, 2027'],
  ])('for its last day %s says “%s” on January 5, 2026', (endsOn, words) => {
    const expiry = expiryOf(endsOn, '2026-01-05');
    expect(expiry && expiryWords(expiry, endsOn)).toBe(words);
  });
});

describe('what has ended, at a glance', () => {
  it('is counted, and what ends soon beside it', () => {
    expect([endedWords(1), endedWords(3)]).toEqual(['1 product ended', '3 products ended']);
    expect([soonWords(1, true), soonWords(3, true)]).toEqual(['1 product ends soon', '3 products end soon']);
    expect([soonWords(1, false), soonWords(3, false)]).toEqual(['1 ends soon', '3 end soon']);
  });
});

describe('the fields that hold nothing', () => {
  it.each([
    [1, 12, '1 of 12 fields is empty'],
    [3, 12, '3 of 12 fields are empty'],
    [12, 12, 'All fields are empty'],
  ])('%i of %i', (empty, all, words) => {
    expect(emptyWords(empty, all)).toBe(words);
  });
});

describe('the heading over other issues', () => {
  it.each([
    [0, false, 'No other open issues'],
    [1, false, '1 other open issue'],
    [5, false, '5 other open issues'],
    [5, true, 'More than 5 other open issues'],
  ])('for %i found, more of them: %s', (count, hasMore, words) => {
    expect(otherIssuesWords(count, hasMore)).toBe(words);
  });
});

describe('where an entitlement comes from', () => {
  it.each([
    [[], 'Granted directly'],
    [['4'], 'Inherited from Acme GmbH'],
    [['5'], 'Inherited from an organization'],
    [['5', '6'], 'Inherited from 2 organizations'],
  ])('%j is “%s”', (organizationIds, words) => {
    expect(sourceWords(organizationIds, [{ id: '4', name: 'Acme GmbH' }])).toBe(words);
  });
});
