import { type Site, createSite } from '../../sandbox/site';
import { seededRandom } from '../../sandbox/forge/ids';
import type { JobView } from '../../src/contract/jobs';
import * as backEnd from '../support/back-end';
import { jobKindOf } from '../../src/jobs/kinds';
import { readSite } from '../../src/jobs/store/ledger';
import { type Console, consoleOf, hasEnded } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { drawProfiles } from './import';
import { drawKind } from './kinds';
import { accountOf, checkEnd, checkMoment, checkSaved } from './invariants';
import { asked } from './asked';
import { checkLists, resultsOf } from './done';
import { Pauses } from './pauses';
import { checkUndone } from './undone';
import { calm, storm } from './live-through';
import { type Weather, buggy, drawPauses, drawWeather } from './weather';

const MINUTE_MS = 60_000;
/** The longest a simulated import may take in virtual time: slow tasks, one at a time, in bad weather. */
const PATIENCE_MS = 5 * 24 * 60 * MINUTE_MS;

export interface Simulated {
  seed: number;
  rows: number;
  job: JobView;
  /** What was broken; empty when every invariant held. */
  broken: string[];
}

/** What a seed simulates: an import of customer profiles, or a job of one of the other kinds. */
export type SimulatedKinds = 'profiles' | 'others';

/** Runs one whole job in virtual time under the weather of its seed, and checks the engine's invariants. */
export async function simulate(seed: number, kinds: SimulatedKinds = 'profiles'): Promise<Simulated> {
  const random = seededRandom(seed);
  const file = kinds === 'profiles' ? drawProfiles(random) : drawKind(seed, random);
  const weather = drawWeather(random);
  const sandbox = await openSandbox(seed, weather);
  // The app draws its jitter from here: with the seed's own numbers a failing run can be run again.
  const { random: realRandom } = Math;
  const kind = jobKindOf(file.plan.kind);
  const batch = kind.batch.bind(kind);
  Math.random = seededRandom(seed + 1);
  kind.batch = buggy(batch, weather.bugRate, seededRandom(seed + 2));
  try {
    file.furnish(sandbox.site);
    const console = consoleOf(sandbox.platform);
    const jobId = await sandbox.settle(console.startImport(file));
    storm(sandbox, weather, random);
    if (weather.secondDriverEveryMs !== null) startSecondDriver(sandbox, weather.secondDriverEveryMs);
    const broken = new Set<string>();
    const pauses = new Pauses(sandbox, console, jobId, drawPauses(seededRandom(seed + 3)));
    const job = await live(sandbox, console, jobId, weather, pauses, broken);
    calm(sandbox);
    const account = await accountOf(sandbox, console, jobId);
    for (const line of checkEnd(sandbox, file, job, account)) broken.add(line);
    const results = await resultsOf(sandbox, console, jobId);
    for (const line of [...checkLists(results, account), ...file.checkDone(sandbox.site, results)]) broken.add(line);
    for (const line of await checkSaved(sandbox, console, file, job, account)) broken.add(line);
    kind.batch = batch;
    for (const line of await checkUndone(sandbox, console, file, job, account)) broken.add(line);
    return { seed, rows: file.rows.length, job, broken: [...broken] };
  } finally {
    Math.random = realRandom;
    kind.batch = batch;
    await sandbox.close();
  }
}

/**
 * The sandbox of a seed. Where its weather has a second driver, the five-minute trigger is one: it steps the job that
 * has the turn whenever it is fired, at the same time as the consumer.
 */
function openSandbox(seed: number, { settings, secondDriverEveryMs }: Weather): Promise<VirtualSandbox<Site>> {
  const drivesAlways = async (): Promise<{ statusCode: number }> => {
    const { turn } = (await readSite()).value;
    if (turn !== null) await backEnd.runJobs({ body: { jobId: turn, link: 0 } });
    return backEnd.everyFiveMinutes();
  };
  const everyFiveMinutes = secondDriverEveryMs === null ? backEnd.everyFiveMinutes : drivesAlways;
  const handlers = { ...backEnd, everyFiveMinutes };
  return virtualSandbox({ seed, handlers, site: (parts) => createSite({ ...parts, content: 'empty', settings }) });
}

function startSecondDriver(sandbox: VirtualSandbox<Site>, everyMs: number): void {
  sandbox.clock.setTimer(everyMs, () => {
    void sandbox.platform.fireSchedule('watch');
    startSecondDriver(sandbox, everyMs);
  });
}

/** Lets the job live to its end, doing what an administrator would do about it. */
async function live(
  sandbox: VirtualSandbox<Site>,
  console: Console,
  jobId: string,
  weather: Weather,
  pauses: Pauses,
  broken: Set<string>,
): Promise<JobView> {
  const start = sandbox.clock.now();
  let cancelled = false;
  for (;;) {
    const untilCancel = cancelled ? Infinity : (weather.cancelAfterMs ?? Infinity) - (sandbox.clock.now() - start);
    await sandbox.run(Math.max(1, Math.min(MINUTE_MS, untilCancel, pauses.untilNext())));
    const job = await asked(sandbox, () => console.job(jobId));
    for (const line of job ? checkMoment(sandbox, jobId, weather) : []) broken.add(line);
    if (job && hasEnded(job)) return job;
    for (const line of job ? await pauses.tend(job) : []) broken.add(line);
    const elapsed = sandbox.clock.now() - start;
    if (elapsed > PATIENCE_MS) throw new Error(`The import did not end within ${PATIENCE_MS / MINUTE_MS} minutes.`);
    if (job?.state === 'needs-attention') await asked(sandbox, () => console.call('jobs.continue', { jobId }));
    if (weather.cancelAfterMs !== null && elapsed >= weather.cancelAfterMs && !cancelled) {
      cancelled = (await asked(sandbox, () => console.call('jobs.cancel', { jobId }))) !== null;
    }
  }
}
