/** How a request that was chosen to fail ends. */
export const failureKinds = ['500', '502-html', '503', '504', '429', 'hang'] as const;
export type FailureKind = (typeof failureKinds)[number];

/**
 * What can go wrong on a site, all off to begin with and changeable while it runs. Rates are probabilities in [0, 1],
 * drawn from the random source the site was given, so that a seed gives the same run.
 */
export interface Faults {
  /** The time an answer takes, in milliseconds. */
  latencyMs: number;
  /** How far a latency can be off, either way, in milliseconds. */
  latencySpreadMs: number;
  /** Requests that end in one of `failureKinds`. */
  failRate: number;
  failureKinds: readonly FailureKind[];
  /** Of the requests that fail, those that are applied all the same before they do. */
  failAfterApplyingRate: number;
  /** How long a hanging request hangs, in milliseconds, before the gateway answers 504. */
  hangMs: number;
  /** Requests answered with 429 and never applied. */
  throttleRate: number;
  /** How a 429 says when to come back. */
  retryAfter: 'seconds' | 'date' | 'absent';
  retryAfterSeconds: number;
  /** Everything is answered with 503. */
  down: boolean;
  /** Tasks that end FAILED with no failures although some or all of their rows were written. */
  taskFailRate: number;
  /** Tasks that end CANCELLED with some of their rows written. */
  taskCancelRate: number;
  /** Tasks that the site loses, before or after doing their work: their status is 404 from then on. */
  taskVanishRate: number;
  /** Rows of a task that fail for an internal reason and are not written. */
  rowFailRate: number;
  /** How long a new account stays out of the user search, in milliseconds. Live sites: minutes. */
  userSearchDelayMs: number;
  /** Bulk profile calls accept associations of customers with organizations and do nothing with them, seen on a live site. */
  associationsIgnored: boolean;
  /** The bulk endpoint of detail values takes portal-only ids alone, seen on a live site. */
  bulkDetailsPortalOnly: boolean;
  /** Bulk requests are answered with 202 where the contract says 200, seen on a live site. */
  bulkAnswers202: boolean;
  /** Products of a name that is taken, and a second entitlement to a product, are made: no contract says that they are refused. */
  doublesTaken: boolean;
}

export const NO_FAULTS: Readonly<Faults> = {
  latencyMs: 0,
  latencySpreadMs: 0,
  failRate: 0,
  failureKinds,
  failAfterApplyingRate: 0.5,
  hangMs: 60_000,
  throttleRate: 0,
  retryAfter: 'seconds',
  retryAfterSeconds: 5,
  down: false,
  taskFailRate: 0,
  taskCancelRate: 0,
  taskVanishRate: 0,
  rowFailRate: 0,
  userSearchDelayMs: 0,
  associationsIgnored: false,
  bulkDetailsPortalOnly: false,
  bulkAnswers202: false,
  doublesTaken: false,
};

/** Draws only where the rate is not 0, so that a fault that is off does not shift the others. */
export function happens(rate: number, random: () => number): boolean {
  return rate > 0 && random() < rate;
}

export function pick<T>(choices: readonly T[], random: () => number): T | undefined {
  return choices[Math.floor(random() * choices.length)];
}
