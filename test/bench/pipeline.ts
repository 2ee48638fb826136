import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { openAsBlob, createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import { openFile } from '../../static/file-frame/src/read/open-file';
import { checkFile } from '../../static/file-frame/src/work/check-file';
import { gzip } from '../../static/file-frame/src/work/gzip';
import { packFile } from '../../static/file-frame/src/work/pack-file';
import { benchSetup, customerCsv } from './customer-rows';

export interface PipelineMeasurement {
  rows: number;
  /** From the file to its parts, ready to upload, in milliseconds. */
  pipelineMs: number;
  /** Papaparse alone, streaming the same file, in milliseconds. */
  papaparseMs: number;
  ratio: number;
  /** The largest heap seen between chunks, in bytes. */
  peakHeapBytes: number;
  /** Characters of base64 that would be uploaded. */
  uploadedChars: number;
}

async function withFile<T>(rows: number, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'csm-pipeline-'));
  try {
    const path = join(folder, 'customers.csv');
    await pipeline(Readable.from(customerCsv(rows)), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function papaparseAlone(path: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, 'utf8'), {
      chunk: () => undefined,
      complete: () => resolve(performance.now() - started),
      error: reject,
    });
  });
}

/** What the frame does with a file: look at it, check every row, pack the rows into parts. */
async function runPipeline(
  path: string,
  rows: number,
): Promise<Omit<PipelineMeasurement, 'rows' | 'papaparseMs' | 'ratio'>> {
  const signal = new AbortController().signal;
  let peakHeapBytes = 0;
  let uploadedChars = 0;
  const progress = () => {
    peakHeapBytes = Math.max(peakHeapBytes, process.memoryUsage().heapUsed);
  };
  const started = performance.now();
  const file = await openFile(await openAsBlob(path), 'customers.csv');
  const lookup = (_entity: string, names: string[]) => Promise.resolve(names.map((name) => ({ name, ids: ['42'] })));
  const checked = await checkFile(file, benchSetup, lookup, { signal, progress });
  const upload = ({ pieces }: { pieces: string[] }) => {
    uploadedChars += pieces.reduce((sum, piece) => sum + piece.length, 0);
    return Promise.resolve();
  };
  await packFile(checked, gzip, upload, { signal, progress });
  if (checked.summary.ready !== rows) throw new Error(`Only ${checked.summary.ready} of ${rows} rows were accepted.`);
  return { pipelineMs: performance.now() - started, peakHeapBytes, uploadedChars };
}

/** Measures the pipeline and papaparse alone on the same file of 12 columns, after one run of each to warm up. */
export async function measurePipeline(rows: number): Promise<PipelineMeasurement> {
  await withFile(1_000, async (path) => [await papaparseAlone(path), await runPipeline(path, 1_000)]);
  return withFile(rows, async (path) => {
    const papaparseMs = await papaparseAlone(path);
    const measured = await runPipeline(path, rows);
    return { rows, ...measured, papaparseMs, ratio: measured.pipelineMs / papaparseMs };
  });
}
