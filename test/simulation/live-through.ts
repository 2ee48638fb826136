import { seededRandom } from '../../sandbox/forge/ids';
import { type Site, createSite } from '../../sandbox/site';
import { ADA } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { type Weather, crashPlan, drawWeather } from './weather';

export function storm({ site, platform }: VirtualSandbox<Site>, weather: Weather, random: () => number): void {
  Object.assign(site.faults, weather.faults);
  Object.assign(platform.faults.queue, weather.queue);
  platform.faults.scheduler.doubleRate = weather.scheduleDoubleRate;
  Object.assign(platform.faults.crashes, crashPlan(weather.crashRate, random));
}

/** Requests get through again and processes live; tasks still fail as they did. */
export function calm({ site, platform }: VirtualSandbox<Site>): void {
  Object.assign(site.faults, { latencyMs: 0, failRate: 0, throttleRate: 0 });
  Object.assign(platform.faults.crashes, { beforeCall: undefined, afterCall: undefined });
  platform.faults.scheduler.missRate = 0;
}

/** Gives Ada, who owns what is simulated, all rights, or takes all of them away. */
export function setRights({ site }: VirtualSandbox<Site>, has: boolean): void {
  for (const user of site.users)
    if (user.accountId === ADA) user.rights = has ? ['administrator', 'agent', 'user'] : [];
}

export interface LivedThrough {
  seed: number;
  /** What was broken; empty when every invariant held. */
  broken: string[];
}

/** Has something live on an empty site under the weather of its seed, in virtual time. */
export async function liveThrough(
  seed: number,
  live: (sandbox: VirtualSandbox<Site>, random: () => number, weather: Weather) => Promise<string[]>,
): Promise<LivedThrough> {
  const random = seededRandom(seed);
  const weather = drawWeather(random);
  const sandbox = await virtualSandbox({
    seed,
    site: (parts) => createSite({ ...parts, content: 'empty', settings: weather.settings }),
  });
  const { random: realRandom } = Math;
  // The app draws its jitter from here: with the seed's own numbers a failing run can be run again.
  Math.random = seededRandom(seed + 1);
  try {
    return { seed, broken: await live(sandbox, random, weather) };
  } finally {
    Math.random = realRandom;
    setRights(sandbox, true);
    await sandbox.close();
  }
}
