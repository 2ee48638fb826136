type Listener = (payload: unknown) => void;

/** The events of `events.emit` and `events.on`, relayed between all frames of the app, the sender's own included. */
export class AppEvents {
  private readonly subscriptions = new Map<string, { event: string; listener: Listener; owner: object }>();
  private count = 0;

  on(event: string, listener: Listener, owner: object): string {
    const id = `s${++this.count}`;
    this.subscriptions.set(id, { event, listener, owner });
    return id;
  }

  off(id: string): void {
    this.subscriptions.delete(id);
  }

  /** Forgets what a frame listened to when it goes away. */
  forget(owner: object): void {
    for (const [id, subscription] of this.subscriptions) {
      if (subscription.owner === owner) this.subscriptions.delete(id);
    }
  }

  emit(event: string, payload: unknown): void {
    for (const subscription of [...this.subscriptions.values()]) {
      if (subscription.event === event) subscription.listener(payload);
    }
  }
}
