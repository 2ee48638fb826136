import { unsuccessfulLayout } from '../../../../src/domain/csv/unsuccessful';
import { BYTE_ORDER_MARK, csvLine } from '../../../../src/domain/csv/write';
import { problemSentence } from '../../../../src/domain/kinds/problem';
import { rowsOf, type CheckedFile } from './check-file';

/** The rows that a check left out, as a CSV in the layout of the file with the reasons beside them. */
export async function listProblems(checked: CheckedFile, signal: AbortSignal): Promise<{ csv: Blob; rows: number }> {
  const { facts, headerRecord, records } = checked.file;
  const layout = unsuccessfulLayout(facts.headers);
  const lines = [BYTE_ORDER_MARK, csvLine(layout.headers, facts.delimiter)];
  let rows = 0;
  for await (const chunk of records()) {
    signal.throwIfAborted();
    for (const row of rowsOf(chunk, headerRecord)) {
      if (!checked.isLeftOut(row.number)) continue;
      rows += 1;
      const reason = checked.problemsOf(row).map(problemSentence).join(' ');
      lines.push(csvLine(layout.row(row.cells, { row: row.number, outcome: 'left out', reason }), facts.delimiter));
    }
  }
  return { csv: new Blob(lines, { type: 'text/csv' }), rows };
}
