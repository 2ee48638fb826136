/** The time of the sandbox: real time plus an offset that can only grow. All times and delays in milliseconds. */
export interface Clock {
  now(): number;
  /** Runs once, `delayMs` from now. Returns the cancellation. */
  setTimer(delayMs: number, run: () => void): () => void;
  sleep(ms: number): Promise<void>;
  /** Moves the time forward; what falls due on the way runs in its order, each at its own time. */
  advance(ms: number): void;
}

export interface SandboxClock extends Clock {
  /** How far this clock is ahead of the machine's. */
  offset(): number;
  /** Calls back after every jump. Returns the cancellation. */
  onJump(listener: () => void): () => void;
  /** When the next timer is due; null without timers. */
  nextDue(): number | null;
}

export function createClock(): SandboxClock {
  return new OffsetClock();
}

interface Timer {
  due: number;
  order: number;
  run: () => void;
}

/** The longest delay setTimeout takes: a signed 32-bit integer. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Reads Date and setTimeout at each call, so that fake timers put in place later drive it as well. */
class OffsetClock implements SandboxClock {
  private readonly timers = new Set<Timer>();
  private readonly listeners = new Set<() => void>();
  private ahead = 0;
  private orders = 0;
  private cancelAlarm = (): void => undefined;

  now(): number {
    return Date.now() + this.ahead;
  }

  offset(): number {
    return this.ahead;
  }

  setTimer(delayMs: number, run: () => void): () => void {
    const timer = { due: this.now() + Math.max(0, delayMs), order: this.orders++, run };
    this.timers.add(timer);
    this.arm();
    return () => {
      if (this.timers.delete(timer)) this.arm();
    };
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.setTimer(ms, resolve));
  }

  advance(ms: number): void {
    const end = this.now() + ms;
    for (let timer = this.next(end); timer; timer = this.next(end)) {
      this.jumpTo(timer.due);
      this.fire(timer);
    }
    this.jumpTo(end);
    this.arm();
  }

  onJump(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  nextDue(): number | null {
    return this.next(Infinity)?.due ?? null;
  }

  private next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.due > until) continue;
      if (!first || timer.due < first.due || (timer.due === first.due && timer.order < first.order)) first = timer;
    }
    return first;
  }

  private arm(): void {
    this.cancelAlarm();
    this.cancelAlarm = () => undefined;
    const first = this.next(Infinity);
    if (!first) return;
    const alarm = setTimeout(() => this.fireDue(), Math.min(LONGEST_TIMEOUT_MS, Math.max(0, first.due - this.now())));
    this.cancelAlarm = () => clearTimeout(alarm);
  }

  private fire(timer: Timer): void {
    this.timers.delete(timer);
    timer.run();
  }

  private fireDue(): void {
    try {
      for (let timer = this.next(this.now()); timer; timer = this.next(this.now())) this.fire(timer);
    } finally {
      this.arm();
    }
  }

  private jumpTo(time: number): void {
    this.ahead += Math.max(0, time - this.now());
    for (const listener of this.listeners) listener();
  }
}
