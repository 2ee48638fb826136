import type { OrganizationName } from '../../contract/customers';
import { isolated } from '../../domain/isolated';
import type { Expiry } from '../../domain/profile/expiry';
import { countOf } from '../shared/format';
import { valueWords } from '../shared/details/value-words';

/** What has ended longer ago than these is told by its day: nobody counts in hundreds of days. */
const DAYS_COUNTED = 30;

/** "Ended 20 days ago", "Ends tomorrow", and for what is further off the day: "Ends Jan 31, 2027". @param endsOn the last day, as YYYY-MM-DD */
export function expiryWords(expiry: Expiry, endsOn: string): string {
  switch (expiry.state) {
    case 'ended':
      if (expiry.daysAgo > DAYS_COUNTED) return `Ended ${valueWords('DATE', endsOn)}`;
      return expiry.daysAgo === 1 ? 'Ended yesterday' : `Ended ${countOf(expiry.daysAgo, 'day')} ago`;
    case 'soon':
      if (expiry.daysLeft === 0) return 'Ends today';
      return expiry.daysLeft === 1 ? 'Ends tomorrow' : `Ends in ${countOf(expiry.daysLeft, 'day')}`;
    case 'later':
      return `Ends ${valueWords('DATE', endsOn)}`;
  }
}

/** The heading over what the customer is entitled to from one side; see `Source`. */
export function sourceWords(organizationIds: readonly string[], organizations: readonly OrganizationName[]): string {
  if (organizationIds.length === 0) return 'Granted directly';
  const known = organizations.find(({ id }) => organizationIds.includes(id));
  if (known !== undefined) return `Inherited from ${isolated(known.name)}`;
  return organizationIds.length === 1
    ? 'Inherited from an organization'
    : `Inherited from ${organizationIds.length} organizations`;
}

/** "2 products ended". */
export const endedWords = (ended: number): string => `${countOf(ended, 'product')} ended`;

/** "1 product ends soon"; without its noun where that was just said of others. */
export const soonWords = (soon: number, isAlone: boolean): string =>
  `${isAlone ? countOf(soon, 'product') : soon} ${soon === 1 ? 'ends' : 'end'} soon`;

/** The heading over the other open issues. */
export function otherIssuesWords(count: number, hasMore: boolean): string {
  if (count === 0) return 'No other open issues';
  return hasMore ? `More than ${count} other open issues` : countOf(count, 'other open issue');
}

/** "3 of 12 fields are empty". */
export const emptyWords = (empty: number, all: number): string =>
  empty === all ? 'All fields are empty' : `${empty} of ${countOf(all, 'field')} ${empty === 1 ? 'is' : 'are'} empty`;
