import { useCallback, useEffect, useState } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import { call } from '../../shared/call';
import { type CallError, toCallError } from '../../shared/call-error';

/** Organizations that a picker lists: nothing in the API finds one by a part of its name, and a list has an end. */
export const LISTED_ORGANIZATIONS = 1_000;

interface State {
  /** Those that are there so far. */
  organizations: readonly OrganizationName[];
  isLoading: boolean;
  /** The site has more than are listed. */
  isCut: boolean;
  failure: CallError | null;
}

const nothingYet: State = { organizations: [], isLoading: true, isCut: false, failure: null };

/** The organizations of the site, page after page, up to LISTED_ORGANIZATIONS. */
export function useOrganizations(): State & { reload: () => void } {
  const [state, setState] = useState<State>(nothingYet);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => {
    setState(nothingYet);
    setTurn((last) => last + 1);
  }, []);

  useEffect(() => {
    let current = true;
    const show = (next: State) => {
      if (current) setState(next);
      return current;
    };
    readAll(show).catch((error: unknown) => {
      if (current) setState((last) => ({ ...last, isLoading: false, failure: toCallError(error) }));
    });
    return () => {
      current = false;
    };
  }, [turn]);

  return { ...state, reload };
}

async function readAll(show: (state: State) => boolean): Promise<void> {
  const all: OrganizationName[] = [];
  let cursor: string | null = null;
  do {
    const page: { organizations: OrganizationName[]; next: string | null } = await call('customers.organizations', {
      cursor,
    });
    all.push(...page.organizations);
    const isCut: boolean = page.next !== null && all.length >= LISTED_ORGANIZATIONS;
    cursor = isCut ? null : page.next;
    const isWanted = show({ organizations: [...all], isLoading: cursor !== null, isCut, failure: null });
    if (!isWanted) return;
  } while (cursor !== null);
}
