import { seededRandom } from '../../sandbox/csm/seeded-random';
import type { LogEntry } from '../../sandbox/csm/log';
import { type Site, createSite } from '../../sandbox/site';
import type { StoredRow } from '../../src/contract/imports';
import type { ResponseOf } from '../../src/contract/resolvers';
import { compareKnown } from '../../src/domain/compare/compare-known';
import { acceptedRows } from '../../src/domain/file/check/accepted-rows';
import { type CheckedFile, checkFile } from '../../src/domain/file/check/check-file';
import { gunzip } from '../../src/domain/file/check/gzip';
import { openFile } from '../../src/domain/file/read/open-file';
import { type Console, consoleOf } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';
import { furnish } from './bench-site';
import { benchSetup, customerCsv } from './customer-rows';
import { importRows } from './import-run';

const LATENCY_MS = 150;
const LATENCY_SPREAD_MS = 50;
const LOOK_EVERY_MS = 60_000;

export interface SecondImportFigures {
  /** Requests of the first import, from its check to its end, and of the second one, which has nothing to send. */
  first: number;
  second: number;
  /** What reading the site for the directory takes in between, as it does after any import. */
  reading: number;
  /** The comparison, and its longest call, in real milliseconds. */
  comparisonMs: number;
  callMs: number;
  /** Characters of the largest answer. */
  answerChars: number;
}

interface Bench {
  sandbox: VirtualSandbox<Site>;
  page: Console;
}

/** Imports a file, has the site read, and compares the same file with the directory, without faults, in virtual time. */
export async function runSecondImport(rows: number, seed: number): Promise<SecondImportFigures> {
  let requests = 0;
  const onRequest = ({ path }: LogEntry): void => {
    if (!path.startsWith('/rest/api/3/mypermissions')) requests += 1;
  };
  const faults = { latencyMs: LATENCY_MS, latencySpreadMs: LATENCY_SPREAD_MS };
  const sandbox = await virtualSandbox({
    seed,
    site: (parts) => createSite({ ...parts, content: 'empty', faults, onRequest }),
  });
  const { random } = Math;
  Math.random = seededRandom(seed + 1);
  const counted = async <T>(run: () => Promise<T>): Promise<[count: number, result: T]> => {
    requests = 0;
    const result = await run();
    return [requests, result];
  };
  try {
    furnish(sandbox.site);
    const bench = { sandbox, page: consoleOf(sandbox.platform) };
    const [first] = await counted(() => importFile(bench, rows));
    const [reading] = await counted(() => readSite(bench));
    const [second, compared] = await counted(async () => compare(bench, await check(bench, rows)));
    return { first, second, reading, ...compared };
  } finally {
    Math.random = random;
    await sandbox.close();
  }
}

async function check({ sandbox, page }: Bench, rows: number): Promise<CheckedFile> {
  const file = await openFile(new Blob([...customerCsv(rows)]), 'customers.csv');
  const find = async (_: string, names: string[]) =>
    (await sandbox.settle(page.call('imports.organizations', { names }))).matches;
  return checkFile(file, benchSetup, find, pass());
}

async function importFile(bench: Bench, rows: number): Promise<void> {
  const checked = await check(bench, rows);
  const accepted: StoredRow[] = [];
  for await (const row of acceptedRows(checked)) accepted.push(row);
  await importRows(bench.sandbox, { plan: checked.plan, rows: () => accepted, furnish }, rows);
}

async function readSite({ sandbox, page }: Bench): Promise<void> {
  await sandbox.settle(page.call('directory.read', {}));
  for (;;) {
    const { scan } = await sandbox.settle(page.call('directory.status', {}));
    if (scan === null) return;
    if (scan.state === 'parked') throw new Error(`The reading stopped: ${scan.message}`);
    await sandbox.run(LOOK_EVERY_MS);
  }
}

async function compare({ sandbox, page }: Bench, checked: CheckedFile) {
  let [callMs, answerChars] = [0, 0];
  const measured = async (call: () => Promise<ResponseOf<'directory.records'>>) => {
    const before = performance.now();
    const answer = await sandbox.settle(call());
    callMs = Math.max(callMs, performance.now() - before);
    answerChars = Math.max(answerChars, JSON.stringify(answer).length);
    return answer;
  };
  const ask = (request: Parameters<typeof page.call<'directory.records'>>[1]) =>
    measured(() => page.call('directory.records', request));
  const before = performance.now();
  const { comparison } = await compareKnown(checked, { ask, gunzip }, pass());
  const comparisonMs = performance.now() - before;
  const { ready } = checked.summary;
  if (comparison.unchanged !== ready)
    throw new Error(`Of ${ready} rows ${comparison.unchanged} are unchanged, and ${comparison.unread} unread.`);
  return { comparisonMs, callMs, answerChars };
}

const pass = () => ({ signal: new AbortController().signal, progress: () => undefined });
