import { useState } from 'react';
import type { ResponseOf } from '../../../contract/resolvers';
import { call } from '../../shared/call';
import { type Action, useAction } from '../../shared/use-action';

/** The organizations that hold a product, as far as the site's organizations were looked through. */
export interface Entitled extends Action {
  organizations: ResponseOf<'products.entitled'>['organizations'];
  looked: number;
  /** Whether none is left to look at. */
  isAll: boolean;
}

/** Looks through the site's organizations on demand: 50 a call, up to 500 each time that it is run. */
export function useEntitled(id: string): Entitled {
  const [seen, setSeen] = useState<Omit<Entitled, keyof Action> & { next: number | null }>({
    organizations: [],
    looked: 0,
    isAll: false,
    next: 0,
  });
  const look = useAction(async () => {
    let { organizations, looked, next } = seen;
    for (let calls = 0; calls < 10 && next !== null; calls += 1) {
      const answer: ResponseOf<'products.entitled'> = await call('products.entitled', { id, start: next });
      organizations = [...organizations, ...answer.organizations];
      looked += answer.looked;
      next = answer.next;
      setSeen({ organizations, looked, next, isAll: next === null });
    }
  });
  return { ...look, organizations: seen.organizations, looked: seen.looked, isAll: seen.isAll };
}
