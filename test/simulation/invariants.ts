import type { Site } from '../../sandbox/site';
import type { JobView, Outcome } from '../../src/contract/jobs';
import type { ResponseOf } from '../../src/contract/resolvers';
import { jobHeadSchema } from '../../src/domain/jobs/head';
import { kindOf } from '../../src/domain/kinds';
import * as v from 'valibot';
import type { Console } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';
import type { Weather } from './weather';
import type { Account, SimulatedCase } from './case';

/** Task slots that the app may use: the default of its settings. */
const SLOTS = 5;
/** One five-minute tick, the run time of what it starts, and the minute at which the simulation looks. */
const LONGEST_STALL_MS = (5 + 3 + 1) * 60_000;

/** What the app says became of each row of the file, by row number: those not listed succeeded. */
export async function accountOf(sandbox: VirtualSandbox<Site>, console: Console, jobId: string): Promise<Account> {
  const rows = await sandbox.settle(console.unsuccessful(jobId));
  const account = new Map<number, { outcome: Outcome; reason: string }>();
  for (const { row, outcome, reason } of rows) {
    if (outcome === 'left out') continue;
    if (account.has(row)) throw new Error(`Row ${row} is listed twice.`);
    account.set(row, { outcome, reason });
  }
  return account;
}

/** What must hold at any time. */
export function checkMoment(sandbox: VirtualSandbox<Site>, jobId: string, { crashRate }: Weather): string[] {
  const { site, platform, clock } = sandbox;
  const broken: string[] = [];
  for (const { kind, subject } of site.journal.violations) broken.push(`${kind}: ${subject}`);
  const stored = platform.store.get('entity:record', `job:${jobId}`);
  const { value: head } = v.parse(v.object({ value: jobHeadSchema }), JSON.parse(stored?.json ?? 'null'));
  if (head.inFlight.length > SLOTS) broken.push(`${head.inFlight.length} tasks in flight`);
  if (head.dueAt !== null && clock.now() - head.dueAt > LONGEST_STALL_MS && crashRate === 0) {
    broken.push(`stalled for ${clock.now() - head.dueAt} ms`);
  }
  return broken;
}

/** What must hold when the job has ended. */
export function checkEnd(
  { site }: VirtualSandbox<Site>,
  file: SimulatedCase,
  job: JobView,
  account: Account,
): string[] {
  return [...checkSums(file, job, account), ...file.checkRows(site, account), ...checkJournal(site, file)];
}

function checkSums({ rows }: SimulatedCase, { tally }: JobView, account: Account): string[] {
  const counted = { succeeded: rows.length - account.size, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
  for (const { outcome } of account.values()) counted[outcome] += 1;
  const sum = Object.values(tally).reduce((a, b) => a + b, 0);
  const broken = sum === rows.length ? [] : [`outcomes add up to ${sum} of ${rows.length} rows`];
  if (JSON.stringify(counted) !== JSON.stringify(tally)) {
    broken.push(`tally ${JSON.stringify(tally)} against listed ${JSON.stringify(counted)}`);
  }
  return broken;
}

/** Whatever is gone, the job has saved before: its row is among the records to download. */
export async function checkSaved(
  sandbox: VirtualSandbox<Site>,
  console: Console,
  { plan, rows }: SimulatedCase,
  { id: jobId }: JobView,
  account: Account,
): Promise<string[]> {
  if (kindOf(plan.kind).removes !== true) return [];
  const saved = new Set<number>();
  let cursor: string | null = null;
  do {
    const page: ResponseOf<'jobs.saved'> = await sandbox.settle(console.call('jobs.saved', { jobId, cursor }));
    for (const { row } of page.rows) saved.add(row);
    cursor = page.next;
  } while (cursor !== null);
  const gone = rows.map(([row]) => row).filter((row) => !account.has(row));
  return gone.filter((row) => !saved.has(row)).map((row) => `row ${row} was removed and not saved`);
}

/** No row is applied twice: a task's rows are journalled with its key, and a key makes one task. */
function checkJournal(site: Site, { twins }: SimulatedCase): string[] {
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const { taskId, entity } of site.journal.entries) {
    if (taskId === null || twins?.has(entity) === true) continue;
    if (seen.has(entity)) broken.push(`applied twice: ${entity}`);
    seen.add(entity);
  }
  return broken;
}
