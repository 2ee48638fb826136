import type * as v from 'valibot';
import { type QueryValue, addressOf } from '../platform/http/address';
import { readBody } from '../platform/http/read-body';
import type { HttpRequest } from '../platform/http/request';
import type { Send, SendOptions } from '../platform/http/sender';
import { notSent } from '../platform/http/site-error';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations.gen';
import type { ArgumentsOf, OperationId, ResponseOf } from './types';

/** Where Jira serves the CSM API for Forge apps (CSM reference, "Forge"). */
const FORGE_PREFIX = '/jsm/csm';
/** CSM reference, bulk operations: 1-100 characters; visible ASCII, as it travels in a header. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

export interface CsmClient {
  /**
   * Calls one operation of the CSM API; `input` asks for exactly the parameters, body and idempotency key that the
   * contract asks for. Resolves with the parsed body, or null where the operation answers without one.
   * Rejects with SiteError and nothing else.
   */
  call<Id extends OperationId>(id: Id, ...input: ArgumentsOf<Id>): Promise<ResponseOf<Id>>;
}

/** What the arguments of any operation amount to, once the compiler has checked them against the operation. */
interface AnyInput extends SendOptions {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  idempotencyKey?: string;
}

/** The CSM API as the caller that `send` acts for. */
export function createCsmClient(send: Send): CsmClient {
  function call<Id extends OperationId>(id: Id, ...input: ArgumentsOf<Id>): Promise<ResponseOf<Id>>;
  async function call(id: OperationId, input: AnyInput = {}): Promise<unknown> {
    const operation: Operation = operations[id];
    const request = requestOf(id, operation, input);
    const answer = await send(request, { retries: input.retries, withinMs: input.withinMs });
    const schema: v.GenericSchema | null = operation.response;
    return schema === null ? null : readBody(schema, request, answer);
  }
  return { call };
}

function requestOf(id: OperationId, operation: Operation, input: AnyInput): HttpRequest {
  const { idempotencyKey } = input;
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey))
    throw notSent(id, 'bad-request', 'the idempotency key must be 1 to 100 visible ASCII characters');
  return {
    operation: id,
    method: operation.method,
    path: addressOf(id, `${FORGE_PREFIX}${operation.path}`, input.path ?? {}, input.query),
    headers: {
      ...(operation.experimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    },
    ...(input.body === undefined ? {} : { body: input.body }),
    effect: operation.readOnly ? 'none' : operation.idempotent ? 'keyed' : 'write',
    expectsBody: operation.response !== null,
  };
}
