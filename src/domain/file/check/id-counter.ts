import { type ColumnIds, LISTED_IDS } from '../../../contract/file-frame';
import type { CheckSummary, ImportSetup } from '../../../contract/file-frame';
import { isOrganizationId } from '../../kinds/cells/association';
import { piecesOf, replacer } from '../../kinds/columns';
import type { ImportKind } from '../../kinds/kind';
import { placeOf } from '../../kinds/place';

/** Different IDs of one column that are counted at the most: a column that identifies the rows has another in each. */
const COUNTED_IDS = 2_000;

type Columns = Pick<ImportSetup, 'columns' | 'fields' | 'options'>;

interface IdColumn extends Pick<ColumnIds, 'column' | 'entity'> {
  index: number;
  /** The IDs of a cell, as the site writes them. */
  idsIn: (cell: string) => string[];
  counts: Map<string, number>;
  hasMore: boolean;
}

/** Counts by what IDs rows name things of the site, in memory that does not grow with the rows. */
export class IdCounter {
  readonly #columns: IdColumn[];

  constructor(
    { columns, fields, options }: Columns,
    private readonly kind: ImportKind,
  ) {
    const places = kind.places(fields);
    this.#columns = columns.flatMap(({ header, target }, index): IdColumn[] => {
      const place = placeOf(target, places);
      const entity = place?.idsOf;
      if (entity === undefined) return [];
      const pieces = piecesOf(place, { options });
      const replace = target.values === undefined ? (cell: string) => cell : replacer(target.values, pieces);
      const idsIn = (cell: string): string[] => {
        const all = pieces === null ? [replace(cell)] : replace(cell).split(pieces);
        const ids = all.map((id) => id.trim()).filter((id) => id !== '');
        if (entity !== 'organization') return [...new Set(ids)];
        // A cell that breaks the rule for IDs is in a row that is imported without it.
        return ids.every(isOrganizationId) ? [...new Set(ids.map((id) => String(Number(id))))] : [];
      };
      return [{ column: header, entity, index, idsIn, counts: new Map(), hasMore: false }];
    });
  }

  /** One for the same columns with other remedies, that has counted what this one has. */
  with(setup: Columns): IdCounter {
    const other = new IdCounter(setup, this.kind);
    for (const [at, column] of other.#columns.entries()) {
      const known = this.#columns[at];
      if (known === undefined) continue;
      column.counts = new Map(known.counts);
      column.hasMore = known.hasMore;
    }
    return other;
  }

  add(cells: readonly string[]): void {
    for (const column of this.#columns) {
      const { counts } = column;
      for (const id of column.idsIn(cells[column.index] ?? '')) {
        const rows = counts.get(id);
        if (rows !== undefined || counts.size < COUNTED_IDS) counts.set(id, (rows ?? 0) + 1);
        else column.hasMore = true;
      }
    }
  }

  build(): Pick<CheckSummary, 'ids'> {
    const ids = this.#columns.flatMap(({ column, entity, counts, hasMore }): ColumnIds[] => {
      if (counts.size === 0) return [];
      const all = [...counts].sort(([, a], [, b]) => b - a);
      const listed = all.slice(0, LISTED_IDS).map(([id, rows]) => ({ id, rows }));
      const others = all.length - listed.length;
      return [{ column, entity, ids: listed, others, ...(hasMore && { hasMore: true as const }) }];
    });
    return ids.length === 0 ? {} : { ids };
  }
}
