import { resolve } from 'node:path';
import { type Clock as FakeClock, install } from '@sinonjs/fake-timers';
import { type Sandbox, type SandboxOptions, createSandbox } from '../../sandbox';
import type { Handlers } from '../../sandbox/forge/runner/handler';
import type { ProductSite } from '../../sandbox/forge/product';

/** When virtual time begins. */
const EPOCH = Date.UTC(2026, 0, 5, 9);

/** The longest `until` waits in virtual time. */
const PATIENCE_MS = 24 * 60 * 60 * 1000;

export interface VirtualSandbox<S extends ProductSite> extends Sandbox<S> {
  /** Lets virtual time pass; everything that falls due on the way runs to its next wait. */
  run(ms: number): Promise<void>;
  /** Lets virtual time pass until the condition holds. @throws Error when it does not within a virtual day */
  until(condition: () => boolean | Promise<boolean>, patienceMs?: number): Promise<void>;
  /** Waits for a promise that needs virtual time to settle. */
  settle<T>(promise: Promise<T>): Promise<T>;
}

export type VirtualSandboxOptions<S extends ProductSite> = Omit<
  SandboxOptions<S>,
  'runner' | 'manifestPath' | 'clock'
> & {
  /** The app's own back end unless given. */
  handlers?: Handlers;
  manifestPath?: string;
};

/**
 * The app on an emulated site, both in this thread, in virtual time: an hour passes as fast as its work can be done.
 * One at a time in a process, for the timers of the process are replaced until `close`.
 */
export async function virtualSandbox<S extends ProductSite>(
  options: VirtualSandboxOptions<S>,
): Promise<VirtualSandbox<S>> {
  const { manifestPath = resolve(__dirname, '../../manifest.yml'), ...rest } = options;
  const handlers = options.handlers ?? (await backEnd());
  const time = install({
    now: EPOCH,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const sandbox = createSandbox({ ...rest, manifestPath, runner: { kind: 'in-process', handlers } });
  const run = (ms: number) => passTime(time, ms);
  const until = async (condition: () => boolean | Promise<boolean>, patienceMs = PATIENCE_MS) => {
    const end = time.now + patienceMs;
    await drain();
    while (!(await condition())) {
      const next = sandbox.clock.nextDue();
      if (next === null && time.countTimers() === 0) throw new Error('The condition cannot come true: nothing is due.');
      if (time.now >= end) throw new Error(`The condition did not come true within ${patienceMs} ms of virtual time.`);
      time.next();
      await drain();
    }
  };
  return {
    ...sandbox,
    run,
    until,
    settle: async (promise) => {
      let settled = false;
      const mark = (): void => {
        settled = true;
      };
      promise.then(mark, mark);
      await until(() => settled);
      return promise;
    },
    close: async () => {
      await sandbox.close();
      time.uninstall();
    },
  };
}

async function backEnd(): Promise<Handlers> {
  return { ...(await import('./back-end')) };
}

async function passTime(time: FakeClock, ms: number): Promise<void> {
  const end = time.now + ms;
  await drain();
  const marker = time.setTimeout(() => undefined, ms);
  while (time.now < end) {
    time.next();
    await drain();
  }
  time.clearTimeout(marker);
  time.tick(0);
  await drain();
}

/** A turn of the real event loop: every promise that can settle without time has settled. */
function drain(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
