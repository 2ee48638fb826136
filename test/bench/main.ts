import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  FULL_ROWS,
  type Sized,
  directLines,
  firstImportLines,
  importLines,
  kindLines,
  pipelineLines,
  secondImportLines,
  syncLines,
} from './budgets';
import { benchedProfiles } from './bench-site';
import { bulkKinds } from './bulk-kinds';
import { measureBundles } from './bundles';
import { measureDirectory } from './directory-list';
import { measureLoadTimes } from './load-time';
import { type BenchedKind, type ImportFigures, meanOf, runImport } from './import-run';
import { leavingCustomers, newEntitlements, newProducts, runDirect } from './kinds-run';
import { measureIssueProfile } from './issue-profile';
import { type Measurement, formatRows } from './measurement';
import { type PipelineFigures, measurePipeline } from './pipeline';
import { type SecondImportFigures, runSecondImport } from './second-import';
import { type SyncFigures, runSync } from './sync-run';
import { tableOf } from './table';

const HELP = `Measures the budgets of the design, each as a ratio against its reference in the same run.

  npm run bench -- [options]

  --rows N,N,...   sizes of the files   (1000,10000,100000,1000000)
  --json FILE      writes the measurements to a file as well
  --strict         exit code 1 when a budget is missed
  --help           this text
`;

const DEFAULT_ROWS = '1000,10000,100000,1000000';
/** Larger files go through the pipeline alone: the emulated site keeps every customer in memory. */
const LARGEST_IMPORT = 100_000;
/** The row of the table before which code has been compiled by use. */
const WARM_UP_ROWS = 1_000;
/** The site of an import has had one of so many rows before: only the first of a site has to learn how long tasks take. */
const ROWS_BEFORE = 500;

function readOptions() {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: DEFAULT_ROWS },
      json: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.rows.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error('--rows takes whole numbers from 1, with commas between them. See npm run bench -- --help.');
  }
  return { ...values, sizes };
}

/** Runs something at each size, one after the other. */
async function atSizes<T>(what: string, sizes: readonly number[], run: (rows: number) => Promise<T>) {
  const results: Sized<T>[] = [];
  for (const rows of sizes) {
    process.stderr.write(`${what}, ${formatRows(rows)} rows …\n`);
    results.push({ rows, figures: await run(rows) });
  }
  return results;
}

/** The lines of the sizes that were asked for, those of one budget together. */
function inOrder<T>(
  sizes: readonly number[],
  sized: readonly Sized<T>[],
  linesOf: (one: Sized<T>, full: T) => Measurement[],
): Measurement[] {
  const full = sized.find(({ rows }) => rows === FULL_ROWS);
  if (full === undefined) throw new Error(`There are no figures of ${FULL_ROWS} rows to hold the others against.`);
  const all = sized.filter(({ rows }) => sizes.includes(rows)).map((one) => linesOf(one, full.figures));
  return (all[0] ?? []).flatMap((_, at) => all.flatMap((lines) => lines.slice(at, at + 1)));
}

async function measureAll(sizes: readonly number[]): Promise<Measurement[]> {
  const all = [...new Set([...sizes, FULL_ROWS])].sort((a, b) => a - b);
  await measurePipeline(WARM_UP_ROWS);
  const pipelines = await atSizes<PipelineFigures>('pipeline', all, measurePipeline);
  const importSizes = all.filter((rows) => rows <= LARGEST_IMPORT);
  const [first, imports] = await quietly(async () => [
    await importFigures(benchedProfiles, WARM_UP_ROWS, 0),
    await atSizes('import', importSizes, (rows) => importFigures(benchedProfiles, rows, ROWS_BEFORE)),
  ]);
  return [
    ...inOrder(sizes, pipelines, pipelineLines),
    ...inOrder(sizes, imports, importLines),
    ...firstImportLines({ rows: WARM_UP_ROWS, figures: first }),
    ...(await quietly(() => measureSecondImports(sizes.filter((rows) => rows <= LARGEST_IMPORT)))),
    ...(await quietly(measureKinds)),
    ...(await quietly(measureDirect)),
    ...(await quietly(() => measureSync(importSizes))),
    ...(await quietly(measureIssueProfile)),
    ...(await quietly(() => measureDirectory([1_000, 30_000, ...(sizes.includes(1_000_000) ? [1_000_000] : [])]))),
    ...(await measureLoadTimes()),
    ...(await measureBundles()),
  ];
}

/** The mean over some seeds: in a small import a single task that takes long decides much. */
async function importFigures(kind: BenchedKind, rows: number, before: number): Promise<ImportFigures> {
  const figures: ImportFigures[] = [];
  const seeds = rows > 10_000 ? 1 : rows > 1_000 ? 3 : 10;
  for (let seed = 1; seed <= seeds; seed += 1) figures.push(await runImport(kind, rows, seed, before));
  return meanOf(figures);
}

/** The other kinds that go by bulk requests, at one size: their batches differ from those of profiles in what is sent alone. */
async function measureKinds(): Promise<Measurement[]> {
  const lines: Measurement[] = [];
  for (const [name, kind] of bulkKinds) {
    process.stderr.write(`${name} …\n`);
    const figures = await importFigures(kind, WARM_UP_ROWS, ROWS_BEFORE);
    lines.push(...kindLines(name, { rows: WARM_UP_ROWS, figures }));
  }
  return lines;
}

/** Single calls: with nothing to look up, with a search for each row, and with two calls a row. */
async function measureDirect(): Promise<Measurement[]> {
  const products = await runDirect(newProducts(WARM_UP_ROWS), 1);
  const customers = await runDirect(leavingCustomers(WARM_UP_ROWS), 1);
  const entitlements = await runDirect(newEntitlements(WARM_UP_ROWS), 1);
  return [
    ...directLines('new products', products, 1),
    ...directLines('customers to delete', customers, 2),
    ...directLines('entitlements with a value', entitlements, 2),
  ];
}

/** A file of each size that is imported again. */
async function measureSecondImports(sizes: readonly number[]): Promise<Measurement[]> {
  const run = (rows: number): Promise<SecondImportFigures> => runSecondImport(rows, 1);
  return (await atSizes('second import', sizes, run)).flatMap(secondImportLines);
}

/** A sync at the largest size of an import that was asked for, its memory against that of FULL_ROWS. */
async function measureSync(sizes: readonly number[]): Promise<Measurement[]> {
  const largest = Math.max(...sizes);
  const run = async (rows: number): Promise<SyncFigures> => {
    process.stderr.write(`sync, ${formatRows(rows)} rows …\n`);
    return runSync(rows, 1);
  };
  const small = await run(FULL_ROWS);
  return syncLines(largest === FULL_ROWS ? small : await run(largest), small);
}

/** Runs something without the log lines that the app's functions write. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await run();
  } finally {
    console.log = log;
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const measurements = await measureAll(options.sizes);
  console.log(tableOf(measurements));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(measurements, null, 2)}\n`);
  const missed = measurements.filter(({ ok }) => !ok).length;
  console.log(missed === 0 ? '\nEvery budget is kept.' : `\n${missed} of ${measurements.length} budgets are missed.`);
  if (options.strict && missed > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
