import { unsuccessfulLayout } from '../../../../src/domain/csv/unsuccessful';
import { BYTE_ORDER_MARK, csvLine } from '../../../../src/domain/csv/write';
import { problemSentence } from '../../../../src/domain/kinds/problem';
import type { CheckedFile } from './check-file';

/** The rows that a check left out, as a CSV in the layout of the file with the reasons beside them. */
export async function listProblems(checked: CheckedFile, signal: AbortSignal): Promise<{ csv: Blob; rows: number }> {
  const { headers, reading } = checked.file.facts;
  const layout = unsuccessfulLayout(headers);
  const lines = [BYTE_ORDER_MARK, csvLine(layout.headers, reading.delimiter)];
  let listed = 0;
  for await (const rows of checked.kept.leftOutRows()) {
    signal.throwIfAborted();
    for (const row of rows) {
      if (checked.rescued.has(row.number)) continue;
      listed += 1;
      const reason = checked.problemsOf(row).map(problemSentence).join(' ');
      lines.push(csvLine(layout.row(row.cells, { row: row.number, outcome: 'left out', reason }), reading.delimiter));
    }
  }
  return { csv: new Blob(lines, { type: 'text/csv' }), rows: listed };
}
