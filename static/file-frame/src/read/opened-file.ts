import type { FileFacts } from '../../../../src/contract/file-frame';
import type { RecordChunk } from './records';

/** A file that has been looked at; `records` reads it from the start each time it is called. */
export interface OpenedFile {
  facts: FileFacts;
  records: () => AsyncGenerator<RecordChunk>;
  /** The rows that it can have at most. */
  mostRows: number;
}
