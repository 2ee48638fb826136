/** A scale of values with a mark at round numbers; it always holds zero, where bars begin. */
export interface Scale {
  marks: readonly number[];
  low: number;
  high: number;
}

const MARKS = 5;

export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - least || 1) / MARKS);
  const [first, last] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  const marks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { marks, low: first * step, high: last * step };
}

/** The next of 1, 2, 5, 10, 20 and so on. Tenths of a whole are written without what binary fractions add to them. */
function roundStep(least: number): number {
  const power = Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((one) => one * 10 ** power >= least) ?? 10;
  return Number(`${step}e${power}`);
}

/** Where a value lies between the ends of a scale, from 0 to 1. */
export const shareOf = (value: number, { low, high }: Scale): number => (value - low) / (high - low);
