import * as v from 'valibot';

/** A place in each entry of `data`: a position in an array, or a key of an object. */
export const accessor = v.union([v.number(), v.string()]);
export type Accessor = v.InferOutput<typeof accessor>;

/** One entry of a chart's data. Whatever stands on the axis is a category: it has its place by when it comes first. */
export interface Point {
  category: string;
  value: number;
  /** What its colour tells; empty where the chart has no groups. */
  group: string;
}

export interface Accessors {
  category: Accessor;
  value: Accessor;
  group?: Accessor | undefined;
}

/** Reads the entries of a chart. What has no number as its value is said on the console, and left out. */
export function pointsOf(chart: string, data: readonly unknown[], { category, value, group }: Accessors): Point[] {
  return data.flatMap((entry, index) => {
    const number = valueAt(entry, value);
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      console.error(`<${chart}> data.${index}: has no number at ${value}`);
      return [];
    }
    return [
      { category: textAt(entry, category), value: number, group: group === undefined ? '' : textAt(entry, group) },
    ];
  });
}

/** What differs in a list, each once, in the order of its first appearance. */
export const different = (texts: readonly string[]): string[] => [...new Set(texts)];

export const shown = (value: number): string => value.toLocaleString('en-US');

const valueAt = (entry: unknown, at: Accessor): unknown =>
  typeof entry === 'object' && entry !== null ? Reflect.get(entry, at) : undefined;

function textAt(entry: unknown, at: Accessor): string {
  const found = valueAt(entry, at);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
}
