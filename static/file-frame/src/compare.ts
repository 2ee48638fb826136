import type { ShownEntity, ShownRequest } from '../../../src/contract/imports';
import { KnownCustomers } from './known-customers';
import { SiteError, callAgain } from './site';

/** Asks for what rows name, all lists at once: the worker hands over no more than the site bears. */
export type AskShown = (requests: readonly ShownRequest[], onSlowed: () => void) => Promise<ShownEntity[][]>;

/** For a comparison of so many rows, which ends with the signal. */
export function askShown(rows: number, signal: AbortSignal): AskShown {
  const known = new KnownCustomers(rows, (request) =>
    callAgain('directory.export', request, signal).catch((error: unknown) => {
      if (error instanceof SiteError) return null;
      throw error;
    }),
  );
  return async (requests, onSlowed) => {
    const ask = async (one: ShownRequest) => callAgain('imports.shown', await known.hinted(one), signal, onSlowed);
    return (await Promise.all(requests.map(ask))).map(({ entities }) => entities);
  };
}
