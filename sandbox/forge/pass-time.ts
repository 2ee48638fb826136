import { setTimeout as realTime } from 'node:timers/promises';
import type { SandboxClock } from '../clock';
import type { ForgePlatform } from './platform';

/** How long a stop waits for its functions, and how often it looks. Real milliseconds. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 2;

/**
 * Moves the sandbox's time forward by stops at whatever falls due, and leaves the functions that run at a stop the real
 * time they need: a clock that jumped on under them would end them by their own time limit. Only a function that waits for
 * something slow is left behind.
 */
export async function passTime(clock: SandboxClock, platform: ForgePlatform, ms: number): Promise<void> {
  const end = clock.now() + ms;
  await functionsToEnd(platform);
  for (let due = clock.nextDue(); due !== null && due <= end; due = clock.nextDue()) {
    clock.advance(Math.max(0, due - clock.now()));
    await functionsToEnd(platform);
  }
  clock.advance(Math.max(0, end - clock.now()));
}

async function functionsToEnd(platform: ForgePlatform): Promise<void> {
  for (let waited = 0; platform.running().length > 0 && waited < PATIENCE_MS; waited += LOOK_MS) {
    await realTime(LOOK_MS);
  }
}
