import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import { openFile } from '../../src/domain/file/read/open-file';
import { checkFile } from '../../src/domain/file/check/check-file';
import { gzip } from '../../src/domain/file/check/gzip';
import { packFile } from '../../src/domain/file/check/pack-file';
import { benchSetup, customerCsv } from './customer-rows';
import { bytesInUse, collectGarbage } from './heap';

export interface PipelineFigures {
  /** From the file to its parts, ready to upload, in milliseconds. */
  pipelineMs: number;
  /** Papaparse alone, streaming the same file, in milliseconds. */
  papaparseMs: number;
  /** The most that was needed between chunks on top of what was needed before, in bytes, after garbage collection. */
  neededBytes: number;
}

/** Chunks of a file from one look at the memory to the next. */
const CHUNKS_PER_LOOK = 32;

/** Measures the pipeline and papaparse alone on one file of 12 columns: the best of some runs, by turns. */
export async function measurePipeline(rows: number): Promise<PipelineFigures> {
  // A run over a small file ends before the engine has compiled what it runs: it takes many of them to see the code itself.
  const runs = rows > 100_000 ? 1 : rows > 10_000 ? 3 : Math.ceil(100_000 / rows);
  return withFile(rows, async (path) => {
    const papaparse: number[] = [];
    const ours: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      papaparse.push(await timeOf(() => papaparseAlone(path)));
      ours.push(await timeOf(() => runPipeline(path, rows, () => undefined)));
    }
    return {
      pipelineMs: Math.min(...ours),
      papaparseMs: Math.min(...papaparse),
      neededBytes: await memoryOf(path, rows),
    };
  });
}

async function withFile<T>(rows: number, measure: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'csm-pipeline-'));
  try {
    const path = join(folder, 'customers.csv');
    await pipeline(Readable.from(customerCsv(rows)), createWriteStream(path));
    return await measure(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeOf(run: () => Promise<void>): Promise<number> {
  collectGarbage();
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function memoryOf(path: string, rows: number): Promise<number> {
  collectGarbage();
  const before = bytesInUse();
  let chunks = 0;
  let most = -Infinity;
  await runPipeline(path, rows, () => {
    chunks += 1;
    if (chunks % CHUNKS_PER_LOOK !== 1) return;
    collectGarbage();
    most = Math.max(most, bytesInUse() - before);
  });
  return most;
}

function papaparseAlone(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, 'utf8'), {
      chunk: () => undefined,
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** What the file frame does with a file: look at it, check every row, pack the rows into parts. */
async function runPipeline(path: string, rows: number, progress: () => void): Promise<void> {
  const { signal } = new AbortController();
  const file = await openFile(await openAsBlob(path), 'customers.csv');
  const lookup = (_entity: string, names: string[]) => Promise.resolve(names.map((name) => ({ name, ids: ['42'] })));
  const checked = await checkFile(file, benchSetup, lookup, { signal, progress });
  await packFile(checked, gzip, () => Promise.resolve(), { signal, progress });
  if (checked.summary.ready !== rows) throw new Error(`Only ${checked.summary.ready} of ${rows} rows were accepted.`);
}
