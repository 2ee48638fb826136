import type { ImportFigures } from './import-run';
import type { DirectFigures } from './kinds-run';
import { type Measurement, formatRows, measurement } from './measurement';
import type { PipelineFigures } from './pipeline';
import type { SecondImportFigures } from './second-import';
import type { DeliveryFigures, SyncFigures } from './sync-run';

/** Of a batch, polls included; of the first import of a site, whose task times are not known. */
const REQUESTS = 2.2;
const FIRST_IMPORT_REQUESTS = 2.7;
/** Of a row by single calls, against those that nothing can spare; and the time against five calls always under way. */
const DIRECT_REQUESTS = 1.1;
const DIRECT_MAKESPAN = 1.4;
const KVS_UNITS_PER_100_ROWS = 3;
/** What a sync of which 1 % has changed takes of what the whole file takes. */
const OF_FULL = 0.03;
/** What the second import of an unchanged file asks the site for, of what the first did. */
const OF_FIRST = 0.05;
/** What a call of a comparison may take of the run time of a resolver, and its answer of the size of one. Forge platform limits. */
const RESOLVER_MS = 25_000;
const CALL_SHARE = 0.2;
const ANSWER_MB = 5;
const ANSWER_SHARE = 0.9;
/** Memory is flat when a file of any size takes no more than this many times what a file of FULL_ROWS takes. */
const FLAT = 1.5;
/** Rows that fill every buffer there is: the file frame has three parts of 2,000 rows under way at the most, a step one. */
export const FULL_ROWS = 10_000;
const MB = 1024 * 1024;

export interface Sized<T> {
  rows: number;
  figures: T;
}

/** The lines of a pipeline, its memory against that of FULL_ROWS. */
export function pipelineLines({ rows, figures }: Sized<PipelineFigures>, full: PipelineFigures): Measurement[] {
  const size = `${formatRows(rows)} rows`;
  return [
    measurement(`pipeline, ${size}`, {
      unit: 'ms',
      value: figures.pipelineMs,
      reference: figures.papaparseMs,
      budget: 5,
    }),
    memoryLine(`memory of the pipeline, ${size}`, figures.neededBytes, full.neededBytes),
  ];
}

/** The lines of an import, the memory of its steps against that of FULL_ROWS. */
export function importLines({ rows, figures }: Sized<ImportFigures>, full: ImportFigures): Measurement[] {
  const size = `${formatRows(rows)} rows`;
  return [
    requestsLine(`requests per batch, ${size}`, figures),
    requestsLine(`requests per batch, look-ups included, ${size}`, withLookUps(figures)),
    makespanLine(`makespan, ${size}`, figures),
    measurement(`written to KVS per 100 rows, ${size}`, {
      unit: '× 10 KB',
      value: figures.writtenUnits,
      reference: rows / 100,
      budget: KVS_UNITS_PER_100_ROWS,
    }),
    memoryLine(`memory of a step, ${size}`, figures.stepBytes, full.stepBytes),
  ];
}

/** The lines in which the first import of a site differs from those after it. */
export function firstImportLines({ rows, figures }: Sized<ImportFigures>): Measurement[] {
  const what = `first import of a site, ${formatRows(rows)} rows`;
  return [
    requestsLine(`requests per batch, ${what}`, figures, FIRST_IMPORT_REQUESTS),
    makespanLine(`makespan, ${what}`, figures),
  ];
}

/** The lines of a bulk import of another kind than customer profiles. */
export function kindLines(kind: string, { rows, figures }: Sized<ImportFigures>): Measurement[] {
  const what = `${kind}, ${formatRows(rows)} rows`;
  return [requestsLine(`requests per batch, ${what}`, figures), makespanLine(`makespan, ${what}`, figures)];
}

/** The lines of a job of single calls. `floor`: the requests of a row that nothing can spare. */
export function directLines(what: string, { rows, requests, makespanMs, idealMs }: DirectFigures, floor: number) {
  const size = `${what}, ${formatRows(rows)} rows`;
  return [
    measurement(`requests per row, ${size}`, {
      unit: 'requests',
      value: requests / rows,
      reference: floor,
      budget: DIRECT_REQUESTS,
    }),
    measurement(`makespan, ${size}`, {
      unit: 's',
      value: makespanMs / 1_000,
      reference: idealMs / 1_000,
      budget: DIRECT_MAKESPAN,
    }),
  ];
}

/**
 * The lines of a delivery of which 1 % has changed, against that of the whole file; the memory of its steps and of those of
 * the first delivery against that of FULL_ROWS.
 */
export function syncLines({ rows, full, changed }: SyncFigures, small: SyncFigures): Measurement[] {
  const size = `${formatRows(rows)} rows`;
  const what = `1 % changed of a synced export, ${size}`;
  const line = (name: string, unit: string, key: keyof DeliveryFigures, scale = 1): Measurement =>
    measurement(`${name}, ${what}`, {
      unit,
      value: changed[key] / scale,
      reference: full[key] / scale,
      budget: OF_FULL,
    });
  return [
    line('requests', 'requests', 'requests'),
    line('written to KVS', '× 10 KB', 'writtenUnits'),
    line('makespan', 's', 'makespanMs', 1_000),
    memoryLine(`memory of a step, ${what}`, changed.stepBytes, small.changed.stepBytes),
    memoryLine(`memory of a step, first delivery of an export, ${size}`, full.stepBytes, small.full.stepBytes),
  ];
}

/** The lines of a file that is imported again, and compared with the directory first. */
export function secondImportLines({ rows, figures }: Sized<SecondImportFigures>): Measurement[] {
  const what = `second import of an unchanged file, ${formatRows(rows)} rows`;
  const { first, second, callMs, answerChars } = figures;
  return [
    measurement(`requests, ${what}`, { unit: 'requests', value: second, reference: first, budget: OF_FIRST }),
    measurement(`longest call, ${what}`, { unit: 'ms', value: callMs, reference: RESOLVER_MS, budget: CALL_SHARE }),
    measurement(`largest answer, ${what}`, {
      unit: 'MB',
      value: answerChars / 1e6,
      reference: ANSWER_MB,
      budget: ANSWER_SHARE,
    }),
  ];
}

const requestsLine = (name: string, { requests, batches }: ImportFigures, budget = REQUESTS): Measurement =>
  measurement(name, { unit: 'requests', value: requests, reference: batches, budget });

const withLookUps = (figures: ImportFigures): ImportFigures => ({
  ...figures,
  requests: figures.requests + figures.lookUps,
});

const makespanLine = (name: string, { makespanMs, idealMs }: ImportFigures): Measurement =>
  measurement(name, { unit: 's', value: makespanMs / 1_000, reference: idealMs / 1_000, budget: 1.1 });

const memoryLine = (name: string, bytes: number, full: number): Measurement =>
  measurement(name, { unit: 'MB', value: bytes / MB, reference: full / MB, budget: FLAT });
