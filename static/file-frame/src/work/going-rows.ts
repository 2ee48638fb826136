import type { CheckSummary } from '../../../../src/contract/file-frame';
import { type ImportColumn, MAX_PREVIEW_ROWS, type PreviewRow } from '../../../../src/contract/imports';
import type { ImportKind } from '../../../../src/domain/kinds/kind';
import type { RawRow } from './row-check';

/** Keeps the first rows of a file that take something away, with the cells that are imported and no others. */
export class GoingRows {
  readonly #rows: PreviewRow[] = [];
  readonly #isWanted: boolean;

  constructor(
    { removes }: ImportKind,
    private readonly columns: readonly ImportColumn[],
  ) {
    this.#isWanted = removes === true;
  }

  add({ number, cells }: RawRow): void {
    if (!this.#isWanted || this.#rows.length >= MAX_PREVIEW_ROWS) return;
    const imported = this.columns.map(({ target }, at) => (target.to === 'nothing' ? '' : (cells[at] ?? '')));
    this.#rows.push([number, imported]);
  }

  build(): Pick<CheckSummary, 'going'> {
    return this.#isWanted ? { going: this.#rows } : {};
  }
}
