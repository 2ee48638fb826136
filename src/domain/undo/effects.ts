import type { ImportPlan, StoredRow } from '../../contract/imports';
import type { UndoList } from '../../contract/jobs';
import { isGuard } from '../kinds/if-unchanged';

/** What the rows of an undo do, each by what it does it to: what an earlier undo has done is not done again. */
export interface Effects {
  of(cells: readonly string[]): string[];
  /** A row without those effects; null where it has no others. */
  without(row: StoredRow, done: ReadonlySet<string>): StoredRow | null;
}

/**
 * `plan`: that of the job of the list. What puts back is told by record, column and value, all else by the record or the pair.
 */
export function effectsOf(list: UndoList, { columns }: Pick<ImportPlan, 'columns'>): Effects {
  if (list === 'back') return effectsOfColumns(columns);
  // What a row has seen of what it takes away is no part of what it does.
  const named = (cells: readonly string[]): string => {
    const naming = cells.filter((_, at) => columns[at] !== undefined && !isGuard(columns[at]));
    return `${list} ${list === 'leave' || list === 'revoke' ? JSON.stringify(naming) : (cells[0] ?? '')}`;
  };
  return {
    of: (cells) => [named(cells)],
    without: (row, done) => (done.has(named(row[1])) ? null : row),
  };
}

function effectsOfColumns(columns: ImportPlan['columns']): Effects {
  // What a record was seen to have stands behind the column that writes.
  const writing = columns.flatMap(({ target }, at) =>
    target.write === 'if-unchanged' ? [{ at, name: `${target.to} ${target.field ?? ''}` }] : [],
  );
  const written = (cells: readonly string[]) =>
    writing.flatMap(({ at, name }) =>
      (cells[at] ?? '') === '' ? [] : [{ at, effect: `back ${JSON.stringify([cells[0], name, cells[at]])}` }],
    );
  return {
    of: (cells) => written(cells).map(({ effect }) => effect),
    without: ([row, cells], done) => {
      const all = written(cells);
      const again = all.filter(({ effect }) => done.has(effect));
      if (again.length === all.length) return null;
      const gone = new Set(again.flatMap(({ at }) => [at, at + 1]));
      return [row, cells.map((cell, at) => (gone.has(at) ? '' : cell))];
    },
  };
}
