import type { CheckSummary } from '../../../contract/file-frame';
import { type ImportColumn, MAX_PREVIEW_ROWS, type PreviewRow } from '../../../contract/imports';
import type { ImportKind } from '../../kinds/kind';
import type { RawRow } from './row-check';

/** Keeps the first rows of a file that take something away, with the cells that are imported and no others. */
export class GoingRows {
  readonly #rows: PreviewRow[];
  readonly #isWanted: boolean;
  #added = 0;

  /** `known`: rows that an earlier look at the file has found. */
  constructor(
    { removes }: ImportKind,
    private readonly columns: readonly ImportColumn[],
    known: readonly PreviewRow[] = [],
  ) {
    this.#isWanted = removes === true;
    this.#rows = [...known];
  }

  add({ number, cells }: RawRow): void {
    if (!this.#isWanted || this.#added >= MAX_PREVIEW_ROWS) return;
    this.#added += 1;
    const imported = this.columns.map(({ target }, at) => (target.to === 'nothing' ? '' : (cells[at] ?? '')));
    this.#rows.push([number, imported]);
  }

  build(): Pick<CheckSummary, 'going'> {
    if (!this.#isWanted) return {};
    return { going: this.#rows.sort(([a], [b]) => a - b).slice(0, MAX_PREVIEW_ROWS) };
  }
}
