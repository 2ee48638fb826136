import type { CallSite } from '../../sandbox/forge/executor';
import type { Faults } from '../../sandbox/csm/faults';
import type { QueueFaults } from '../../sandbox/forge/queue/events';
import type { SiteSettings } from '../../sandbox/csm/settings';
import type { JobKind } from '../../src/jobs/kinds/kind';

/** What one simulated import has to live through. Everything is drawn from the seed. */
export interface Weather {
  faults: Partial<Faults>;
  settings: Partial<SiteSettings>;
  queue: Pick<QueueFaults, 'duplicateRate' | 'lateRate' | 'jitterMs'>;
  scheduleDoubleRate: number;
  /** The share of platform calls around which the process is lost, half before and half after they are applied. */
  crashRate: number;
  /** The share of what the app does with a batch that meets a bug of its own, half before and half after it is done. */
  bugRate: number;
  /** Milliseconds between the steps of a second driver, which heeds neither turns of the queue nor lateness; null for none. */
  secondDriverEveryMs: number | null;
  /** Milliseconds after the start at which the administrator cancels; null for never. */
  cancelAfterMs: number | null;
}

export function drawWeather(random: () => number): Weather {
  const some = (chance: number, value: number): number => (random() < chance ? value * random() : 0);
  return {
    faults: {
      latencyMs: Math.floor(random() * 400),
      failRate: some(0.6, 0.3),
      throttleRate: some(0.4, 0.2),
      retryAfter: (['seconds', 'date', 'absent'] as const)[Math.floor(random() * 3)] ?? 'absent',
      taskFailRate: some(0.4, 0.3),
      taskCancelRate: some(0.3, 0.2),
      taskVanishRate: some(0.3, 0.2),
      rowFailRate: some(0.5, 0.1),
      userSearchDelayMs: some(0.5, 10 * 60_000),
      bulkAnswers202: random() < 0.3,
    },
    settings: {
      foreignTasks: random() < 0.3 ? Math.floor(random() * 5) : 0,
      parallelTasks: 1 + Math.floor(random() * 5),
      taskMsPerRow: 5 + Math.floor(random() * 1500),
      taskSlots: 5,
    },
    queue: { duplicateRate: some(0.5, 0.3), lateRate: some(0.4, 0.2), jitterMs: some(0.3, 5_000) },
    scheduleDoubleRate: some(0.3, 0.5),
    crashRate: some(0.6, 0.04),
    bugRate: some(0.4, 0.3),
    secondDriverEveryMs: random() < 0.4 ? 500 + random() * 20_000 : null,
    cancelAfterMs: random() < 0.25 ? random() * 3 * 60_000 : null,
  };
}

/** When an administrator pauses the import, in milliseconds after its start, and for how long. */
export interface Pause {
  afterMs: number;
  forMs: number;
}

/** Drawn from numbers of their own, so that the other weather of a seed does not depend on them. */
export function drawPauses(random: () => number): Pause[] {
  const count = random() < 0.3 ? 1 + Math.floor(random() * 3) : 0;
  const pauses: Pause[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const afterMs = at + random() * 4 * 60_000;
    // Some are over in moments, some longer than the site is sure to be at work.
    const forMs = random() * (random() < 0.2 ? 5 * 60 : random() < 0.5 ? 10 : 0.2) * 60_000;
    pauses.push({ afterMs, forMs });
    at = afterMs + forMs;
  }
  return pauses;
}

/** Loses the process of a background function around some of its calls. Pages are spared: a person tries again. */
export function crashPlan(rate: number, random: () => number) {
  const strikes = ({ invocation }: CallSite): boolean =>
    invocation.moduleType !== 'jira:adminPage' && random() < rate / 2;
  return { beforeCall: strikes, afterCall: strikes };
}

/** A kind of job with bugs that come and go. */
export function buggy(make: JobKind['batch'], rate: number, random: () => number): JobKind['batch'] {
  const perhaps = (): void => {
    if (random() < rate / 2) throw new TypeError('A bug of the app');
  };
  const inside = async <T>(work: () => Promise<T>): Promise<T> => {
    perhaps();
    const done = await work();
    perhaps();
    return done;
  };
  return (rows, plan, lookedUp) => {
    perhaps();
    const sound = make(rows, plan, lookedUp);
    return {
      isEmpty: sound.isEmpty,
      perform: (...rest) => inside(() => sound.perform(...rest)),
      submit: (...request) => inside(() => sound.submit(...request)),
      judge: (...verdicts) => {
        perhaps();
        return sound.judge(...verdicts);
      },
      readBack: (...look) => inside(() => sound.readBack(...look)),
      hasRowsForCalls: (judgement) => sound.hasRowsForCalls(judgement),
      doByCalls: (...rows) => inside(() => sound.doByCalls(...rows)),
      parts: (row) => sound.parts(row),
      readBefore: (...look) => inside(() => sound.readBefore(...look)),
      written: () => sound.written(),
    };
  };
}
