import type { RequestOf, ResolverName, ResponseOf } from '../../../contract/resolvers';
import { CallError } from '../../shared/call-error';
import type { Ask } from './read-listing';

/** The store of apps counts what it gives out by the minute: a million customers are more than it gives in one. */
const PAUSE_MS = 10_000;
const TRIES = 12;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks, and where a list is being read already, waits while the site asks to slow down: what was read would be lost. The
 * first call of a list tells at once that the site is busy.
 */
export function patient(ask: Ask, wait: (ms: number) => Promise<void> = pause): Ask {
  return async <N extends ResolverName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> => {
    const goesOn = 'from' in request && request.from !== null;
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask(name, request);
      } catch (error) {
        const isBusy = error instanceof CallError && error.code === 'SITE_BUSY';
        if (!isBusy || !goesOn || tries === TRIES) throw error;
        await wait(PAUSE_MS);
      }
    }
  };
}
