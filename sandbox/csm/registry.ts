/** Folds what the site compares without regard to letter case: e-mails, names of organizations, products and fields. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** Things of one kind by id, each with one key that no other may have. Keeps the order in which they were added. */
export class Registry<T extends { id: string }> {
  private readonly byId = new Map<string, T>();
  private readonly byKey = new Map<string, T>();

  constructor(private readonly keyOf: (item: T) => string) {}

  get size(): number {
    return this.byId.size;
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  /** By its key, in any letter case. */
  find(key: string): T | undefined {
    return this.byKey.get(fold(key));
  }

  add(item: T): T {
    this.byId.set(item.id, item);
    this.byKey.set(fold(this.keyOf(item)), item);
    return item;
  }

  /** Changes an item in a way that may change its key. */
  change(item: T, change: () => void): void {
    this.byKey.delete(fold(this.keyOf(item)));
    change();
    this.byKey.set(fold(this.keyOf(item)), item);
  }

  remove(item: T): void {
    this.byId.delete(item.id);
    this.byKey.delete(fold(this.keyOf(item)));
  }

  values(): IterableIterator<T> {
    return this.byId.values();
  }
}
