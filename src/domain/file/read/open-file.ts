import type { FileBytes } from './file-bytes';
import type { ReadingChoices } from '../../../contract/imports';
import { openText } from './open-text';
import { openWorkbook } from './open-workbook';
import type { OpenedFile } from './opened-file';
import { isZip, refuseOtherFormats } from './other-formats';
import { RefusedFile } from './refused';

/**
 * Finds out how a file is written and what it holds, by its first bytes and not by its name; `choices` are what a person
 * has said of it. Throws {@link RefusedFile}.
 */
export async function openFile(file: FileBytes, name: string, choices: ReadingChoices = {}): Promise<OpenedFile> {
  if (file.size === 0)
    throw new RefusedFile('The file is empty. Choose a file with a header row and at least one row of data.');
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  await refuseOtherFormats(file, head);
  return isZip(head) ? openWorkbook(file, name, choices) : openText(file, name, choices);
}
