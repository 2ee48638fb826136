import { ByteScan } from './byte-scan';
import { RefusedFile } from './refused';
import { textChunks, type Encoding } from './text-chunks';

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function refuseOtherFormats(head: Uint8Array): void {
  const saveAsCsv = 'Open it in a spreadsheet program, save it as CSV, and choose that file.';
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    throw new RefusedFile(`This is an Excel workbook or another zip file, not a CSV. ${saveAsCsv}`);
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new RefusedFile(`This is a workbook from an older version of Excel, not a CSV. ${saveAsCsv}`);
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) throw new RefusedFile('This is a PDF, not a CSV. Choose a CSV file.');
  if (startsWith(head, 0x1f, 0x8b))
    throw new RefusedFile('This file is compressed. Unpack it and choose the CSV inside.');
}

function markedEncoding(head: Uint8Array): Encoding | null {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (startsWith(head, 0xff, 0xfe)) return 'UTF-16LE';
  return startsWith(head, 0xfe, 0xff) ? 'UTF-16BE' : null;
}

/** Text in UTF-16 has its zero bytes on one side; zeros on both sides are no text. */
function encodingOf(scan: ByteScan, bytes: number): Encoding {
  const { zerosAtEven, zerosAtOdd } = scan;
  if (zerosAtOdd > bytes / 8 && zerosAtEven * 20 < zerosAtOdd) return 'UTF-16LE';
  if (zerosAtEven > bytes / 8 && zerosAtOdd * 20 < zerosAtEven) return 'UTF-16BE';
  if (zerosAtEven + zerosAtOdd > 0) {
    throw new RefusedFile('This is a binary file: it contains zero bytes, which text doesn’t. Choose a CSV file.');
  }
  // Some damaged bytes in a file that is otherwise UTF-8 are problems of their rows, not another encoding.
  return scan.invalidBytes > scan.validSequences ? 'Windows-1252' : 'UTF-8';
}

/** The common case, decided by the browser's own decoder at many times the speed of a look at each byte. */
async function isPlainUtf8(file: Blob): Promise<boolean> {
  try {
    for await (const { text } of textChunks(file, 'UTF-8', { fatal: true })) if (text.includes('\0')) return false;
    return true;
  } catch (error) {
    // By name, as the decoder may belong to another realm than this module's TypeError.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError') return false;
    throw error;
  }
}

/**
 * The encoding of a file: by its byte order mark, else by all its bytes, as the first letter beyond ASCII may come late.
 * Throws {@link RefusedFile} for files that are not text.
 */
export async function detectEncoding(file: Blob): Promise<Encoding> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  refuseOtherFormats(head);
  const marked = markedEncoding(head);
  if (marked) return marked;
  if (await isPlainUtf8(file)) return 'UTF-8';
  const scan = new ByteScan();
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) scan.add(read.value);
  return encodingOf(scan, file.size);
}
