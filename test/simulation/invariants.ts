import type { Site } from '../../sandbox/site';
import type { JobView, Outcome } from '../../src/contract/jobs';
import { jobHeadSchema } from '../../src/domain/jobs/head';
import { customerProfiles } from '../../src/domain/kinds/customer-profiles';
import * as v from 'valibot';
import type { Console } from '../support/console';
import type { VirtualSandbox } from '../support/sandbox';
import type { Weather } from './weather';
import { type SimulatedFile, LOCKED_FIELD, simulatedFields } from './import';

/** Task slots that the app may use: the default of its settings. */
const SLOTS = 5;
/** One five-minute tick, the run time of what it starts, and the minute at which the simulation looks. */
const LONGEST_STALL_MS = (5 + 3 + 1) * 60_000;

type Account = Map<number, { outcome: Outcome; reason: string }>;

/** What the app says became of each row of the file, by row number: those not listed succeeded. */
export async function accountOf(sandbox: VirtualSandbox<Site>, console: Console, jobId: string): Promise<Account> {
  const rows = await sandbox.settle(console.unsuccessful(jobId));
  const account: Account = new Map();
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
export function checkEnd(sandbox: VirtualSandbox<Site>, file: SimulatedFile, job: JobView, account: Account): string[] {
  return [...checkSums(file, job, account), ...checkRows(sandbox, file, account), ...checkJournal(sandbox)];
}

function checkSums({ rows }: SimulatedFile, { tally }: JobView, account: Account): string[] {
  const counted = { succeeded: rows.length - account.size, partly: 0, failed: 0, unconfirmed: 0, cancelled: 0 };
  for (const { outcome } of account.values()) counted[outcome] += 1;
  const sum = Object.values(tally).reduce((a, b) => a + b, 0);
  const broken = sum === rows.length ? [] : [`outcomes add up to ${sum} of ${rows.length} rows`];
  if (JSON.stringify(counted) !== JSON.stringify(tally)) {
    broken.push(`tally ${JSON.stringify(tally)} against listed ${JSON.stringify(counted)}`);
  }
  return broken;
}

/** No row is applied twice: a task's rows are journalled with its key, and a key makes one task. */
function checkJournal({ site }: VirtualSandbox<Site>): string[] {
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const { taskId, entity } of site.journal.entries) {
    if (taskId === null) continue;
    if (seen.has(entity)) broken.push(`applied twice: ${entity}`);
    seen.add(entity);
  }
  return broken;
}

/** What the app says of each row, held against what the site holds and did. */
function checkRows({ site }: VirtualSandbox<Site>, file: SimulatedFile, account: Account): string[] {
  const state = site.state();
  const encode = customerProfiles.encoder(file.plan);
  const sent = new Set(
    site.journal.entries.flatMap(({ taskId, entity }) => (taskId === null ? [] : [entity.toLowerCase()])),
  );
  const broken: string[] = [];
  for (const [row, cells] of file.rows) {
    const payload = encode(cells).operation?.payload;
    const customer = state.customers.find(payload?.email ?? '');
    const outcome = account.get(row)?.outcome ?? 'succeeded';
    const wanted = (payload?.details ?? []).filter(({ name }) => outcome !== 'partly' || name !== LOCKED_FIELD);
    const whole =
      customer?.displayName === payload?.displayName &&
      wanted.every(({ name, values }) => {
        const stored = customer?.details.get(`field-${name}`) ?? [];
        return simulatedFields.some((field) => field.name === name) && values.every((value) => stored.includes(value));
      });
    if ((outcome === 'succeeded' || outcome === 'partly') && !whole)
      broken.push(`row ${row} is called ${outcome}, and is not on the site`);
    if (outcome === 'cancelled' && sent.has(payload?.email ?? ''))
      broken.push(`row ${row} is called cancelled, and was sent`);
    if (outcome === 'failed' && whole && !file.existing.includes(payload?.email ?? '')) {
      broken.push(`row ${row} is called failed, and is on the site: ${account.get(row)?.reason ?? ''}`);
    }
  }
  return broken;
}
