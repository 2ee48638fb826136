import { type LeftOutRow, ROWS_PER_PART } from '../../contract/imports';
import { type ReasonOfRows, UNKNOWN_ROW, type UnsuccessfulRow } from '../../contract/jobs';
import { groupsOfLeftOut, isInGroup } from '../../domain/jobs/groups';
import { type JobHead, hasEnded, rowsOfBatch } from '../../domain/jobs/head';
import { headOf } from '../store/change';
import { readBatches, readLeftOutPart, readPlan, rowReader } from '../store/ledger';
import { PageOfRows, arrivedBatches, unreadable, unreadableLeftOut, whereReadable } from './pages';
import { NEVER_SENT } from './reasons';
import { JobRefusal } from '../store/refusal';

/** Batches of one page at the most: a part's worth. */
const BATCHES_PER_PAGE = 20;

interface Page {
  rows: UnsuccessfulRow[];
  next: string | null;
}

/**
 * The rows of a job that did not succeed (yet), page by page: first those left out, then the batches in their order.
 * With `only`, those of one reason alone. The cursor is `left-out:<part>:<row of it>` or `batch:<number>`.
 * @throws JobRefusal NOT_FOUND, INVALID
 */
export async function listUnsuccessful(jobId: string, cursor: string | null, only?: ReasonOfRows) {
  const { value: head } = await headOf(jobId);
  const columns = (await whereReadable(readPlan(jobId)))?.columns ?? [];
  const [list, at, from] = parseCursor(cursor ?? 'left-out:0');
  const page = list === 'left-out' ? await leftOutPage(head, at, from, only) : await batchPage(head, at, only);
  return { headers: columns.map(({ header }) => header), delimiter: head.delimiter, ...page };
}

function parseCursor(cursor: string): [string, number, number] {
  const match = /^(left-out|batch):(\d{1,9})(?::(\d{1,9}))?$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw new JobRefusal('INVALID', 'The place to continue from isn’t in this list.');
  return [match[1], Number(match[2]), Number(match[3] ?? 0)];
}

async function leftOutPage(head: JobHead, part: number, from: number, only?: ReasonOfRows): Promise<Page> {
  const { parts } = head.uploaded.leftOut;
  if (part >= parts || only?.list === 'sent') return batchPage(head, 0, only);
  const stored = (await whereReadable(readLeftOutPart(head.id, part))) ?? unreadablePart(head, part);
  const page = new PageOfRows<UnsuccessfulRow>();
  let at = from;
  for (; at < stored.length && !page.isFull; at += 1) {
    const leftOut: LeftOutRow = stored[at] ?? [UNKNOWN_ROW, [], []];
    if (only !== undefined && !groupsOfLeftOut(leftOut).includes(only.reason)) continue;
    const [row, cells, problems] = leftOut;
    page.add({ row, cells, outcome: 'left out', reason: problems.join(' ') });
  }
  if (at < stored.length) return { rows: page.rows, next: `left-out:${part}:${at}` };
  return { rows: page.rows, next: part + 1 < parts ? `left-out:${part + 1}` : 'batch:0' };
}

async function batchPage(head: JobHead, from: number, only?: ReasonOfRows): Promise<Page> {
  const batches = only?.list === 'left out' ? 0 : arrivedBatches(head);
  const isWanted = (reason: string): boolean => only === undefined || isInGroup(reason, only.reason);
  const end = Math.min(from + BATCHES_PER_PAGE, batches);
  const numbers = Array.from({ length: Math.max(0, end - from) }, (_, at) => from + at);
  const sent = numbers.filter((batch) => batch < head.next);
  const records = await readBatches(head.id, sent);
  const rowsOf = rowReader(head);
  const page = new PageOfRows<UnsuccessfulRow>();
  for (const number of numbers) {
    if (page.isFull) return { rows: page.rows, next: `batch:${number}` };
    const rows = (records.get(number)?.rows ?? []).filter(([, , reason]) => isWanted(reason));
    const neverSent = hasEnded(head) && number >= head.next && isWanted(NEVER_SENT);
    if (rows.length === 0 && !neverSent) continue;
    const stored = await whereReadable(rowsOf(number * head.batchSize, head.batchSize));
    const add = (index: number, what: Pick<UnsuccessfulRow, 'outcome' | 'reason'>): void => {
      const [row, cells] = stored?.[index] ?? [UNKNOWN_ROW, []];
      const reason = stored === null ? `${what.reason} ${unreadable(number, index)}` : what.reason;
      page.add({ row, cells, outcome: what.outcome, reason });
    };
    for (const [index, outcome, reason] of rows) if (outcome !== 'succeeded') add(index, { outcome, reason });
    if (!neverSent) continue;
    for (let index = 0; index < rowsOfBatch(head, number); index += 1) {
      add(index, { outcome: 'cancelled', reason: NEVER_SENT });
    }
  }
  return { rows: page.rows, next: end < batches ? `batch:${end}` : null };
}

/** As many rows as a damaged part of the left-out rows had. */
function unreadablePart({ rows }: JobHead, part: number): LeftOutRow[] {
  const count = Math.min(ROWS_PER_PART, rows.leftOut - part * ROWS_PER_PART);
  return Array<LeftOutRow>(count).fill([UNKNOWN_ROW, [], [unreadableLeftOut]]);
}
