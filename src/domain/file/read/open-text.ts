import type { FileBytes } from './file-bytes';
import type { ReadingChoices } from '../../../contract/imports';
import { type KnownEncoding, detectEncoding } from './encoding';
import { guessNotation, type Notation } from './notation';
import type { OpenedFile } from './opened-file';
import { readRecords } from './records';
import { rowsUnquoted } from './row-quotes';
import { tableOf } from './table';
import { type TextChunk, textChunks } from './text-chunks';

/** Bytes by which the notation is judged. */
const JUDGED_BYTES = 256 * 1024;

async function encodingOf(file: FileBytes, choices: ReadingChoices): Promise<KnownEncoding> {
  // What is no text is refused, whatever a person says.
  const detected = await detectEncoding(file);
  return choices.encoding === undefined ? detected : { encoding: choices.encoding, encodingBy: 'choice' };
}

async function notationOf(file: FileBytes, encoding: string, choices: ReadingChoices): Promise<Notation> {
  let beginning = '';
  for await (const { text } of textChunks(file.slice(0, JUDGED_BYTES), encoding)) beginning += text;
  return guessNotation(beginning, choices);
}

/** Finds out how a text is written and what its rows are. Throws RefusedFile. */
export async function openText(file: FileBytes, name: string, choices: ReadingChoices): Promise<OpenedFile> {
  const { encoding, encodingBy } = await encodingOf(file, choices);
  const notation = await notationOf(file, encoding, choices);
  const { delimiter, delimiterBy, quote, rowsQuoted } = notation;
  const raw = () => {
    const text = withoutStart(notation.preamble, textChunks(file, encoding));
    return readRecords(rowsQuoted === true ? rowsUnquoted(text) : text, notation);
  };
  const { records, width, headerRow, headerBy, titles, ...table } = await tableOf(raw, choices.headerRow);
  const reading = {
    ...{ encoding, encodingBy, delimiter, delimiterBy, quote, headerRow, headerBy, titles },
    ...(rowsQuoted !== undefined && { rowsQuoted }),
  };
  // A row has at least two characters.
  const mostRows = Math.ceil(file.size / 2);
  return { facts: { name, bytes: file.size, reading, ...table }, choices, width, records, mostRows };
}

/** The text without its first characters, all of which are in its first chunk. */
async function* withoutStart(characters: number, chunks: AsyncGenerator<TextChunk>): AsyncGenerator<TextChunk> {
  let start = characters;
  for await (const { text, fraction } of chunks) {
    yield { text: text.slice(start), fraction };
    start = 0;
  }
}
