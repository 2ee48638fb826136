import type { DirectoryStatus } from '../../../src/contract/directory';
import type { ImportColumn } from '../../../src/contract/imports';
import { kindOf } from '../../../src/domain/kinds';
import {
  comparedWithWords,
  costWords,
  proposedWay,
  siteRequests,
  wayLabels,
  withoutDirectory,
} from '../../../src/ui/admin/imports/wizard/comparison';

const customers = kindOf('customer-profiles');
const NOON = new Date(2026, 0, 5, 12).getTime();
const HOUR = 60 * 60_000;
const kept: NonNullable<DirectoryStatus['kept']> = {
  ...{ generation: '1', customers: 3_000, organizations: 100, asOf: NOON, by: 'Ada', hasValues: true, endField: null },
  ...{ hasEntitlementValues: true, gaps: [], isOutdated: false, catchesUp: false, isBehind: false },
};
const to = (...targets: string[]): ImportColumn[] => targets.map((one) => ({ header: one, target: { to: one } }));
const none = { new: 0, changed: 0, unchanged: 0, failing: 0, unknown: 0, unread: 0 };
const comparison = { ...none, joinedUnchanged: 0, joinedFailing: 0, changedRows: [], failingRows: [] };

describe('comparing with the directory', () => {
  it('is offered with its age and without requests, beside what the site costs', () => {
    expect(withoutDirectory(customers, to('email', 'detail'), kept)).toBeNull();
    const labels = wayLabels(to('email'), 100_000, kept, NOON + 5 * HOUR);
    expect(labels.directory).toMatch(
      /^Your site as it was read on Jan 5, 2026, 12:00\sPM \(5 hours ago\): no requests$/,
    );
    expect(labels.site).toBe('Your site as it is now: about 4,000 requests and 7 min');
  });

  it('is proposed for many rows', () => {
    expect([proposedWay(2_000), proposedWay(2_001)]).toEqual(['site', 'directory']);
  });

  it('is not offered while the directory lacks what the app has changed, which is said', () => {
    expect(withoutDirectory(customers, to('email'), { ...kept, isBehind: true })).toMatch(/^The app has changed/);
  });

  it('is not offered for values where none are kept, but for names', () => {
    const noValues = { ...kept, hasValues: false };
    expect(withoutDirectory(customers, to('email', 'detail'), noValues)).toMatch(/keeps no detail values/);
    expect(withoutDirectory(customers, to('externalId'), noValues)).toMatch(/keeps no detail values/);
    expect(withoutDirectory(customers, to('email', 'displayName'), noValues)).toBeNull();
  });

  it('is no matter of kinds of which the directory has no records, nor of a site that was never read', () => {
    expect(withoutDirectory(kindOf('entitlements'), to('email'), kept)).toBeUndefined();
    expect(withoutDirectory(kindOf('products'), to('name'), kept)).toBeUndefined();
    expect(withoutDirectory(customers, to('email'), null)).toBeUndefined();
  });

  it('tells afterwards of when it is, and which rows were read from the site', () => {
    expect(comparedWithWords(comparison)).toBe('Each record was read from your site.');
    expect(comparedWithWords({ ...comparison, asOf: NOON })).toMatch(
      /as it was read on Jan 5, 2026, 12:00\sPM\. Changes/,
    );
    expect(comparedWithWords({ ...comparison, asOf: NOON, reread: 1 })).toMatch(
      /PM, and 1 row with your site itself\. Changes/,
    );
  });
});

describe('the requests of a comparison with the site', () => {
  it('are a fetch for 25 rows, and a search for each row that no ID is known of', () => {
    expect(siteRequests(to('customerId'), 100, false)).toBe(4);
    expect(siteRequests(to('email'), 100, true)).toBe(4);
    expect(siteRequests(to('email'), 100, false)).toBe(104);
    // Nobody is known by an External ID.
    expect(siteRequests(to('externalId'), 100, true)).toBe(104);
  });

  it('are told of many rows alone', () => {
    expect(costWords(to('email'), 2_000, false)).toBe('');
    expect(costWords(to('email'), 100_000, false)).toBe(
      ' It takes up to 104,000 requests and 2 h 53 min. You can stop it.',
    );
  });
});
