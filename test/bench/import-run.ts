import type { LogEntry } from '../../sandbox/csm/log';
import { seededRandom } from '../../sandbox/csm/seeded-random';
import { type Site, createSite } from '../../sandbox/site';
import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import { kindOf } from '../../src/domain/kinds';
import { defaultSettings } from '../../src/domain/settings/defaults';
import * as entryPoints from '../support/back-end';
import { consoleOf, hasEnded } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { peakDuring } from './heap';

/** A row takes from none to twice this time, which makes tasks of a minute, most of them within 6 % of it. */
const MS_PER_ROW = 600;
const LATENCY_MS = 150;
const LATENCY_SPREAD_MS = 50;
const LOOK_EVERY_MS = 10 * 60_000;
/** How many steps have their memory measured, about, spread over the import, which takes some two of each batch. */
const STEPS_MEASURED = 20;
const STEPS_PER_BATCH = 2;

const ASK = 'get-task-status';
const SLOTS = defaultSettings.taskSlots;

/** A job of a kind, of as many rows as are wanted. */
export interface BenchedKind {
  plan: ImportPlan;
  /** Of the same site: what the last rows are about is there as well. */
  rows: (count: number) => StoredRow[];
  furnish: (site: Site, count: number) => void;
}

export interface ImportFigures {
  batches: number;
  /** Submissions and questions for the status of a task. */
  requests: number;
  /** What it asked the site to see on it that rows were done. */
  lookUps: number;
  /** From the start of the job to its end, in milliseconds of virtual time. */
  makespanMs: number;
  /** The same if every slot were busy all the time. */
  idealMs: number;
  /** Everything written from the creation of the job to its end, in the units of 10 KB that the platform counts. */
  writtenUnits: number;
  /** The most that a step had in use, in bytes. */
  stepBytes: number;
}

/** The mean of what imports of the same size took; of the memory of their steps the most. */
export function meanOf(imports: readonly ImportFigures[]): ImportFigures {
  const mean = (figure: keyof ImportFigures): number =>
    imports.reduce((sum, figures) => sum + figures[figure], 0) / imports.length;
  return {
    batches: mean('batches'),
    requests: mean('requests'),
    lookUps: mean('lookUps'),
    makespanMs: mean('makespanMs'),
    idealMs: mean('idealMs'),
    writtenUnits: mean('writtenUnits'),
    stepBytes: Math.max(...imports.map(({ stepBytes }) => stepBytes)),
  };
}

/**
 * Runs one import of so many rows on a site of its own, without faults, in virtual time. The same for the same seed.
 * `before`: rows of an import that the site has had before; none when this is its first.
 */
export async function runImport(kind: BenchedKind, rows: number, seed: number, before = 0): Promise<ImportFigures> {
  const requests: LogEntry[] = [];
  const steps = measuredSteps(rows / kindOf(kind.plan.kind).rowsPerRequest);
  const sandbox = await virtualSandbox({
    seed,
    handlers: { ...entryPoints, runJobs: steps.run },
    site: (parts) => unevenSite(parts, seed, (entry) => requests.push(entry)),
  });
  const { random } = Math;
  // The app draws its jitter from here.
  Math.random = seededRandom(seed + 1);
  try {
    kind.furnish(sandbox.site, rows);
    if (before > 0) await importRows(sandbox, kind, before);
    const writtenUnits = (): number => sandbox.platform.stats().kvs.writtenUnits;
    const unitsBefore = writtenUnits();
    const tasksBefore = sandbox.site.journal.entries.length;
    requests.length = 0;
    const { makespanMs, batches } = await importRows(sandbox, kind, rows);
    return {
      batches,
      requests: requests.filter((entry) => isSubmission(entry) || entry.operationId === ASK).length,
      lookUps: requests.filter(isLookUp).length,
      makespanMs,
      idealMs: timeOfTasks(sandbox.site.journal.entries.slice(tasksBefore), requests) / SLOTS,
      writtenUnits: writtenUnits() - unitsBefore,
      stepBytes: steps.peakBytes(),
    };
  } finally {
    Math.random = random;
    await sandbox.close();
  }
}

const isSubmission = ({ operationId }: LogEntry): boolean => operationId?.startsWith('bulk-') === true;

const isLookUp = (entry: LogEntry): boolean =>
  !isSubmission(entry) && entry.operationId !== ASK && !entry.path.startsWith('/rest/api/3/mypermissions');

type SiteParts = Pick<Parameters<typeof createSite>[0], 'clock' | 'random'>;

function unevenSite(parts: SiteParts, seed: number, onRequest: (entry: LogEntry) => void): Site {
  const site = createSite({
    ...parts,
    content: 'empty',
    settings: { taskSlots: SLOTS, parallelTasks: SLOTS },
    faults: { latencyMs: LATENCY_MS, latencySpreadMs: LATENCY_SPREAD_MS },
    onRequest,
  });
  const random = seededRandom(seed + 2);
  // The site asks for its speed at each row: that makes one task differ from the next.
  Object.defineProperty(site.settings, 'taskMsPerRow', { get: () => Math.round(2 * MS_PER_ROW * random()) });
  return site;
}

/** Runs one import to its end. @throws Error where a row of it did not succeed */
export async function importRows(sandbox: VirtualSandbox<Site>, { plan, rows: rowsOf }: BenchedKind, rows: number) {
  const console = consoleOf(sandbox.platform);
  const jobId = await sandbox.settle(console.startImport({ plan, rows: rowsOf(rows) }));
  const startedAt = sandbox.clock.now();
  for (;;) {
    await sandbox.run(LOOK_EVERY_MS);
    const job = await sandbox.settle(console.job(jobId));
    if (!hasEnded(job)) continue;
    if (job.tally.succeeded !== rows) throw new Error(`Of ${rows} rows the tally is ${JSON.stringify(job.tally)}.`);
    return { makespanMs: (job.endedAt ?? NaN) - startedAt, batches: job.batches.total };
  }
}

/** The time from submission to the last row, of all tasks together. Tasks are submitted in the order of their keys. */
function timeOfTasks(entries: Site['journal']['entries'], requests: readonly LogEntry[]): number {
  const submitted = requests.filter(isSubmission).map(({ at }) => at);
  const ended = new Map<string, number>();
  for (const { taskId, at } of entries) if (taskId !== null) ended.set(taskId, at);
  if (ended.size !== submitted.length) throw new Error(`${submitted.length} submissions made ${ended.size} tasks.`);
  const total = (times: Iterable<number>): number => [...times].reduce((sum, time) => sum + time, 0);
  return total(ended.values()) - total(submitted);
}

/** The consumer of the app with the memory of some of its steps measured. */
function measuredSteps(batches: number) {
  const every = Math.max(1, Math.floor((batches * STEPS_PER_BATCH) / STEPS_MEASURED));
  let count = 0;
  let most = 0;
  return {
    run: async (event: unknown): Promise<void> => {
      count += 1;
      if (count % every !== 0) return entryPoints.runJobs(event);
      most = Math.max(most, await peakDuring(() => entryPoints.runJobs(event)));
    },
    peakBytes: () => most,
  };
}
