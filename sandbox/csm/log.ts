/** One request as the site saw it. No bodies: they hold people's data. */
export interface LogEntry {
  /** When the answer was ready, in milliseconds. */
  at: number;
  /** An account id, `app`, or null for nobody. */
  actor: string | null;
  method: string;
  path: string;
  /** The operation of the contract; null for calls beside it. */
  operationId: string | null;
  status: number;
  ms: number;
}

export const LOG_CAPACITY = 1_000;

/** The latest requests, and how many there were of each operation since the start. */
export class RequestLog {
  private readonly entries: LogEntry[] = [];
  private place = 0;
  readonly counts = new Map<string, number>();

  add(entry: LogEntry): void {
    this.entries[this.place % LOG_CAPACITY] = entry;
    this.place += 1;
    const name = entry.operationId ?? `${entry.method} ${entry.path.split('?')[0] ?? ''}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Oldest first. */
  latest(): readonly LogEntry[] {
    const split = this.place % LOG_CAPACITY;
    return this.place <= LOG_CAPACITY
      ? [...this.entries]
      : [...this.entries.slice(split), ...this.entries.slice(0, split)];
  }
}
