import type { FileFacts } from '../../../contract/file-frame';
import type { RecordChunk } from './records';

/** Whether a file was read from a sheet of a workbook; else it is a text. */
export const isWorkbook = ({ reading }: FileFacts): boolean => reading.sheets !== undefined;

/** A file that has been looked at; `records` reads it from the start each time it is called. */
export interface OpenedFile {
  facts: FileFacts;
  /** Cells that a row can have, those that stand under no name and are empty among them. */
  width: number;
  records: () => AsyncGenerator<RecordChunk>;
  /** The rows that it can have at most. */
  mostRows: number;
}
