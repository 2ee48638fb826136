/** One change that the site applied. Rows of a task carry the task and its key. */
export interface JournalEntry {
  at: number;
  operationId: string;
  /** Who or what was changed: an id, an e-mail or a name. */
  entity: string;
  taskId: string | null;
  idempotencyKey: string | null;
  /** The place of the row in its request, from 0; null outside tasks. */
  row: number | null;
  outcome: 'applied' | 'partly' | 'refused';
}

/** What a careful client never causes. The site goes on; whoever watches it can ask. */
export interface Violation {
  kind: 'entity-in-two-tasks' | 'entity-twice-in-task' | 'key-applied-twice';
  at: number;
  /** What it is about: an entity, or an idempotency key. */
  subject: string;
  taskIds: readonly string[];
}

export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly violations: Violation[] = [];

  record(entry: JournalEntry): void {
    this.entries.push(entry);
  }

  violate(violation: Violation): void {
    this.violations.push(violation);
  }
}
