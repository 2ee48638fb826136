import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Runs the garbage collector, so that what is in use afterwards is needed. Buffers are let go of by a second run. */
export function collectGarbage(): void {
  collect ??= exposedCollector();
  collect();
  collect();
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('This Node does not give its garbage collector away.');
  return () => void Reflect.apply(gc, undefined, []);
}

/** The heap and the buffers beside it, in bytes. */
export function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * Runs something and looks at the memory at each turn of the event loop.
 * @returns the most that was in use on top of what was in use at the start, in bytes, garbage included
 */
export async function peakDuring(run: () => Promise<void>): Promise<number> {
  collectGarbage();
  const before = bytesInUse();
  let peak = before;
  let over = false;
  const look = (): void => {
    peak = Math.max(peak, bytesInUse());
    if (!over) setImmediate(look);
  };
  look();
  try {
    await run();
  } finally {
    over = true;
    look();
  }
  return peak - before;
}

/** What something needs, looked at whenever it is asked. */
export interface Need {
  look: () => void;
  /** The most that was in use on top of what was in use at the start, in bytes, without garbage. */
  peak: () => number;
}

/**
 * Begins to measure what is needed from here on. Each look takes a garbage collection.
 * @param stored bytes that the emulated platform keeps, in the same memory
 */
export function measureNeed(stored: () => number): Need {
  collectGarbage();
  const own = (): number => bytesInUse() - stored();
  const before = own();
  let most = before;
  return {
    look: () => {
      collectGarbage();
      most = Math.max(most, own());
    },
    peak: () => most - before,
  };
}
