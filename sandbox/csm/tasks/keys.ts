import type { OperationId } from '../operation';
import type { Refusal } from '../refusal';

/** What an idempotency key was used for, and what came of it: a task, or the same refusal again. */
export interface KeyUse {
  readonly operationId: OperationId;
  readonly digest: string;
  readonly at: number;
  readonly outcome: { taskId: string } | { refusal: Refusal };
}

/** The idempotency keys a site has seen. */
export type KeyUses = Map<string, KeyUse>;
