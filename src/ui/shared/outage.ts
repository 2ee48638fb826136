import { createContext, useContext, useId, useLayoutEffect } from 'react';
import { type CallError, isPassing } from './call-error';
import { useHandler } from './use-handler';

/** What failed in one place of a page for a time. */
export interface Outage {
  error: CallError;
  retry: () => void;
  /** See `Failure`. */
  isRetrying: boolean | undefined;
}

export interface OutageBoard {
  /** Of the outage that the page tells of for all of its places; null while each tells of its own. */
  toldCode: CallError['code'] | null;
  tell: (place: string, outage: Outage) => void;
  end: (place: string) => void;
}

/** The page that tells of outages once for all of its places; null where each place tells of its own. */
export const OutageContext = createContext<OutageBoard | null>(null);

/** Tells the page of an outage in one of its places. @returns whether the page says it in the place of this one */
export function useOutage(error: CallError, retry: (() => void) | undefined, isRetrying: boolean | undefined): boolean {
  const board = useContext(OutageContext);
  const place = useId();
  const isTold = retry !== undefined && isPassing(error);
  const run = useHandler(() => retry?.());
  const tell = board?.tell;
  const end = board?.end;
  useLayoutEffect(() => {
    if (isTold) tell?.(place, { error, retry: run, isRetrying });
    else end?.(place);
  }, [isTold, tell, end, place, error, run, isRetrying]);
  useLayoutEffect(() => () => end?.(place), [end, place]);
  return isTold && board?.toldCode === error.code;
}
