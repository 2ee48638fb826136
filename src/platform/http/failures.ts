import * as v from 'valibot';
import type { Effect, HttpAnswer } from './request';
import { parseRetryAfter } from './retry-after';
import { EMPTY, type FailureKind, SiteError } from './site-error';

/** The words of the CSM API when the site's limit of unfinished tasks is reached (CSM guide, bulk operations). */
const TOO_MANY_TASKS = /maximum number of tasks/i;
const MAX_MESSAGES = 20;
const MAX_MESSAGE_CHARS = 500;

/** Error bodies as sent by the CSM API (RestError), by Jira (errorMessages and errors by field) and by gateways. */
const errorBody = v.object({
  errorMessage: v.fallback(v.optional(v.string()), undefined),
  message: v.fallback(v.optional(v.string()), undefined),
  errorMessages: v.fallback(v.array(v.string()), []),
  errors: v.fallback(
    v.union([
      v.array(v.string()),
      v.pipe(
        v.record(v.string(), v.string()),
        v.transform((byField) => Object.values(byField)),
      ),
    ]),
    [],
  ),
});

/** What the platform's packages throw instead of an answer: a name and, mostly, a status. */
const thrown = v.object({
  name: v.fallback(v.string(), 'Error'),
  status: v.fallback(v.nullable(v.number()), null),
  code: v.fallback(v.nullable(v.string()), null),
});

/** The failure that an answer with a status outside 2xx stands for. */
export function failureOfAnswer(
  operation: string,
  effect: Effect,
  answer: Pick<HttpAnswer, 'status' | 'headers'>,
  body: string,
  now: number,
): SiteError {
  const serverMessages = messagesIn(body);
  const kind = kindOf(answer.status, serverMessages);
  return new SiteError({
    ...EMPTY,
    operation,
    kind,
    status: answer.status,
    serverMessages,
    retryAfterMs: parseRetryAfter(answer.headers.get('Retry-After'), now),
    rateLimitReason: answer.headers.get('RateLimit-Reason'),
    mayHaveBeenApplied: kind === 'unavailable' && effect !== 'none',
  });
}

/** The failure that something thrown stands for. Its message is left out: it may quote the path. */
export function failureOfThrown(operation: string, effect: Effect, error: unknown): SiteError {
  const parsed = v.safeParse(thrown, error);
  const { name, status, code } = parsed.success ? parsed.output : { name: 'Error', status: null, code: null };
  const kind = status === null ? 'unavailable' : kindOfThrown(status);
  return new SiteError({
    ...EMPTY,
    operation,
    kind,
    status,
    mayHaveBeenApplied: kind === 'unavailable' && effect !== 'none',
    detail: code === null ? name : `${name} ${code}`,
  });
}

/** What the platform throws is its own word, not the site's: that a request was wrong, only the site can say. */
function kindOfThrown(status: number): FailureKind {
  const kind = kindOf(status, []);
  return kind === 'bad-request' || kind === 'not-found' || kind === 'precondition' ? 'not-carried' : kind;
}

function kindOf(status: number, serverMessages: readonly string[]): FailureKind {
  switch (status) {
    case 400:
      return serverMessages.some((message) => TOO_MANY_TASKS.test(message)) ? 'too-many-tasks' : 'bad-request';
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    // A gateway that gave up waiting for the request: it says nothing about the request itself.
    case 408:
      return 'unavailable';
    case 412:
      return 'precondition';
    case 429:
      return 'throttled';
    default:
      return status >= 400 && status < 500 ? 'bad-request' : 'unavailable';
  }
}

function messagesIn(body: string): string[] {
  const parsed = v.safeParse(errorBody, jsonOrUndefined(body));
  if (!parsed.success) return [];
  const { errorMessage, message, errorMessages, errors } = parsed.output;
  const all = [errorMessage ?? '', message ?? '', ...errorMessages, ...errors];
  const said = all.filter((text) => text.trim() !== '');
  return [...new Set(said)].slice(0, MAX_MESSAGES).map((text) => text.slice(0, MAX_MESSAGE_CHARS));
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
