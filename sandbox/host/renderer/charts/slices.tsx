import React from 'react';
import type { Size } from './chart-figure';
import { type Point, shown } from './data';
import type { ColorOf } from './palette';

/** How much of a donut is its hole, unless the app says so. */
export const DONUT_HOLE = 0.6;
const EDGE = 8;

interface SlicesProps {
  points: readonly Point[];
  colorOf: ColorOf;
  size: Size;
  /** In pixels, as far as the app gives them. */
  innerRadius?: number | undefined;
  outerRadius?: number | undefined;
  /** The part of the radius that is the hole where no radius is given. */
  hole: number;
  showLabels: boolean;
}

/** Parts of a whole, from the top on and clockwise. */
export function Slices({ points, colorOf, size, showLabels, hole, ...radii }: SlicesProps): React.JSX.Element {
  const outer = radii.outerRadius ?? Math.max(1, Math.min(size.width, size.height) / 2 - EDGE);
  const inner = Math.min(outer, radii.innerRadius ?? outer * hole);
  return (
    <g transform={`translate(${size.width / 2} ${size.height / 2})`}>
      {sharesOf(points).map(({ point, start, share }, index) => (
        <path key={index} d={slice({ inner, outer }, start, share)} fill={colorOf(point.group)}>
          <title>{`${point.category}: ${shown(point.value)}`}</title>
        </path>
      ))}
      {!showLabels
        ? null
        : sharesOf(points).map(({ point, start, share }, index) => {
            const [x, y] = onCircle((inner + outer) / 2, start + share / 2);
            return (
              <text key={index} className="kit-chart-mark" x={x} y={y}>
                {point.category}
              </text>
            );
          })}
    </g>
  );
}

/** Where each part begins and how much of the whole it is, from 0 to 1. What is below zero has no part. */
function sharesOf(points: readonly Point[]): { point: Point; start: number; share: number }[] {
  const whole = points.reduce((sum, { value }) => sum + Math.max(0, value), 0) || 1;
  let start = 0;
  return points.map((point) => {
    const share = Math.max(0, point.value) / whole;
    start += share;
    return { point, start: start - share, share };
  });
}

const onCircle = (radius: number, turn: number): [number, number] => [
  radius * Math.sin(2 * Math.PI * turn),
  -radius * Math.cos(2 * Math.PI * turn),
];

/** A part of a ring. In two halves, for an arc that ends where it begins is none. */
function slice({ inner, outer }: { inner: number; outer: number }, start: number, share: number): string {
  const arc = (from: number, to: number): string => {
    const ends = [onCircle(outer, from), onCircle(outer, to), onCircle(inner, to), onCircle(inner, from)];
    const [outerFrom, outerTo, innerTo, innerFrom] = ends.map((point) => point.join(' '));
    return `M${outerFrom}A${outer} ${outer} 0 0 1 ${outerTo}L${innerTo}A${inner} ${inner} 0 0 0 ${innerFrom}Z`;
  };
  const half = start + share / 2;
  return arc(start, half) + arc(half, start + share);
}
