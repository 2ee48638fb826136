import type { FileBytes } from './file-bytes';
import type { ReadingChoices } from '../../../contract/imports';
import { mayBeJson, openJson } from './open-json';
import { openText } from './open-text';
import { openWorkbook } from './open-workbook';
import type { OpenedFile } from './opened-file';
import { isZip, refuseOtherFormats } from './other-formats';
import { RefusedFile } from './refused';

/** Bytes that tell what a file is. */
const HEAD_BYTES = 16;

/**
 * Finds out how a file is written and what it holds, by its first bytes and not by its name; `choices` are what a person
 * has said of it. Throws {@link RefusedFile}.
 */
export async function openFile(file: FileBytes, name: string, choices: ReadingChoices = {}): Promise<OpenedFile> {
  if (file.size === 0)
    throw new RefusedFile('The file is empty. Choose a file with a header row and at least one row of data.');
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  await refuseOtherFormats(file, head);
  if (isZip(head)) return openWorkbook(file, name, choices);
  const json = mayBeJson(head) ? await openJson(file, name, choices) : null;
  return json ?? openText(file, name, choices);
}
