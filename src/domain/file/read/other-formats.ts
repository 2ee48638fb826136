import type { FileBytes } from './file-bytes';
import { RefusedFile } from './refused';
import type { Zip } from './workbook/zip';

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

const saveAs = 'save it as .xlsx or CSV, and choose that file.';
const inPrograms = `Open it in a spreadsheet program, ${saveAs}`;

/** Whether a file begins as a ZIP does, which a workbook is. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, 0x50, 0x4b) && (head[2] ?? 0) < 9;

/** Bytes of a sector list that are looked at: the names of the streams are in its first sectors. */
const NAMES_BYTES = 8 * 1024;

/** Whether a compound file of Microsoft's ([MS-CFB] 2.2) holds a workbook that is locked with a password. */
async function isLocked(file: FileBytes): Promise<boolean> {
  const head = new DataView(await file.slice(0, 52).arrayBuffer());
  if (head.byteLength < 52) return false;
  const sector = 2 ** Math.min(16, head.getUint16(30, true));
  const at = (head.getUint32(48, true) + 1) * sector;
  const names = new TextDecoder('utf-16le').decode(await file.slice(at, at + NAMES_BYTES).arrayBuffer());
  return names.includes('EncryptedPackage');
}

/** Throws {@link RefusedFile} for what is neither text nor a workbook, by the first bytes of a file. */
export async function refuseOtherFormats(file: FileBytes, head: Uint8Array): Promise<void> {
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new RefusedFile(
      (await isLocked(file))
        ? `This workbook is locked with a password. Open it in a spreadsheet program, remove the password, ${saveAs}`
        : `This workbook is of an older version of Excel (.xls). ${inPrograms}`,
    );
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) {
    throw new RefusedFile('This is a PDF, not a CSV or workbook. Choose a CSV or .xlsx file.');
  }
  if (startsWith(head, 0x1f, 0x8b))
    throw new RefusedFile('This file is compressed. Unpack it and choose the file inside.');
}

/** Throws {@link RefusedFile} for a ZIP that isn't a workbook of Excel's current format, with what it is. */
export function refuseOtherZip(zip: Zip): void {
  if (zip.has('xl/workbook.bin')) throw new RefusedFile(`This workbook is saved as binary (.xlsb). ${inPrograms}`);
  if (zip.has('content.xml') && zip.has('mimetype')) {
    throw new RefusedFile(`This is an OpenDocument file (.ods). Open it in LibreOffice or Excel, ${saveAs}`);
  }
  if (zip.has('index/document.iwa') || zip.has('index.zip')) {
    throw new RefusedFile('This is a file of Numbers. In Numbers, export it to Excel or CSV, and choose that file.');
  }
  throw new RefusedFile('This is a ZIP file, not a workbook. Unpack it, and choose the CSV or .xlsx file inside.');
}
