import { type LeftOutRow, ROWS_PER_PART, type StoredRow } from '../../contract/imports';
import { type ResultRow, UNKNOWN_ROW } from '../../contract/jobs';
import type { BatchRecord } from '../../domain/jobs/account';
import { type JobHead, hasEnded, rowsOfBatch } from '../../domain/jobs/head';
import { kindOf, operationOf } from '../../domain/kinds';
import { headOf } from '../store/change';
import { readBatches, readLeftOutPart, readPlan, rowReader } from '../store/ledger';
import { JobRefusal } from '../store/refusal';
import { PageOfRows, arrivedBatches, unreadable, unreadableLeftOut, whereReadable } from './pages';
import { NEVER_SENT } from './reasons';

/** Rows of one page at the most: a part's worth. */
const ROWS_PER_PAGE = ROWS_PER_PART;
/** Accounts of batches that are read at once. */
const ACCOUNTS_READ = 20;

/** Where a page begins: a row of a batch, and a row of a part of those left out. */
type Place = [batch: number, index: number, part: number, at: number];

/**
 * Every row of a job's file with what became of it, in the order of the file, page by page. The cursor is a `Place`,
 * written `<batch>:<index>:<part>:<at>`. @throws JobRefusal NOT_FOUND, INVALID
 */
export async function listResults(jobId: string, cursor: string | null) {
  const { value: head } = await headOf(jobId);
  const columns = (await whereReadable(readPlan(jobId)))?.columns ?? [];
  const [batch, index, part, at] = parseCursor(cursor ?? '0:0:0:0');
  const sent = new SentRows(head, batch, index);
  const leftOut = new LeftOutRows(head, part, at);
  const page = new PageOfRows<ResultRow>();
  let isLast = false;
  while (!isLast && !page.isFull && page.rows.length < ROWS_PER_PAGE) {
    const [next, out] = [await sent.peek(), await leftOut.peek()];
    const source = next === null || (out !== null && out.row < next.row) ? leftOut : sent;
    const row = source === sent ? next : out;
    if (row === null) isLast = true;
    else page.add(row);
    source.pass();
  }
  const next = isLast ? null : [...sent.place, ...leftOut.place].join(':');
  return {
    headers: columns.map(({ header }) => header),
    delimiter: head.delimiter,
    rows: page.rows,
    next,
  };
}

function parseCursor(cursor: string): Place {
  const match = /^(\d{1,9}):(\d{1,9}):(\d{1,9}):(\d{1,9})$/.exec(cursor);
  if (match === null) throw new JobRefusal('INVALID', 'The place to continue from isn’t in this list.');
  return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
}

/** The rows that were accepted, one after the other. */
class SentRows {
  readonly #rowsOf: (first: number, count: number) => Promise<StoredRow[]>;
  #accounts = new Map<number, BatchRecord>();
  #accountsTo = 0;
  #open: { batch: number; rows: StoredRow[] | null; verdicts: Map<number, BatchRecord['rows'][number]> } | null = null;

  constructor(
    private readonly head: JobHead,
    private batch: number,
    private index: number,
  ) {
    this.#rowsOf = rowReader(head);
  }

  get place(): [number, number] {
    return [this.batch, this.index];
  }

  async peek(): Promise<ResultRow | null> {
    const { head } = this;
    if (this.batch >= arrivedBatches(head)) return null;
    if (this.#open?.batch !== this.batch) {
      const rows = await whereReadable(this.#rowsOf(this.batch * head.batchSize, head.batchSize));
      const account = await this.#accountOf(this.batch);
      const verdicts = new Map((account?.rows ?? []).map((verdict) => [verdict[0], verdict]));
      this.#open = { batch: this.batch, rows, verdicts };
    }
    const { rows, verdicts } = this.#open;
    const [row, cells] = rows?.[this.index] ?? [UNKNOWN_ROW, []];
    const what = this.#whatBecame(verdicts.get(this.index));
    const damage = rows === null ? unreadable(this.batch, this.index) : '';
    return { row, cells, ...what, reason: [what.reason, damage].filter((words) => words !== '').join(' ') };
  }

  pass(): void {
    this.index += 1;
    if (this.index < rowsOfBatch(this.head, this.batch)) return;
    this.batch += 1;
    this.index = 0;
  }

  #whatBecame(verdict: BatchRecord['rows'][number] | undefined): Pick<ResultRow, 'outcome' | 'done' | 'reason'> {
    const { head } = this;
    if (verdict !== undefined) {
      const [, outcome, reason] = verdict;
      return { outcome, done: outcome === 'partly' ? kindOf(head.kind).words.partly : '', reason };
    }
    if (this.#accounts.has(this.batch)) return { outcome: 'succeeded', done: effectOf(head), reason: '' };
    return hasEnded(head)
      ? { outcome: 'cancelled', done: '', reason: NEVER_SENT }
      : { outcome: 'waiting', done: '', reason: '' };
  }

  async #accountOf(batch: number): Promise<BatchRecord | undefined> {
    if (batch >= this.#accountsTo) {
      const numbers = Array.from({ length: ACCOUNTS_READ }, (_, at) => batch + at).filter(
        (one) => one < this.head.next,
      );
      this.#accounts = await readBatches(this.head.id, numbers);
      this.#accountsTo = batch + ACCOUNTS_READ;
    }
    return this.#accounts.get(batch);
  }
}

/** The rows that the check left out, one after the other. */
class LeftOutRows {
  #open: { part: number; rows: LeftOutRow[] } | null = null;

  constructor(
    private readonly head: JobHead,
    private part: number,
    private at: number,
  ) {}

  get place(): [number, number] {
    return [this.part, this.at];
  }

  async peek(): Promise<ResultRow | null> {
    while (this.part < this.head.uploaded.leftOut.parts) {
      if (this.#open?.part !== this.part) {
        const rows = (await whereReadable(readLeftOutPart(this.head.id, this.part))) ?? this.#unreadable();
        this.#open = { part: this.part, rows };
      }
      const found = this.#open.rows[this.at];
      if (found !== undefined) {
        const [row, cells, problems] = found;
        return { row, cells, outcome: 'left out', done: '', reason: problems.join(' ') };
      }
      this.part += 1;
      this.at = 0;
    }
    return null;
  }

  pass(): void {
    this.at += 1;
  }

  /** As many rows as a damaged part had. */
  #unreadable(): LeftOutRow[] {
    const count = Math.min(ROWS_PER_PART, this.head.rows.leftOut - this.part * ROWS_PER_PART);
    return Array<LeftOutRow>(count).fill([UNKNOWN_ROW, [], [unreadableLeftOut]]);
  }
}

/** What the operation of a job does with a row. */
const effectOf = ({ kind, operation }: JobHead): string => operationOf(kindOf(kind), operation)?.effect ?? '';
