import { countOf, formatCount } from '../../shared/format';

interface Found {
  organizations: readonly unknown[];
  looked: number;
  next: number | null;
}

/** "3 of all 40 organizations are entitled to it." Null before any was looked at. */
export function foundWords({ organizations, looked, next }: Found): string | null {
  if (looked === 0) return next === null ? 'Your site has no organizations.' : null;
  const among = `${next === null ? 'all' : 'the first'} ${countOf(looked, 'organization')}`;
  if (organizations.length === 0) return `None of ${among} is entitled to it.`;
  return `${formatCount(organizations.length)} of ${among} ${organizations.length === 1 ? 'is' : 'are'} entitled to it.`;
}
