import React from 'react';
import { type Point, different, shown } from './data';
import { PlotAxes, type SeriesProps, bandsOf, plotOf } from './plot';
import { scaleOf, shareOf } from './scale';

/** How much of its place a category's bars take. */
const FILLED = 0.7;

interface BarsProps extends SeriesProps {
  isStacked: boolean;
  isLying: boolean;
}

/** Bars beside each other, or upon each other, that stand or lie. */
export function Bars({ points, groups, colorOf, size, margins, isStacked, isLying }: BarsProps): React.JSX.Element {
  const categories = different(points.map(({ category }) => category));
  const bars = isStacked ? stacked(points) : points.map((point) => ({ point, from: 0, to: point.value }));
  const scale = scaleOf(bars.flatMap(({ from, to }) => [from, to]));
  const axes = { scale, categories, isLying };
  const plot = plotOf(size, margins, axes);
  const { middle, breadth } = bandsOf(categories, isLying ? plot.height : plot.width);
  const thick = (breadth * FILLED) / (isStacked ? 1 : groups.length);
  return (
    <>
      <PlotAxes plot={plot} axes={axes} />
      {bars.map(({ point, from, to }, index) => {
        const beside = isStacked ? 0 : groups.indexOf(point.group);
        const side = (middle.get(point.category) ?? 0) - (breadth * FILLED) / 2 + beside * thick;
        const [low, high] = [shareOf(Math.min(from, to), scale), shareOf(Math.max(from, to), scale)];
        const place = isLying
          ? { x: plot.left + low * plot.width, y: plot.top + side, width: (high - low) * plot.width, height: thick }
          : {
              ...{ x: plot.left + side, width: thick },
              ...{ y: plot.top + (1 - high) * plot.height, height: (high - low) * plot.height },
            };
        return (
          <rect key={index} {...place} fill={colorOf(point.group)}>
            <title>{[point.category, point.group, shown(point.value)].filter((part) => part !== '').join(': ')}</title>
          </rect>
        );
      })}
    </>
  );
}

/** Each bar begins where the one before it in its category ended, those below zero for themselves. */
function stacked(points: readonly Point[]): { point: Point; from: number; to: number }[] {
  const ends = new Map<string, number>();
  return points.map((point) => {
    const key = `${point.value < 0 ? 'below' : 'above'} ${point.category}`;
    const from = ends.get(key) ?? 0;
    ends.set(key, from + point.value);
    return { point, from, to: from + point.value };
  });
}
