import type * as v from 'valibot';
import { type QueryValue, addressOf } from '../platform/http/address';
import { readBody } from '../platform/http/read-body';
import type { Send, SendOptions } from '../platform/http/sender';

/** One call of Jira that reads. `path` may hold `{placeholders}`, which `parameters` fill. */
export interface JiraRead<Schema extends v.GenericSchema> {
  /** What errors and logs call it. */
  operation: string;
  path: string;
  parameters?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, QueryValue>>;
  schema: Schema;
}

/** Reads from Jira; what comes back has the shape of the schema. Rejects with SiteError and nothing else. */
export async function getFromJira<Schema extends v.GenericSchema>(
  send: Send,
  { operation, path, parameters = {}, query = {}, schema }: JiraRead<Schema>,
  options: SendOptions | undefined,
): Promise<v.InferOutput<Schema>> {
  const request = {
    operation,
    method: 'GET',
    path: addressOf(operation, path, parameters, query),
    headers: {},
    effect: 'none',
    expectsBody: true,
  } as const;
  return readBody(schema, request, await send(request, options));
}
