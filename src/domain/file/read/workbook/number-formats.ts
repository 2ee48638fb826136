import { attribute, readXml } from './xml';
import type { Zip } from './zip';

/** What a number stands for in a cell: itself, one written with so many digits at least, a date, or a time of day. */
export type NumberFormat = { is: 'number'; digits: number } | { is: 'date' } | { is: 'time' } | { is: 'hours' };

const STYLES_BYTES = 64 * 1024 * 1024;
const plain: NumberFormat = { is: 'number', digits: 0 };
const date: NumberFormat = { is: 'date' };
const time: NumberFormat = { is: 'time' };
const hours: NumberFormat = { is: 'hours' };

/** The formats that have a number only, ECMA-376, 18.8.30; 27 to 36 and 50 to 58 are the dates of East Asia. */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return date;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return time;
  return id === 46 ? hours : plain;
}

/** What a format is of, by its first section without what is quoted, escaped or in brackets. */
export function formatOf(code: string): NumberFormat {
  const section = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return hours;
  const bare = section.replaceAll(/\[[^\]]*\]/g, '').trim();
  if (/^0{2,}$/.test(bare)) return { is: 'number', digits: bare.length };
  if (/general/i.test(bare)) return plain;
  // The m of a time stands beside hours or seconds; with neither it is a month.
  if (/[yd年月日]|e(?![+-])/i.test(bare)) return date;
  if (/[hs]/i.test(bare)) return time;
  return /m/i.test(bare) ? date : plain;
}

/** What the number in a cell of each style stands for. Throws RefusedFile where the styles are damaged. */
export async function readNumberFormats(zip: Zip, path: string | null): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const ofStyles: NumberFormat[] = [];
  if (path === null) return ofStyles;
  let isOfCells = false;
  await readXml(zip.read(path, STYLES_BYTES), {
    open: (name, attributes) => {
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'numFmt') {
        const its = attributes();
        own.set(Number(attribute(its, 'numFmtId')), formatOf(attribute(its, 'formatCode') ?? ''));
      }
      if (name !== 'xf' || !isOfCells) return;
      const id = Number(attribute(attributes(), 'numFmtId') ?? 0);
      ofStyles.push(own.get(id) ?? builtIn(id));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return ofStyles;
}
