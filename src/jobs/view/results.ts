import { type ImportPlan, type LeftOutRow, ROWS_PER_PART, type StoredRow } from '../../contract/imports';
import { type ResultRow, UNKNOWN_ROW } from '../../contract/jobs';
import type { BatchRecord } from '../../domain/jobs/account';
import { type JobHead, hasEnded, rowsOfBatch } from '../../domain/jobs/head';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import { headOf } from '../store/change';
import { readBatches, readLeftOutPart, readLookedUp, readPlan, rowReader } from '../store/ledger';
import { JobRefusal } from '../store/refusal';
import { PageOfRows, arrivedBatches, unreadable, unreadableLeftOut, whereReadable } from './pages';
import { NEVER_SENT } from './reasons';
import { type ToldOfRows, doneWords, idOf, toldOfRows } from './told';

/** Rows of one page at the most: a part's worth. */
const ROWS_PER_PAGE = ROWS_PER_PART;
/** Accounts of batches that are read at once. */
const ACCOUNTS_READ = 20;

/** Where a page begins: a row of a batch, a row of a part of those left out, and how many of that row and its joined rows came before. */
type Place = [batch: number, index: number, part: number, at: number, told: number];

/**
 * Every row of a job's file with what became of it, in the order of the file, page by page; rows that are imported with an
 * earlier one follow it. The cursor is a `Place`, written `<batch>:<index>:<part>:<at>:<told>`; what is told is left out of
 * cursors that earlier versions made. @throws JobRefusal NOT_FOUND, INVALID
 */
export async function listResults(jobId: string, cursor: string | null) {
  const { value: head } = await headOf(jobId);
  const plan = await whereReadable(readPlan(jobId));
  const columns = plan?.columns ?? [];
  const [batch, index, part, at, told] = parseCursor(cursor ?? '0:0:0:0');
  const sent = new SentRows(head, plan, batch, index, told);
  const leftOut = new LeftOutRows(head, part, at);
  const page = new PageOfRows<ResultRow>();
  let isLast = false;
  while (!isLast && !page.isFull && page.rows.length < ROWS_PER_PAGE) {
    const [next, out] = [await sent.peek(), await leftOut.peek()];
    const isOut = next === null || (out !== null && out.row < next.row && !sent.isAmongJoined);
    const row = isOut ? out : next;
    if (row === null) isLast = true;
    else page.add(row);
    (isOut ? leftOut : sent).pass();
  }
  const next = isLast ? null : [...sent.place, ...leftOut.place, sent.told].join(':');
  return {
    headers: columns.map(({ header }) => header),
    delimiter: head.delimiter,
    rows: page.rows,
    next,
  };
}

function parseCursor(cursor: string): Place {
  const match = /^(\d{1,9}):(\d{1,9}):(\d{1,9}):(\d{1,9})(?::(\d{1,9}))?$/.exec(cursor);
  if (match === null) throw new JobRefusal('INVALID', 'The place to continue from isn’t in this list.');
  return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5] ?? 0)];
}

/** What is known of the rows of one batch. */
interface OpenBatch {
  batch: number;
  /** Null where they were damaged. */
  rows: StoredRow[] | null;
  account: BatchRecord | undefined;
  lookedUp: LookedUpRow[] | null;
  verdicts: Map<number, BatchRecord['rows'][number]>;
  known: Map<number, BatchRecord['known'][number]>;
}

type WhatBecame = Pick<ResultRow, 'outcome' | 'done' | 'id' | 'reason'>;

/** The rows that were accepted, one after the other, and behind each those that are imported with it. */
class SentRows {
  readonly #rowsOf: (first: number, count: number) => Promise<StoredRow[]>;
  readonly #told: ToldOfRows;
  #accounts = new Map<number, BatchRecord>();
  #accountsTo = 0;
  #open: OpenBatch | null = null;

  constructor(
    private readonly head: JobHead,
    plan: ImportPlan | null,
    private batch: number,
    private index: number,
    /** How many were told of the row and those that are joined with it. */
    public told: number,
  ) {
    this.#rowsOf = rowReader(head);
    this.#told = toldOfRows(head, plan);
  }

  get place(): [number, number] {
    return [this.batch, this.index];
  }

  async peek(): Promise<ResultRow | null> {
    if (this.batch >= arrivedBatches(this.head)) return null;
    if (this.#open?.batch !== this.batch) this.#open = await this.#openBatch();
    const [row, cells] = this.#open.rows?.[this.index] ?? [UNKNOWN_ROW, []];
    const what = this.#whatBecame(this.#open, cells);
    const damage = this.#open.rows === null ? unreadable(this.batch, this.index) : '';
    const other = this.#joined[this.told - 1];
    const joined = other === undefined ? '' : `Joined with row ${row}.`;
    const reason = [joined, what.reason, damage].filter((words) => words !== '').join(' ');
    return { row: other ?? row, cells, ...what, reason, ...(other !== undefined && { isJoined: true }) };
  }

  /** Whether the next one is joined with the one before it, whose cells and outcome it shares. */
  get isAmongJoined(): boolean {
    return this.told > 0;
  }

  get #joined(): readonly number[] {
    return this.#open?.rows?.[this.index]?.[2] ?? [];
  }

  pass(): void {
    this.told += 1;
    if (this.told <= this.#joined.length) return;
    this.told = 0;
    this.index += 1;
    if (this.index < rowsOfBatch(this.head, this.batch)) return;
    this.batch += 1;
    this.index = 0;
  }

  async #openBatch(): Promise<OpenBatch> {
    const { head, batch } = this;
    const [first, count] = [batch * head.batchSize, rowsOfBatch(head, batch)];
    const account = await this.#accountOf(batch);
    const [rows, lookedUp] = await Promise.all([
      whereReadable(this.#rowsOf(first, count)),
      head.lookedUp === null || account === undefined ? null : whereReadable(readLookedUp(head.id, first, count)),
    ]);
    const verdicts = new Map((account?.rows ?? []).map((verdict) => [verdict[0], verdict]));
    const known = new Map((account?.known ?? []).map((one) => [one[0], one]));
    return { batch, rows, account, lookedUp, verdicts, known };
  }

  #whatBecame({ account, verdicts, known, lookedUp }: OpenBatch, cells: readonly string[]): WhatBecame {
    if (account === undefined) {
      return hasEnded(this.head)
        ? { outcome: 'cancelled', done: '', id: '', reason: NEVER_SENT }
        : { outcome: 'waiting', done: '', id: '', reason: '' };
    }
    const [, outcome, reason] = verdicts.get(this.index) ?? [0, 'succeeded' as const, ''];
    const [, id, isFound] = known.get(this.index) ?? [0, '', false];
    const told = this.#told(cells, lookedUp?.[this.index]);
    return { outcome, reason, done: doneWords(told.done, outcome, isFound), id: id || idOf(told.id, outcome) };
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
        return { row, cells, outcome: 'left out', done: '', id: '', reason: problems.join(' ') };
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
