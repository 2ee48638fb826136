import type { SendOptions } from '../../platform/http/sender';

/**
 * How long one call may take before the profile says that the site does not answer: as long as lets both calls before
 * the first content take their time within the run time of a resolver. A site that is always slow is a site that works.
 */
export const PATIENCE = { withinMs: 10_000 } as const satisfies SendOptions;
