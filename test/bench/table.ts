import type { Measurement } from './measurement';

const headings = ['', 'value', 'reference', 'ratio', 'budget', ''] as const;

/** The measurements as a table of text. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, unit, value, reference, ratio, budget, ok }) => [
    name,
    `${short(value)} ${unit}`,
    `${short(reference)} ${unit}`,
    ratio.toFixed(2),
    `≤ ${budget}`,
    ok ? 'kept' : 'MISSED',
  ]);
  const lines = [[...headings], ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => line.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join('  ')).join('\n');
}

/** Words to the left, figures to the right. */
const pad = (cell: string, width: number, column: number): string =>
  column === 0 || column === headings.length - 1 ? cell.padEnd(width) : cell.padStart(width);

function short(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 1_000 ? 1 : 0;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
