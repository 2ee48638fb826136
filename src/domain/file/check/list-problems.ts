import { unsuccessfulLayout } from '../../csv/unsuccessful';
import { BYTE_ORDER_MARK, csvLine } from '../../csv/write';
import { problemSentence } from '../../kinds/problem';
import type { Delimiter } from '../../../contract/imports';
import { isWorkbook } from '../read/opened-file';
import { rowsLeftOut } from './accepted-rows';
import type { CheckedFile } from './check-file';
import { WorkbookWriter } from './workbook-writer';

/** A list of rows as a file: `.xlsx` where the file is a workbook that they are of. */
export interface RowList {
  list: Blob;
  format: 'csv' | 'xlsx';
  rows: number;
}

interface ListWriter {
  add: (cells: readonly string[]) => void;
  end: () => Blob;
}

function csvWriter(delimiter: Delimiter): ListWriter {
  const lines = [BYTE_ORDER_MARK];
  return {
    add: (cells) => {
      lines.push(csvLine(cells, delimiter));
    },
    end: () => new Blob(lines, { type: 'text/csv' }),
  };
}

/** The rows that a check left out, in the layout and the format of the file with the reasons beside them. */
export async function listProblems(checked: CheckedFile, signal: AbortSignal): Promise<RowList> {
  const { facts } = checked.file;
  const layout = unsuccessfulLayout(facts.headers);
  const format = isWorkbook(facts) ? 'xlsx' : 'csv';
  const writer = format === 'xlsx' ? new WorkbookWriter() : csvWriter(facts.reading.delimiter);
  writer.add(layout.headers);
  let listed = 0;
  for await (const row of rowsLeftOut(checked)) {
    signal.throwIfAborted();
    listed += 1;
    const reason = checked.problemsOf(row).map(problemSentence).join(' ');
    writer.add(layout.row(row.cells, { row: row.number, outcome: 'left out', reason }));
  }
  return { list: writer.end(), format, rows: listed };
}
