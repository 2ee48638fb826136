import { SiteError } from '../../../platform/http/site-error';
import { wordsOf } from '../perform';

/** Whether the site says it of one field, not of the way to it. */
export const isRefusal = (error: unknown): error is SiteError =>
  error instanceof SiteError && ['bad-request', 'forbidden', 'not-found'].includes(error.kind);

/**
 * Makes a call for each of some changes. Resolves with what the site refused, null where that is nothing; rejects where
 * it refused every one, and where it is out of reach.
 */
export async function callForEach<Change>(
  changes: readonly Change[],
  nameOf: (change: Change) => string,
  write: (change: Change) => Promise<unknown>,
): Promise<string | null> {
  const refused: string[] = [];
  let last: SiteError | null = null;
  for (const change of changes) {
    try {
      await write(change);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push(`${nameOf(change)}: ${wordsOf(error)}`);
      last = error;
    }
  }
  if (last !== null && refused.length === changes.length) throw last;
  return refused.length === 0 ? null : refused.join(' ');
}
