import type * as v from 'valibot';
import { operations } from '../../src/csm/contract/operations.gen';
import type { Operation } from '../../src/csm/contract/operation';
import type * as schemas from '../../src/csm/contract/schemas.gen';

/** One of the 50 operations of the contract or the two of its supplement, by its operation id. */
export type OperationId = keyof typeof operations;

type BodyName<Id extends OperationId> = (typeof operations)[Id]['body'];

/** The request body of an operation as its handler gets it: checked against the contract. */
export type BodyOf<Id extends OperationId> =
  BodyName<Id> extends keyof typeof schemas ? v.InferOutput<(typeof schemas)[BodyName<Id>]> : null;

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

export const operationIds: readonly OperationId[] = Object.keys(operations).filter(isOperationId);

export function operationOf(id: OperationId): Operation {
  return operations[id];
}
