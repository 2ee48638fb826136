import type { Clock } from '../../clock';

/** One stored value. `json` is what counts against the limits; times are milliseconds since 1970. */
export interface Row {
  key: string;
  json: string;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
}

/** Plain values, secrets and each entity have their own key space. */
export type Space = 'plain' | 'secret' | `entity:${string}`;

export interface StoreOptions {
  clock: Pick<Clock, 'now'>;
  /** How far queries lag behind writes. */
  queryLagMs: number;
  /** How long an expired value is still returned. Forge may take 48 hours. */
  expiryLagMs: number;
}

interface Change {
  at: number;
  space: Space;
  key: string;
  before: Row | undefined;
}

/** The data of one installation: strictly consistent by key, eventually consistent when listed. */
export class Store {
  private readonly spaces = new Map<Space, Map<string, Row>>();
  private readonly changes: Change[] = [];

  constructor(private readonly options: StoreOptions) {}

  get(space: Space, key: string): Row | undefined {
    const row = this.rows(space).get(key);
    return row && this.alive(row) ? row : undefined;
  }

  set(space: Space, key: string, json: string, ttlMs: number | null): Row {
    const now = this.options.clock.now();
    const before = this.get(space, key);
    const expiresAt = ttlMs === null ? null : now + ttlMs;
    const row = { key, json, createdAt: before?.createdAt ?? now, updatedAt: now, expiresAt };
    this.remember(space, key, before);
    this.rows(space).set(key, row);
    return row;
  }

  delete(space: Space, key: string): boolean {
    const before = this.get(space, key);
    this.remember(space, key, before);
    this.rows(space).delete(key);
    return before !== undefined;
  }

  /** The rows of a space as a query sees them, by key. */
  list(space: Space): Row[] {
    this.forgetOldChanges();
    const seen = new Map(this.rows(space));
    // The newest first, so that the oldest change within the lag has the last word: it knows the value before it.
    for (const change of [...this.changes].reverse()) {
      if (change.space !== space) continue;
      if (change.before) seen.set(change.key, change.before);
      else seen.delete(change.key);
    }
    return [...seen.values()]
      .filter((row) => this.alive(row))
      .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  }

  /** Everything stored, for the control panel and the tests. */
  dump(): { space: Space; key: string; bytes: number }[] {
    return [...this.spaces].flatMap(([space, rows]) =>
      [...rows.values()].filter((row) => this.alive(row)).map(({ key, json }) => ({ space, key, bytes: json.length })),
    );
  }

  clear(): void {
    this.spaces.clear();
    this.changes.length = 0;
  }

  private rows(space: Space): Map<string, Row> {
    const known = this.spaces.get(space);
    if (known) return known;
    const created = new Map<string, Row>();
    this.spaces.set(space, created);
    return created;
  }

  private alive(row: Row): boolean {
    return row.expiresAt === null || row.expiresAt + this.options.expiryLagMs > this.options.clock.now();
  }

  private remember(space: Space, key: string, before: Row | undefined): void {
    if (this.options.queryLagMs === 0) return;
    this.forgetOldChanges();
    this.changes.push({ at: this.options.clock.now(), space, key, before });
  }

  private forgetOldChanges(): void {
    const start = this.options.clock.now() - this.options.queryLagMs;
    const first = this.changes.findIndex((change) => change.at > start);
    this.changes.splice(0, first < 0 ? this.changes.length : first);
  }
}
