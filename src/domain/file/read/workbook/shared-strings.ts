import { tooLarge } from './damaged';
import { RichText } from './rich-text';
import { readXml } from './xml';
import type { Zip } from './zip';

/** Bytes of all texts: they are held in memory while a sheet is read. */
const SHARED_BYTES = 256 * 1024 * 1024;
const SHARED_MOST = 5_000_000;

/** The texts that cells name by their number. Throws RefusedFile where they are damaged. */
export async function readSharedStrings(zip: Zip, path: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  const text = new RichText();
  await readXml(zip.read(path, SHARED_BYTES), {
    open: (name) => text.open(name),
    text: (part) => text.add(part),
    close: (name) => {
      text.close(name);
      if (name === 'si' && strings.push(text.take()) > SHARED_MOST) throw tooLarge();
    },
  });
  return strings;
}
