import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const asNeeded = (cell: string): string => (/[",\n]/.test(cell) ? quoted(cell) : cell);

/** Writes a file of samples/: a header and its rows. Some tools quote every cell. */
export function writeSample(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { quotesAll = false }: { quotesAll?: boolean } = {},
): void {
  const line = (cells: readonly string[]): string => `${cells.map(quotesAll ? quoted : asNeeded).join(',')}\r\n`;
  writeFileSync(resolve(import.meta.dirname, '../../samples', name), [headers, ...rows].map(line).join(''));
}
