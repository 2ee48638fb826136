import type * as v from 'valibot';
import type { SendOptions } from '../platform/http/sender';
import type { operations } from './contract/operations.gen';
import type * as schemas from './contract/schemas.gen';

type Operations = typeof operations;
type Schemas = typeof schemas;
type ParameterType = { string: string; integer: number };
type Parameters = Readonly<Record<string, { type: keyof ParameterType; required: boolean }>>;

export type OperationId = keyof Operations;

/** The body that an operation sends; never when it sends none. */
export type BodyOf<Id extends OperationId> = Operations[Id]['body'] extends infer Name extends keyof Schemas
  ? v.InferOutput<Schemas[Name]>
  : never;

/** The body that an operation answers with; null when it answers without one. */
export type ResponseOf<Id extends OperationId> = Operations[Id]['response'] extends infer S extends v.GenericSchema
  ? v.InferOutput<S>
  : null;

type RequiredIn<P extends Parameters> = { [K in keyof P]: P[K]['required'] extends true ? K : never }[keyof P];
type QueryOf<P extends Parameters> = { [K in RequiredIn<P>]: ParameterType[P[K]['type']] } & {
  [K in Exclude<keyof P, RequiredIn<P>>]?: ParameterType[P[K]['type']] | undefined;
};

type PathInput<Names extends readonly string[]> = Names extends readonly []
  ? { path?: never }
  : { path: { [K in Names[number]]: string } };
type QueryInput<P extends Parameters> = keyof P extends never
  ? { query?: never }
  : RequiredIn<P> extends never
    ? { query?: QueryOf<P> }
    : { query: QueryOf<P> };
type BodyInput<Id extends OperationId> = [BodyOf<Id>] extends [never] ? { body?: never } : { body: BodyOf<Id> };
type KeyInput<Idempotent extends boolean> = Idempotent extends true
  ? { idempotencyKey: string }
  : { idempotencyKey?: never };

/** What a call of an operation must and may be given. */
export type InputOf<Id extends OperationId> = PathInput<Operations[Id]['pathParameters']> &
  QueryInput<Operations[Id]['queryParameters']> &
  BodyInput<Id> &
  KeyInput<Operations[Id]['idempotent']> &
  SendOptions;

/** The input can be left out where nothing in it is required. */
export type ArgumentsOf<Id extends OperationId> =
  SendOptions extends InputOf<Id> ? [input?: InputOf<Id>] : [input: InputOf<Id>];
