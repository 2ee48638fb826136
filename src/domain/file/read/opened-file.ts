import type { FileFacts } from '../../../contract/file-frame';
import type { ReadingChoices } from '../../../contract/imports';
import type { RecordChunk } from './records';

/** Whether a file was read from a sheet of a workbook; else it is a text. */
export const isWorkbook = ({ reading }: FileFacts): boolean => reading.sheets !== undefined;

/** A file that has been looked at; `records` reads it from the start each time it is called. */
export interface OpenedFile {
  facts: FileFacts;
  /** What a person has said about how it is read. */
  choices: ReadingChoices;
  /** Cells that a row can have, those that stand under no name and are empty among them. */
  width: number;
  records: () => AsyncGenerator<RecordChunk>;
  /** The rows that it can have at most. */
  mostRows: number;
}
