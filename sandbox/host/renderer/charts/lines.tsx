import React from 'react';
import { different, shown } from './data';
import { PlotAxes, type SeriesProps, bandsOf, plotOf } from './plot';
import { scaleOf, shareOf } from './scale';

const DOT = 3;

/** A line for each group, through its values in the order of the categories. */
export function Lines({ points, groups, colorOf, size, margins }: SeriesProps): React.JSX.Element {
  const categories = different(points.map(({ category }) => category));
  const scale = scaleOf(points.map(({ value }) => value));
  const axes = { scale, categories, isLying: false };
  const plot = plotOf(size, margins, axes);
  const { middle } = bandsOf(categories, plot.width);
  const lines = groups.map((group) => ({
    group,
    dots: points
      .filter((point) => point.group === group)
      .map(({ category, value }) => ({
        category,
        value,
        x: plot.left + (middle.get(category) ?? 0),
        y: plot.top + (1 - shareOf(value, scale)) * plot.height,
      }))
      .sort((one, other) => one.x - other.x),
  }));
  return (
    <>
      <PlotAxes plot={plot} axes={axes} />
      {lines.map(({ group, dots }) => (
        <g key={group} fill={colorOf(group)}>
          <polyline
            points={dots.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={colorOf(group)}
            strokeWidth={2}
          />
          {dots.map(({ category, value, x, y }) => (
            <circle key={category} cx={x} cy={y} r={DOT}>
              <title>{[category, group, shown(value)].filter((part) => part !== '').join(': ')}</title>
            </circle>
          ))}
        </g>
      ))}
    </>
  );
}
