import { type FileBytes, streamOf } from '../file-bytes';
import { RefusedFile } from '../refused';
import { crc32 } from './crc32';
import { damaged, tooLarge } from './damaged';

/** A file inside of a ZIP. Sizes are in bytes; `at` is where its local header begins. */
interface ZipEntry {
  name: string;
  isLocked: boolean;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  at: number;
}

/** The files of a ZIP, by names of any case. */
export interface Zip {
  has: (name: string) => boolean;
  /** The bytes of a file, of which there may be as many as `most`. Throws {@link RefusedFile} where they are damaged. */
  read: (name: string, most: number) => AsyncGenerator<Uint8Array>;
}

/** Signatures and lengths are those of PKWARE's APPNOTE, 4.3. */
const END = 0x06054b50;
const END_LENGTH = 22;
const COMMENT_MOST = 0xffff;
const END64_LOCATOR = 0x07064b50;
const END64_LOCATOR_LENGTH = 20;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const IN_EXTRA = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Bytes of the list of files. A workbook has some dozens of them. */
const DIRECTORY_MOST = 4 * 1024 * 1024;

async function viewOf(file: FileBytes, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());
}

/** Where the list of files is, and its length. */
async function directoryOf(file: FileBytes): Promise<{ at: number; length: number }> {
  const from = Math.max(0, file.size - END_LENGTH - COMMENT_MOST);
  const tail = await viewOf(file, from, file.size);
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw damaged();
  const found = { at: tail.getUint32(end + 16, true), length: tail.getUint32(end + 12, true) };
  if (found.at !== IN_EXTRA && found.length !== IN_EXTRA) return found;
  const locator = end - END64_LOCATOR_LENGTH;
  if (locator < 0 || tail.getUint32(locator, true) !== END64_LOCATOR) throw damaged();
  const at64 = Number(tail.getBigUint64(locator + 8, true));
  const end64 = await viewOf(file, at64, at64 + 56);
  return { at: Number(end64.getBigUint64(48, true)), length: Number(end64.getBigUint64(40, true)) };
}

/** Sizes and the place that don't fit their fields follow in an extra field of their own, in this order. */
function withLongNumbers(entry: ZipEntry, extra: DataView): ZipEntry {
  const long = { ...entry };
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const field of ['size', 'packedSize', 'at'] as const) {
      if (entry[field] !== IN_EXTRA) continue;
      long[field] = Number(extra.getBigUint64(next, true));
      next += 8;
    }
  }
  return long;
}

function entriesOf(directory: DataView<ArrayBuffer>): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const { buffer } = directory;
  for (let at = 0; at + CENTRAL_LENGTH <= directory.byteLength && directory.getUint32(at, true) === CENTRAL;) {
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const nameAt = at + CENTRAL_LENGTH;
    const entry = {
      name: new TextDecoder().decode(new Uint8Array(buffer, nameAt, nameLength)),
      isLocked: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      checksum: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      at: directory.getUint32(at + 42, true),
    };
    entries.push(withLongNumbers(entry, new DataView(buffer, nameAt + nameLength, extraLength)));
    at = nameAt + nameLength + extraLength + directory.getUint16(at + 32, true);
  }
  return entries;
}

/** The list of the files in a ZIP. Throws {@link RefusedFile} where there is none that can be read. */
export async function openZip(file: FileBytes): Promise<Zip> {
  const { at, length } = await directoryOf(file);
  if (length > DIRECTORY_MOST) throw damaged();
  const entries = new Map<string, ZipEntry>();
  try {
    for (const entry of entriesOf(await viewOf(file, at, at + length)))
      entries.set(entry.name.replaceAll('\\', '/').toLowerCase(), entry);
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: (name, most) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw damaged();
      return unpacked(file, entry, most);
    },
  };
}

async function packedOf(file: FileBytes, { at, packedSize, isLocked, method }: ZipEntry): Promise<FileBytes> {
  if (isLocked) {
    throw new RefusedFile(
      'The workbook is locked with a password. Open it in a spreadsheet program, remove the password, save it, and choose that file.',
    );
  }
  const local = await viewOf(file, at, at + LOCAL_LENGTH);
  if (local.byteLength < LOCAL_LENGTH || (method !== STORED && method !== DEFLATED)) throw damaged();
  const from = at + LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + packedSize > file.size) throw damaged();
  return file.slice(from, from + packedSize);
}

/** Unpacks a file piece by piece. What it says of its own size is the most that is taken of it. */
async function* unpacked(file: FileBytes, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
  if (entry.size > most) throw tooLarge();
  const packed = await packedOf(file, entry);
  const bytes =
    entry.method === STORED ? streamOf(packed) : streamOf(packed).pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = bytes.getReader();
  let size = 0;
  let checksum = 0;
  try {
    for (let read = await nextOf(reader); !read.done; read = await nextOf(reader)) {
      size += read.value.length;
      checksum = crc32(read.value, checksum);
      if (size > entry.size) throw damaged();
      yield read.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (size !== entry.size || checksum !== entry.checksum) throw damaged();
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (error) {
    // The file has moved or changed: that is told as it is of any file. All else is what can't be unpacked.
    if (error instanceof DOMException && error.name === 'NotReadableError') throw error;
    throw damaged();
  }
}
