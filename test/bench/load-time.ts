import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { readManifest } from '../../sandbox/manifest';
import { type Measurement, measurement } from './measurement';

/** Design, "Budgets": the time to load the back end in a fresh process, against that of the smallest app. */
const BUDGET = 1.5;
/** Loads of each, in turn: a machine whose speed drifts drifts for all. */
const LOADS = 15;
const SMALLEST = 'smallest';

/** What a cold start of each file of the back end waits for before the first line of the app runs. */
export async function measureLoadTimes(): Promise<Measurement[]> {
  const { backEnd } = readManifest(resolve(__dirname, '../../manifest.yml'));
  const files = new Map([...backEnd, [SMALLEST, resolve(__dirname, 'smallest/back-end.ts')]]);
  const folder = await mkdtemp(join(tmpdir(), 'load-time-'));
  try {
    await bundle(Object.fromEntries(files), folder);
    const times = new Map([...files.keys()].map((name) => [name, [] as number[]]));
    for (let load = 0; load < LOADS; load += 1) {
      for (const [name, ms] of times) ms.push(await loadMs(join(folder, `${name}.js`)));
    }
    const medianOf = (name: string): number => median(times.get(name) ?? []);
    const reference = medianOf(SMALLEST);
    return [...backEnd.keys()].map((name) =>
      measurement(`time to load the back end, ${name}`, {
        unit: 'ms',
        value: medianOf(name),
        reference,
        budget: BUDGET,
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Not minified, as Forge's bundler leaves the code of functions. */
async function bundle(entryPoints: Record<string, string>, outdir: string): Promise<void> {
  await build({
    entryPoints,
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    logLevel: 'warning',
  });
}

async function loadMs(path: string): Promise<number> {
  const script = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, path]);
  return Number(stdout);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
