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
/** Loads of each, in turn: a machine whose speed drifts drifts for both. */
const LOADS = 15;

/** What a cold start of a function waits for before the first line of the app runs. */
export async function measureLoadTime(): Promise<Measurement> {
  const { backEnd } = readManifest(resolve(__dirname, '../../manifest.yml'));
  if (backEnd === null) throw new Error('The manifest names no function.');
  const folder = await mkdtemp(join(tmpdir(), 'load-time-'));
  try {
    const app = await bundled(backEnd, join(folder, 'app.cjs'));
    const smallest = await bundled(resolve(__dirname, 'smallest/back-end.ts'), join(folder, 'smallest.cjs'));
    const times = { app: [] as number[], smallest: [] as number[] };
    for (let load = 0; load < LOADS; load += 1) {
      times.app.push(await loadMs(app));
      times.smallest.push(await loadMs(smallest));
    }
    return measurement('time to load the back end', {
      unit: 'ms',
      value: median(times.app),
      reference: median(times.smallest),
      budget: BUDGET,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bundled(entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    logLevel: 'warning',
  });
  return outfile;
}

async function loadMs(bundle: string): Promise<number> {
  const script = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, bundle]);
  return Number(stdout);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
