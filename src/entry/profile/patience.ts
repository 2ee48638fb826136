import type { SendOptions } from '../../platform/http/sender';

/**
 * How long one call may take before the profile says that the site is slow: an agent who waits for it has a customer on
 * the line. Two attempts of the two calls before the first content fit into the run time of a resolver.
 */
export const PATIENCE = { timeoutMs: 5_000, retries: 1 } as const satisfies SendOptions;
