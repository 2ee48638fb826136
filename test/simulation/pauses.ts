import type { Site } from '../../sandbox/site';
import type { JobView } from '../../src/contract/jobs';
import { operations } from '../../src/csm/contract/operations.gen';
import type { Console } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';
import { asked } from './asked';
import type { Pause } from './weather';

/** A step that had begun to send when the job was paused is over by then. */
const STEP_OVER_MS = 3 * 60_000;

/** Pauses an import at its times and resumes it, as an administrator would, and looks that nothing is sent meanwhile. */
export class Pauses {
  readonly #start: number;
  #pauses: readonly Pause[];
  #resumeAt: number | null = null;
  #watch: { since: number; sent: number | null } | null = null;

  constructor(
    private readonly sandbox: VirtualSandbox<Site>,
    private readonly console: Console,
    private readonly jobId: string,
    pauses: readonly Pause[],
  ) {
    this.#start = sandbox.clock.now();
    this.#pauses = pauses;
  }

  /** Milliseconds to the next thing to do. */
  untilNext(): number {
    const next = this.#resumeAt ?? this.#start + (this.#pauses[0]?.afterMs ?? Infinity);
    return next - this.sandbox.clock.now();
  }

  /** Does what is due, and says what was broken since. */
  async tend(job: JobView): Promise<string[]> {
    const broken = this.#look(job);
    const now = this.sandbox.clock.now();
    const [next, ...later] = this.#pauses;
    if (job.state === 'paused') {
      if (this.#resumeAt === null || now >= this.#resumeAt) await this.#ask('jobs.resume');
    } else if (next !== undefined && now - this.#start >= next.afterMs) {
      if ((await this.#ask('jobs.pause')) !== null) this.#resumeAt = this.sandbox.clock.now() + next.forMs;
      // Where it could not be paused, there was nothing to pause, or the site was in the way: the time is past.
      this.#pauses = later;
    }
    if (this.#resumeAt !== null && now >= this.#resumeAt) this.#resumeAt = null;
    return broken;
  }

  #look({ state }: JobView): string[] {
    const now = this.sandbox.clock.now();
    if (state !== 'paused') {
      this.#watch = null;
      return [];
    }
    this.#watch ??= { since: now, sent: null };
    if (now - this.#watch.since < STEP_OVER_MS) return [];
    const sent = writesOf(this.sandbox.site);
    const before = this.#watch.sent ?? sent;
    this.#watch.sent = sent;
    return sent === before ? [] : [`${sent - before} requests that write were sent while the job was paused`];
  }

  #ask(resolver: 'jobs.pause' | 'jobs.resume'): Promise<JobView | null> {
    return asked(this.sandbox, () => this.console.call(resolver, { jobId: this.jobId }));
  }
}

/** How many requests that change something the site has got. */
function writesOf({ log }: Site): number {
  const writes = Object.entries(operations).filter(([, { readOnly }]) => !readOnly);
  return writes.reduce((sum, [id]) => sum + (log.counts.get(id) ?? 0), 0);
}
