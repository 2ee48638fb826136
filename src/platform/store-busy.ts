import { ForgeKvsAPIError } from '@forge/kvs';

/** The code of the store's refusal of what goes over the rate limits of an installation. Forge, storage errors. */
export const RATE_LIMITED = 'RATE_LIMIT_EXCEEDED';
const TOO_MANY_REQUESTS = 429;

/** What is said of it, and the time by which the store counts what it takes (Forge, key-value store limits). */
export const STORE_BUSY = { message: 'Your site’s storage for apps is asking to slow down.', retryAfterMs: 60_000 };

/** The store took one part of a batch and refused another for its rate limits. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError';
}

/** Whether the store refused something only because too much was asked of it within the last minute. */
export function isStoreBusy(error: unknown): boolean {
  if (error instanceof StoreBusyError) return true;
  return (
    error instanceof ForgeKvsAPIError &&
    (error.code === RATE_LIMITED || error.responseDetails.status === TOO_MANY_REQUESTS)
  );
}
