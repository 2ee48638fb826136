import type { Clock } from '../clock';

/** Counts amounts over a sliding window of time and says no when they would pass the limit. */
export class RateWindow {
  private readonly taken: { at: number; amount: number }[] = [];
  private sum = 0;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly windowMs: number,
    private readonly limit: number,
  ) {}

  /** Whether `amount` still fits; nothing is taken. */
  fits(amount: number): boolean {
    return this.used() + amount <= this.limit;
  }

  take(amount: number): void {
    this.taken.push({ at: this.clock.now(), amount });
    this.sum += amount;
  }

  used(): number {
    const start = this.clock.now() - this.windowMs;
    for (let oldest = this.taken[0]; oldest && oldest.at <= start; oldest = this.taken[0]) {
      this.taken.shift();
      this.sum -= oldest.amount;
    }
    return this.sum;
  }
}
