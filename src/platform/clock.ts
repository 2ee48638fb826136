/** Time as the app reads it: milliseconds since 1970. Injected everywhere, so that tests own it. */
export interface Clock {
  now(): number;
  /** Waiting inside a function is paid for: only for short pauses between safe retries. */
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
