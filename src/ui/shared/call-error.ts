import type { ErrorCode, ResolverError } from '../../contract/result';

/** The codes of the back end, and the two ways in which no answer of it arrives. */
export type CallErrorCode = ErrorCode | 'NO_ANSWER' | 'BAD_ANSWER';

/** A call that did not succeed. `message` is the server's own words, `advice` what the person can do. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** With CONFLICT: what is there now instead of what the page showed. */
  readonly present: readonly string[] | undefined;
  /** For how long the site asks to be left alone, in milliseconds, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: CallErrorCode,
    message: string,
    readonly advice?: string,
    { present, retryAfterMs }: Pick<ResolverError, 'present' | 'retryAfterMs'> = {},
  ) {
    super(message);
    this.present = present;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Why a part of an answer is missing, as if it had been asked for alone. */
export const callErrorOf = ({ code, message, advice, ...more }: ResolverError): CallError =>
  new CallError(code, message, advice, more);

/** The site or the way to it does not answer just now: nothing that the person does is wrong, and time mends it. */
export const isPassing = ({ code }: Pick<CallError, 'code'>): boolean =>
  code === 'SITE_UNAVAILABLE' || code === 'SITE_BUSY' || code === 'NO_ANSWER';

/** Whatever was thrown, as a CallError: a page has one way to show what went wrong. */
export function toCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError('INTERNAL', error instanceof Error ? error.message : String(error));
}

/** The outcome of a call. Where it failed because the page shows something as it is not any more, `onStale` is told. */
export async function orStale<T>(outcome: Promise<T>, onStale: () => void): Promise<T> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof CallError && (error.code === 'CONFLICT' || error.code === 'NOT_FOUND')) onStale();
    throw error;
  }
}
