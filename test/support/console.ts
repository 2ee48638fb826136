import { gzipSync } from 'node:zlib';
import type { ImportPlan, LeftOutRow, StoredRow } from '../../src/contract/imports';
import { ROWS_PER_PART } from '../../src/contract/imports';
import { type JobView, type UnsuccessfulRow, endStates } from '../../src/contract/jobs';
import type { RequestOf, ResolverName, ResponseOf } from '../../src/contract/resolvers';
import { resolvers } from '../../src/contract/resolvers';
import { type ResolverError, resultSchema } from '../../src/contract/result';
import * as v from 'valibot';
import { acceptedJson, cutPieces, leftOutJson } from '../../src/domain/import/part';
import type { ForgePlatform } from '../../sandbox/forge/platform';

export const ADA = '712020:ada00000-0000-4000-a000-000000000001';
export const GIL = '712020:91100000-0000-4000-a000-000000000002';
export const NORA = '712020:404a0000-0000-4000-a000-000000000003';

/** What a resolver refused, as the page gets it. */
export class Refused extends Error {
  constructor(readonly error: ResolverError) {
    super(`${error.code}: ${error.message}`);
  }
}

interface ImportedFile {
  name?: string;
  plan: ImportPlan;
  rows: StoredRow[];
  leftOut?: LeftOutRow[];
  /** The job whose rows these are once more. */
  retryOf?: string;
}

/** Calls the console's resolvers as its page does: through the platform, parsing what comes back. */
export function consoleOf(platform: Pick<ForgePlatform, 'invoke'>, accountId = ADA) {
  async function call<N extends ResolverName>(name: N, payload: RequestOf<N>): Promise<ResponseOf<N>> {
    const request = { accountId, moduleKey: 'console', functionKey: name, payload, context: {} };
    const result = v.parse(resultSchema, await platform.invoke(request));
    if (!result.ok) throw new Refused(result.error);
    return v.parse(resolvers[name].response, result.data);
  }

  /** Registers, uploads and starts a job, as the file frame does once it has checked a file. */
  async function startImport(file: ImportedFile) {
    const { name = 'customers.csv', plan, rows, leftOut = [], retryOf } = file;
    const joined = rows.flatMap(([, , later = []]) => later).length;
    const total = rows.length + leftOut.length + joined;
    const counts = { total, leftOut: leftOut.length, accepted: rows.length, ...(joined > 0 && { joined }) };
    const retry = retryOf === undefined ? {} : { retryOf };
    const { jobId } = await call('jobs.create', { name, plan, delimiter: ',', rows: counts, ...retry });
    await uploadList(jobId, 'accepted', rows, packAccepted);
    await uploadList(jobId, 'left-out', leftOut, (some) => packJson(leftOutJson(some)));
    await call('jobs.start', { jobId });
    return jobId;
  }

  async function uploadList<R>(
    jobId: string,
    list: 'accepted' | 'left-out',
    rows: readonly R[],
    pack: (rows: readonly R[]) => string[],
  ): Promise<void> {
    for (let part = 0; part * ROWS_PER_PART < rows.length; part += 1) {
      const pieces = pack(rows.slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART));
      for (const [piece, data] of pieces.entries()) {
        await call('jobs.upload', { jobId, list, part, piece, pieces: pieces.length, data });
      }
    }
  }

  async function unsuccessful(jobId: string): Promise<UnsuccessfulRow[]> {
    const rows: UnsuccessfulRow[] = [];
    let cursor: string | null = null;
    do {
      const page: ResponseOf<'jobs.unsuccessful'> = await call('jobs.unsuccessful', { jobId, cursor });
      rows.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  }

  const job = (jobId: string): Promise<JobView> => call('jobs.get', { jobId });
  return { call, startImport, unsuccessful, job };
}

export type Console = ReturnType<typeof consoleOf>;

export const hasEnded = ({ state }: JobView): boolean => endStates.includes(state);

const packJson = (json: string): string[] => cutPieces(gzipSync(json).toString('base64'));

/** Accepted rows as the pieces in which they are uploaded. */
export const packAccepted = (rows: readonly StoredRow[]): string[] => packJson(acceptedJson(rows));

/** A plan for files with the columns E-mail, Name and, for each field, one of its name. */
export function planFor(operation: ImportPlan['operation'], fields: ImportPlan['fields'] = []): ImportPlan {
  return {
    kind: 'customer-profiles',
    operation,
    columns: [
      { header: 'E-mail', target: { to: 'email' } },
      { header: 'Name', target: { to: 'displayName' } },
      ...fields.map(({ name }) => ({ header: name, target: { to: 'detail' as const, field: name } })),
    ],
    fields,
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products: [] },
  };
}
