import * as v from 'valibot';
import { tokenCss } from '../props';

/** Colours in the order of the groups, or each for the group of that name; tokens by name, or CSS. */
export const palette = v.exactOptional(
  v.union([v.array(v.string()), v.array(v.object({ key: v.string(), value: v.string() }))]),
);
type Palette = v.InferOutput<typeof palette.wrapped>;

/** The colours that the theme has for categories. */
const categorical = [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => `color.chart.categorical.${nth}`);

export type ColorOf = (group: string) => string;

export function colorsOf(groups: readonly string[], chosen: Palette = []): ColorOf {
  const named = new Map(chosen.flatMap((one) => (typeof one === 'string' ? [] : [[one.key, one.value] as const])));
  const ordered = chosen.filter((one) => typeof one === 'string');
  const inTurn = ordered.length > 0 ? ordered : categorical;
  return (group) => tokenCss(named.get(group) ?? inTurn[Math.max(0, groups.indexOf(group)) % inTurn.length] ?? '');
}
