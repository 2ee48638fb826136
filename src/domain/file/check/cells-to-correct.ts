import { type CellsOfRow, type GroupName, MAX_CORRECTED_ROWS } from '../../../contract/file-frame';
import type { ImportPlan } from '../../../contract/imports';
import { kindOf } from '../../kinds';
import { together } from '../../kinds/columns';
import { placeOf } from '../../kinds/place';
import { sharedMessage } from '../../kinds/problem';
import type { CheckedFile } from './check-file';

/** Cells that are shown of one row where its problem names no column. */
const MAX_CELLS_OF_ROW = 6;

type Columns = Pick<ImportPlan, 'kind' | 'columns' | 'fields'>;

/** Indexes of the columns that are imported, those first that identify the rows. */
function importedColumns({ kind, columns, fields }: Columns): { index: number; identifies: boolean }[] {
  const places = kindOf(kind).places(fields);
  const all = together(columns)
    .flat()
    .map(({ index, target }) => ({ index, identifies: placeOf(target, places)?.identifies === true }));
  return [...all.filter(({ identifies }) => identifies), ...all.filter(({ identifies }) => !identifies)];
}

/**
 * Indexes of the columns whose cells can put a problem right: all that make the value of its column; where it names none,
 * what the row lacks can be in any that is imported.
 */
export function columnsToCorrect(plan: Columns, { column }: GroupName): number[] {
  if (column === null)
    return importedColumns(plan)
      .slice(0, MAX_CELLS_OF_ROW)
      .map(({ index }) => index);
  const same = together(plan.columns).find(([first]) => first?.header === column) ?? [];
  return same.map(({ index }) => index);
}

/** The cells in which the first {@link MAX_CORRECTED_ROWS} rows of a group of problems can be corrected. */
export async function cellsToCorrect(checked: CheckedFile, group: GroupName): Promise<CellsOfRow[]> {
  const { plan, kept, rescued, corrections, joined } = checked;
  const columns = columnsToCorrect(plan, group);
  const naming = importedColumns(plan);
  const found: CellsOfRow[] = [];
  for await (const rows of kept.leftOutRows()) {
    for (const raw of rows) {
      if (rescued.has(raw.number) || joined?.numbers.has(raw.number) === true) continue;
      const row = corrections.appliedTo(raw);
      const problem = checked
        .problemsOf(row)
        .find((one) => one.column === group.column && sharedMessage(one) === group.message);
      if (problem === undefined) continue;
      const label = naming.map(({ index }) => row.cells[index] ?? '').find((cell) => cell.trim() !== '') ?? '';
      const cells = columns.map((column) => {
        const [was, text] = [raw.cells[column] ?? '', row.cells[column] ?? ''];
        return { column, text, ...(was !== text && { was }) };
      });
      found.push({ row: row.number, label, message: problem.message, cells });
      if (found.length === MAX_CORRECTED_ROWS) return found;
    }
  }
  return found;
}
