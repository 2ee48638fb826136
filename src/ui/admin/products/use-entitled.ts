import { useState } from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import { call } from '../../shared/call';
import { type Action, useAction } from '../../shared/use-action';

/** Calls of one run: each looks at 50 organizations. */
const CALLS_PER_RUN = 10;

interface Looked {
  organizations: ResponseOf<'products.entitled'>['organizations'];
  /** Organizations that were looked at, entitled or not. */
  looked: number;
  /** Where to go on; null where none is left to look at. */
  next: number | null;
}

/** The organizations that hold a product, as far as the site's organizations were looked through. */
export type Entitled = Looked & Action;

/** Looks through the site's organizations on demand, up to 500 each time that it is run. */
export function useEntitled(id: string): Entitled {
  const [seen, setSeen] = useState<Looked>({ organizations: [], looked: 0, next: 0 });
  const look = useAction(async () => {
    let now = seen;
    for (let calls = 0; calls < CALLS_PER_RUN && now.next !== null; calls += 1) {
      now = withMore(now, await call('products.entitled', { id, start: now.next }));
      setSeen(now);
    }
  });
  return { ...seen, ...look };
}

/** One that is named twice counts once: a deletion on an earlier page moves the others. */
function withMore(seen: Looked, more: Looked): Looked {
  const known = new Set(seen.organizations.map(({ id }) => id));
  return {
    organizations: [...seen.organizations, ...more.organizations.filter(({ id }) => !known.has(id))],
    looked: seen.looked + more.looked,
    next: more.next,
  };
}
