import { invoke } from '@forge/bridge';
import * as v from 'valibot';
import type { NameIn, RequestIn, ResolverTable, ResponseIn } from '../../contract/resolver-table';
import { resultSchema } from '../../contract/result';
import { CallError, callErrorOf } from './call-error';

async function answerOf(name: string, request: Record<string, unknown>): Promise<unknown> {
  try {
    return await invoke<unknown>(name, request);
  } catch (error) {
    throw new CallError('NO_ANSWER', error instanceof Error ? error.message : String(error));
  }
}

/**
 * How a page calls the resolvers of a table: it gets the parsed response. At most 500 calls in 25 seconds go through
 * from one page (Forge platform limits). A call throws CallError, and nothing else.
 */
export function callerOf<Table extends ResolverTable<Table>>(table: Table) {
  return async function call<N extends NameIn<Table>>(
    name: N,
    request: RequestIn<Table, N> & Record<string, unknown>,
  ): Promise<ResponseIn<Table, N>> {
    const result = v.safeParse(resultSchema, await answerOf(name, request));
    if (!result.success) throw new CallError('BAD_ANSWER', `${name}: ${v.summarize(result.issues)}`);
    if (!result.output.ok) throw callErrorOf(result.output.error);
    const data = v.safeParse(table[name].response, result.output.data);
    if (!data.success) throw new CallError('BAD_ANSWER', `${name}: ${v.summarize(data.issues)}`);
    return data.output;
  };
}
