import { useState } from 'react';
import type { ResolverError, Result } from '../../contract/result';
import { isPassing } from '../shared/call-error';

export interface Kept<T> {
  /** What was given last; undefined while nothing was, and once it is refused for good. */
  data: T | undefined;
  /** Why it could not be given now. */
  error: ResolverError | null;
}

/**
 * A part of an answer that is loaded again and again. Where the site only fails to give it anew, what it gave before
 * stays: nobody's editor is to vanish because the site was down for a moment.
 * @param of whose part it is: nothing of one is kept for another
 * @param part null while it is on its way
 */
export function useKept<T>(of: string | null, part: Result<T> | null): Kept<T> {
  const [last, setLast] = useState<{ of: string | null; part: Result<T> | null; data: T | undefined }>({
    of,
    part: null,
    data: undefined,
  });
  const before = last.of === of ? last.data : undefined;
  const data = part === null ? before : dataOf(part, before);
  if (last.of !== of || last.part !== part) setLast({ of, part, data });
  return { data, error: part?.ok === false ? part.error : null };
}

function dataOf<T>(part: Result<T>, before: T | undefined): T | undefined {
  if (part.ok) return part.data;
  return isPassing(part.error) ? before : undefined;
}
