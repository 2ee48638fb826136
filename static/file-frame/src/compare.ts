import type { ShownEntity, ShownRequest } from '../../../src/contract/imports';
import type { RequestOf, ResponseOf } from '../../../src/contract/resolvers';
import { KnownCustomers } from './known-customers';
import { SiteError, callAgain } from './site';

/** What a check or a comparison asks for. */
export interface Asked {
  /** What rows name, as the site has it, all lists at once: the worker hands over no more than the site bears. */
  shown: (requests: readonly ShownRequest[], onSlowed: () => void) => Promise<ShownEntity[][]>;
  /** What the directory has of all records. */
  records: (request: RequestOf<'directory.records'>) => Promise<ResponseOf<'directory.records'>>;
}

/** Asks for so many rows, until the signal: of few, nothing of the directory spares a search. */
export function askFor(rows: number, signal: AbortSignal): Asked {
  const known = new KnownCustomers(rows, (request) =>
    callAgain('directory.export', request, signal).catch((error: unknown) => {
      if (error instanceof SiteError) return null;
      throw error;
    }),
  );
  return {
    shown: async (requests, onSlowed) => {
      const ask = async (one: ShownRequest) => callAgain('imports.shown', await known.hinted(one), signal, onSlowed);
      return (await Promise.all(requests.map(ask))).map(({ entities }) => entities);
    },
    records: (request) => callAgain('directory.records', request, signal),
  };
}
