import type * as v from 'valibot';
import type * as schemas from './schemas.gen';

/** What the generated table says of each operation of the CSM API. */
export interface Operation {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As in the contract: from Forge it is asked for under `/jsm/csm`. */
  path: `/api/v1/${string}`;
  pathParameters: readonly string[];
  queryParameters: Readonly<Record<string, { type: 'string' | 'integer'; required: boolean }>>;
  /** The component schema of the request body. By name: requests are checked by the compiler, not in the bundle. */
  body: keyof typeof schemas | null;
  /** Reads the body of a success; null when there is none. */
  response: v.GenericSchema | null;
  /** All of them are needed. */
  scopes: readonly string[];
  /** Needs the header `X-ExperimentalApi`. */
  experimental: boolean;
  /** Needs the header `Idempotency-Key`: the same key and body give the same task. */
  idempotent: boolean;
  /** Whether the vendor's contract has it, or the supplement to it that is written by hand (intake-openapi.json). */
  source: 'contract' | 'supplement';
  /** Changes nothing, whatever its method is. */
  readOnly: boolean;
}
