import type { FileFacts } from '../../../../src/contract/file-frame';
import type { ReadingChoices } from '../../../../src/contract/imports';
import { type KnownEncoding, detectEncoding } from './encoding';
import { guessNotation, type Notation } from './notation';
import { readRecords, type RecordChunk } from './records';
import { RefusedFile } from './refused';
import { tableOf } from './table';
import { type TextChunk, textChunks } from './text-chunks';

/** A file that has been looked at; `records` reads it from the start each time it is called. */
export interface OpenedFile {
  facts: FileFacts;
  /** Cells that a row can have, those that stand under no name and are empty among them. */
  width: number;
  records: () => AsyncGenerator<RecordChunk>;
}

/** Bytes by which the notation is judged. */
const JUDGED_BYTES = 256 * 1024;

async function encodingOf(file: Blob, choices: ReadingChoices): Promise<KnownEncoding> {
  // What is no text is refused, whatever a person says.
  const detected = await detectEncoding(file);
  return choices.encoding === undefined ? detected : { encoding: choices.encoding, encodingBy: 'choice' };
}

async function notationOf(file: Blob, encoding: string, choices: ReadingChoices): Promise<Notation> {
  let beginning = '';
  for await (const { text } of textChunks(file.slice(0, JUDGED_BYTES), encoding)) beginning += text;
  return guessNotation(beginning, choices);
}

/**
 * Finds out how a file is written and what it holds; `choices` are what a person has said of it. Throws
 * {@link RefusedFile}.
 */
export async function openFile(file: Blob, name: string, choices: ReadingChoices = {}): Promise<OpenedFile> {
  if (file.size === 0)
    throw new RefusedFile('The file is empty. Choose a file with a header row and at least one row of data.');
  const { encoding, encodingBy } = await encodingOf(file, choices);
  const notation = await notationOf(file, encoding, choices);
  const raw = () => readRecords(withoutStart(notation.preamble, textChunks(file, encoding)), notation);
  const { records, width, headerRow, headerBy, titles, ...table } = await tableOf(raw, choices.headerRow);
  const { delimiter, delimiterBy, quote } = notation;
  const reading = { encoding, encodingBy, delimiter, delimiterBy, quote, headerRow, headerBy, titles };
  return { facts: { name, bytes: file.size, reading, ...table }, width, records };
}

/** The text without its first characters, all of which are in its first chunk. */
async function* withoutStart(characters: number, chunks: AsyncGenerator<TextChunk>): AsyncGenerator<TextChunk> {
  let start = characters;
  for await (const { text, fraction } of chunks) {
    yield { text: text.slice(start), fraction };
    start = 0;
  }
}
