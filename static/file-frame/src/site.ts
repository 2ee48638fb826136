import { invoke } from '@forge/bridge';
import * as v from 'valibot';
import { resolvers, type RequestOf, type ResolverName, type ResponseOf } from '../../../src/contract/resolvers';
import { resultSchema, type ErrorCode } from '../../../src/contract/result';

/** What a resolver answered instead of data, or `UNREACHABLE` when it did not answer. */
export class SiteError extends Error {
  override name = 'SiteError';
  constructor(
    readonly code: ErrorCode | 'UNREACHABLE',
    message: string,
    readonly advice?: string,
  ) {
    super(message);
  }
}

const ATTEMPTS = 6;
/** Attempts where the site asks to slow down: its limits are counted by the minute, these last three to five. */
const ATTEMPTS_WHEN_BUSY = 24;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 16_000;
const passing: ReadonlySet<string> = new Set(['UNREACHABLE', 'SITE_UNAVAILABLE', 'SITE_BUSY', 'INTERNAL']);

async function ask<N extends ResolverName>(name: N, payload: RequestOf<N>): Promise<unknown> {
  try {
    return await invoke<RequestOf<N>, unknown>(name, payload);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new SiteError('UNREACHABLE', `Your site didn’t respond: ${words}`, 'Check your connection and try again.');
  }
}

/** Calls a resolver. Throws {@link SiteError}. */
export async function call<N extends ResolverName>(name: N, payload: RequestOf<N>): Promise<ResponseOf<N>> {
  const result = v.safeParse(resultSchema, await ask(name, payload));
  if (!result.success)
    throw new SiteError('INTERNAL', 'The console responded in a format the file frame doesn’t know.');
  if (!result.output.ok) {
    const { code, message, advice } = result.output.error;
    throw new SiteError(code, message, advice);
  }
  const schema: v.GenericSchema<unknown, ResponseOf<N>> = resolvers[name].response;
  return v.parse(schema, result.output.data);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * {@link call} for what may be repeated: tries again, with growing pauses of up to 16 s, while the trouble may pass. Throws
 * the signal's reason when it was stopped meanwhile, whatever became of the call. `onSlowed` hears when the site asks to slow
 * down.
 */
export async function callAgain<N extends ResolverName>(
  name: N,
  payload: RequestOf<N>,
  signal: AbortSignal,
  onSlowed: () => void = () => undefined,
): Promise<ResponseOf<N>> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      const answer = await call(name, payload);
      signal.throwIfAborted();
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SiteError) || !passing.has(error.code)) throw error;
      const isBusy = error.code === 'SITE_BUSY';
      if (attempt >= (isBusy ? ATTEMPTS_WHEN_BUSY : ATTEMPTS)) throw error;
      if (isBusy) onSlowed();
    }
    await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
  }
}

/** When the site cannot be reached, retention removes the job that was never started. */
export async function cancelUnstarted(jobId: string): Promise<void> {
  await call('jobs.cancel', { jobId }).catch(() => undefined);
}

/** What was stopped has nothing to say: something else may be under way by now. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
