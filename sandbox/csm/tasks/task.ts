import type { OperationId } from '../operation';

export type TaskStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'FAILED' | 'FINISHED' | 'CANCELLED';
export type TaskType =
  | 'BULK_CUSTOMER_PROFILE_CREATE_UPDATE'
  | 'BULK_CUSTOMER_ACCOUNT_CREATE_UPDATE'
  | 'BULK_CUSTOMER_DETAIL'
  | 'BULK_ORGANIZATION_PROFILE_CREATE_UPDATE'
  | 'BULK_ORGANIZATION_CREATE_UPDATE'
  | 'BULK_ORGANIZATION_DETAIL';

/** As the API tells it: by entity, without a row number. */
export interface TaskFailure {
  entity: 'CUSTOMER' | 'ORGANIZATION';
  entityId: string;
  operation: 'CREATE' | 'UPDATE' | 'UPSERT' | 'PATCH' | 'DELETE';
  operatedOn:
    | 'CUSTOMER_ACCOUNT'
    | 'ORGANIZATION'
    | 'DETAIL_FIELD'
    | 'ASSOCIATE_ORGANIZATION'
    | 'ASSOCIATE_PRODUCT'
    | 'ASSOCIATE_CUSTOMER';
  operatedOnIds: readonly string[];
  error: string;
}

/** One row of a bulk request. */
export interface TaskRow {
  /** What the row says it is about, for the journal. */
  readonly subject: string;
  /** Everything by which the entity of the row can be told, so that two rows on one entity are noticed. */
  readonly touches: readonly string[];
  /** Writes the row. An empty answer is a success; one failure for each part that was refused. */
  readonly apply: () => readonly TaskFailure[];
  /** The failure of the whole row. */
  readonly fail: (error: string) => TaskFailure;
  /** Whether these failures leave anything of the row written. */
  readonly isWhole: (failures: readonly TaskFailure[]) => boolean;
}

/** How a task will end, drawn when it is submitted. */
export interface Fate {
  readonly end: 'FINISHED' | 'FAILED' | 'CANCELLED' | 'VANISHED';
  /** How many rows are worked on before that end. */
  readonly rows: number;
}

export interface Task {
  readonly id: string;
  readonly type: TaskType;
  readonly operationId: OperationId;
  readonly idempotencyKey: string;
  readonly createdAt: number;
  readonly fate: Fate;
  readonly size: number;
  status: TaskStatus;
  updatedAt: number;
  /** Emptied when the task ends. */
  rows: readonly TaskRow[];
  done: number;
  failures: TaskFailure[];
  /** When the next row is written, or the task ends; null until it has started. */
  nextAt: number | null;
  /** The site has lost it. */
  vanished: boolean;
}
