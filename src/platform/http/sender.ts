import type { Clock } from '../clock';
import { failureOfAnswer, failureOfThrown } from './failures';
import type { HttpRequest, Transport } from './request';
import { SiteError, notSent, unreadable } from './site-error';
import { withTimeLimit } from './time-limit';

/** Attempts after the first, when nothing else is asked for. Whoever has a queue behind it asks for none. */
const DEFAULT_RETRIES = 2;
/** Of one attempt. A bulk request of 100 customers has been seen to take seconds; a gateway gives up after about 30. */
const TIMEOUT_MS = 15_000;
const FIRST_BACKOFF_MS = 400;
/** The longest wait inside an invocation, which is paid for while it waits; longer waits are the caller's. */
const MAX_WAIT_MS = 8_000;
/** Kept of the time left, so that the caller can still store what happened. */
const RESERVE_MS = 1_000;
/** With less time than this an attempt is not worth starting. */
const MIN_ATTEMPT_MS = 500;

export interface SenderParts {
  transport: Transport;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  /** Milliseconds left of the invocation. */
  timeLeft: () => number;
}

export interface SendOptions {
  retries?: number | undefined;
  /** Milliseconds that the call may take with all of its attempts; as long as the invocation lasts where none are given. */
  withinMs?: number | undefined;
}

export interface Answer {
  status: number;
  /** Parsed JSON; undefined when none was expected. */
  body: unknown;
}

export type Send = (request: HttpRequest, options?: SendOptions) => Promise<Answer>;

/**
 * The one place that talks to the site. Resolves with any 2xx; rejects with SiteError and nothing else.
 *
 * It tries again only what can be repeated safely (429: nothing was done; otherwise requests that change nothing or
 * carry an idempotency key), waits as long as the site asks, else with jittered exponential back-off, and gives up as
 * soon as the wait is longer than `MAX_WAIT_MS` or the time left, of the invocation and of what the call was given.
 */
export function createSender(parts: SenderParts): Send {
  return async (request, options = {}) => {
    const retries = options.retries ?? DEFAULT_RETRIES;
    const until = parts.clock.now() + (options.withinMs ?? Number.POSITIVE_INFINITY);
    const timeLeft = () => Math.min(parts.timeLeft() - RESERVE_MS, until - parts.clock.now());
    let doubtful = false;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await tryOnce(parts, request, Math.min(TIMEOUT_MS, timeLeft()));
      if (!(outcome instanceof SiteError)) return outcome;
      const error: SiteError = doubtful ? outcome.afterDoubtfulAttempt() : outcome;
      const wait = error.retryAfterMs ?? backoff(attempt, parts.random());
      const worthwhile = wait <= MAX_WAIT_MS && wait + MIN_ATTEMPT_MS <= timeLeft();
      if (attempt >= retries || !worthwhile || !isRepeatable(error, request)) throw error;
      doubtful ||= error.mayHaveBeenApplied;
      await parts.clock.sleep(wait);
    }
  };
}

function isRepeatable(error: SiteError, request: HttpRequest): boolean {
  if (error.kind === 'throttled') return true;
  return request.effect !== 'write' && (error.kind === 'unavailable' || error.kind === 'unreadable');
}

/** Between half and all of 0.4 s, 0.8 s, 1.6 s…: callers that failed together do not come back together. */
function backoff(attempt: number, random: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** attempt, MAX_WAIT_MS) * (0.5 + random / 2);
}

async function tryOnce(parts: SenderParts, request: HttpRequest, limitMs: number): Promise<Answer | SiteError> {
  const { operation, effect } = request;
  if (limitMs < MIN_ATTEMPT_MS) return notSent(operation, 'unavailable', 'no time left in this invocation');
  try {
    return await withTimeLimit(limitMs, (signal) => exchange(parts, request, signal));
  } catch (error) {
    return error instanceof SiteError ? error : failureOfThrown(operation, effect, error);
  }
}

async function exchange({ transport, clock }: SenderParts, request: HttpRequest, signal: AbortSignal): Promise<Answer> {
  const { operation, effect, method, path } = request;
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  const headers = {
    Accept: 'application/json',
    ...('body' in body ? { 'Content-Type': 'application/json' } : {}),
    ...request.headers,
  };
  const answer = await transport(path, { method, headers, signal, ...body });
  const { status } = answer;
  const success = status >= 200 && status < 300;
  if (success && !request.expectsBody) return { status, body: undefined };
  const text = await answer.text();
  if (!success) throw failureOfAnswer(operation, effect, answer, text, clock.now());
  try {
    return { status, body: JSON.parse(text) };
  } catch {
    throw unreadable(operation, effect, status, 'the body is not JSON');
  }
}
