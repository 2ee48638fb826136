import type { Effect } from './request';

/**
 * Why a request to the site failed (CSM reference, errors; Jira Cloud, rate limiting):
 * - `bad-request`: 400 and every 4xx that is not named below; also a request that cannot be written down.
 * - `too-many-tasks`: the site's limit of unfinished tasks is reached; nothing is wrong with the request.
 * - `not-carried`: the platform did not pass the request on, for a reason that says nothing about the request.
 * - `throttled`: 429, nothing was done.
 * - `unavailable`: 5xx, a time-out, the network, or no time left to send it.
 * - `unreadable`: a 2xx whose body is not JSON or not of the expected shape.
 */
export type FailureKind =
  | 'bad-request'
  | 'too-many-tasks'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'precondition'
  | 'not-carried'
  | 'throttled'
  | 'unavailable'
  | 'unreadable';

export interface Failure {
  operation: string;
  kind: FailureKind;
  /** Null when no answer came. */
  status: number | null;
  /** The site's own words, for the person who asked. They can hold names and e-mail addresses. */
  serverMessages: readonly string[];
  /** How long the site asks to wait, from now; null when it does not say. */
  retryAfterMs: number | null;
  /** `RateLimit-Reason`: whether the app's quota or a burst at one endpoint is over (Jira Cloud, rate limiting). */
  rateLimitReason: string | null;
  /** True when the site may have done what was asked all the same. */
  mayHaveBeenApplied: boolean;
  /** What the app itself saw; fit for logs. */
  detail: string | null;
}

/** Every failed request ends in one of these. Its message, its JSON and `facts()` hold no personal data. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly operation: string;
  readonly kind: FailureKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly rateLimitReason: string | null;
  readonly mayHaveBeenApplied: boolean;
  readonly detail: string | null;
  /** Private, so that printing or serialising the error leaves the site's words out. */
  readonly #failure: Failure;

  constructor(failure: Failure) {
    const status = failure.status === null ? '' : ` (${failure.status})`;
    const detail = failure.detail === null ? '' : `: ${failure.detail}`;
    super(`${failure.operation}: ${failure.kind}${status}${detail}`);
    this.operation = failure.operation;
    this.kind = failure.kind;
    this.status = failure.status;
    this.retryAfterMs = failure.retryAfterMs;
    this.rateLimitReason = failure.rateLimitReason;
    this.mayHaveBeenApplied = failure.mayHaveBeenApplied;
    this.detail = failure.detail;
    this.#failure = failure;
  }

  /** The site's own words, for the person who asked; never for a log. */
  get serverMessages(): readonly string[] {
    return this.#failure.serverMessages;
  }

  /** What a log may hold of it. */
  facts(): Record<string, string | number | boolean | null> {
    const { operation, kind, status, retryAfterMs, rateLimitReason, mayHaveBeenApplied, detail } = this;
    return { operation, kind, status, retryAfterMs, rateLimitReason, mayHaveBeenApplied, detail };
  }

  /** The same failure when an earlier attempt of the same request may have been applied. */
  afterDoubtfulAttempt(): SiteError {
    return new SiteError({ ...this.#failure, mayHaveBeenApplied: true });
  }
}

/** A failure that happened before anything was sent. */
export function notSent(operation: string, kind: 'bad-request' | 'unavailable', detail: string): SiteError {
  return new SiteError({ ...EMPTY, operation, kind, detail });
}

/** An answer that says success and cannot be read. */
export function unreadable(operation: string, effect: Effect, status: number, detail: string): SiteError {
  return new SiteError({
    ...EMPTY,
    operation,
    kind: 'unreadable',
    status,
    mayHaveBeenApplied: effect !== 'none',
    detail,
  });
}

export const EMPTY = {
  status: null,
  serverMessages: [],
  retryAfterMs: null,
  rateLimitReason: null,
  mayHaveBeenApplied: false,
  detail: null,
} satisfies Partial<Failure>;
