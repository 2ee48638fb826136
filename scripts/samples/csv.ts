import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\r\n`;

/** Writes a file of samples/: a header and its rows. */
export function writeSample(name: string, headers: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(resolve(import.meta.dirname, '../../samples', name), [headers, ...rows].map(line).join(''));
}
