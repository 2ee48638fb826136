import { type SandboxClock, createClock } from './clock';
import { seededRandom } from './forge/ids';
import { readManifest } from './manifest';
import { type ForgePlatform, type PlatformOptions, createPlatform } from './forge/platform';
import type { ProductSite } from './forge/product';
import type { Handlers } from './forge/runner/handler';
import { InProcessRunner } from './forge/runner/in-process';
import { WorkerRunner } from './forge/runner/worker';

export type SandboxRunner =
  /** The exports of the back end, called in this thread. */
  | { kind: 'in-process'; handlers: Handlers }
  /** The back end as one CommonJS file, run in worker threads. */
  | { kind: 'worker'; bundleFolder: string };

export interface SandboxOptions<S extends ProductSite> {
  /** Makes the emulated site on the sandbox's clock and randomness. */
  site: (parts: { clock: SandboxClock; random: () => number }) => S;
  runner: SandboxRunner;
  manifestPath: string;
  clock?: SandboxClock;
  seed?: number;
  platform?: Pick<
    PlatformOptions,
    'queryLagMs' | 'expiryLagMs' | 'deliveryLatencyMs' | 'crashes' | 'schedules' | 'origin'
  >;
}

export interface Sandbox<S extends ProductSite> {
  clock: SandboxClock;
  site: S;
  platform: ForgePlatform;
  close(): Promise<void>;
}

/** A site with the app installed on it. The same seed gives the same ids, faults and delays. */
export function createSandbox<S extends ProductSite>(options: SandboxOptions<S>): Sandbox<S> {
  const { clock = createClock(), seed = 1, runner: chosen } = options;
  const manifest = readManifest(options.manifestPath);
  // The site draws from a stream of its own, so that its faults do not depend on how many events are delivered.
  const site = options.site({ clock, random: seededRandom(seed) });
  const runner =
    chosen.kind === 'worker'
      ? new WorkerRunner({ clock, bundleFolder: chosen.bundleFolder, memoryMB: manifest.memoryMB })
      : new InProcessRunner(chosen.handlers, clock);
  const random = seededRandom(seed + 0x5eed);
  const platform = createPlatform({ ...options.platform, manifest, clock, site, random, runner });
  return { clock, site, platform, close: () => platform.close() };
}
