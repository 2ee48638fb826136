import { invoke } from '@forge/bridge';
import * as v from 'valibot';
import { type RequestOf, type ResolverName, type ResponseOf, resolvers } from '../../contract/resolvers';
import { resultSchema } from '../../contract/result';
import { CallError } from './call-error';

async function answerOf(name: ResolverName, request: Record<string, unknown>): Promise<unknown> {
  try {
    return await invoke<unknown>(name, request);
  } catch (error) {
    throw new CallError('NO_ANSWER', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Calls a resolver of the back end and answers with its parsed response. At most 500 calls in 25 seconds go through
 * from one page (Forge platform limits).
 * @throws CallError, and nothing else.
 */
export async function call<N extends ResolverName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  const result = v.safeParse(resultSchema, await answerOf(name, request));
  if (!result.success) throw new CallError('BAD_ANSWER', `${name}: ${v.summarize(result.issues)}`);
  if (!result.output.ok) {
    const { code, message, advice, present } = result.output.error;
    throw new CallError(code, message, advice, present);
  }
  const data = v.safeParse(resolvers[name].response, result.output.data);
  if (!data.success) throw new CallError('BAD_ANSWER', `${name}: ${v.summarize(data.issues)}`);
  return data.output;
}
