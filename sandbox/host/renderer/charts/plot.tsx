import React from 'react';
import type { Size } from './chart-figure';
import { type Point, shown } from './data';
import type { ColorOf } from './palette';
import { type Scale, shareOf } from './scale';

/** The part of a chart between its axes, in pixels. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pixels that the app adds around the plot. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** What every chart on axes is drawn from. */
export interface SeriesProps {
  points: readonly Point[];
  groups: readonly string[];
  colorOf: ColorOf;
  size: Size;
  margins: Margins;
}

/** About the width of a character and the height of a line of the labels. */
const CHARACTER = 7.5;
const LINE = 20;
const MOST_LABEL = 160;

const widthOf = (texts: readonly string[]): number =>
  Math.min(MOST_LABEL, CHARACTER * Math.max(0, ...texts.map((text) => text.length)));

interface Axes {
  scale: Scale;
  categories: readonly string[];
  /** Bars that lie have their values along the bottom. */
  isLying: boolean;
}

export function plotOf({ width, height }: Size, margins: Margins, { scale, categories, isLying }: Axes): Plot {
  const left = margins.left + widthOf(isLying ? categories : scale.marks.map(shown)) + 12;
  const top = margins.top + LINE / 2;
  return {
    left,
    top,
    width: Math.max(1, width - left - margins.right - LINE / 2),
    height: Math.max(1, height - top - margins.bottom - LINE * 1.5),
  };
}

/** The middle of the place of each category, and how broad the place is, along an axis of a length. */
export function bandsOf(
  categories: readonly string[],
  length: number,
): { middle: Map<string, number>; breadth: number } {
  const breadth = length / Math.max(1, categories.length);
  return { breadth, middle: new Map(categories.map((category, at) => [category, (at + 0.5) * breadth])) };
}

/** Lines at the marks, with what they stand for, and the categories, as many as do not run into each other. */
export function PlotAxes({ plot, axes }: { plot: Plot; axes: Axes }): React.JSX.Element {
  const { scale, categories, isLying } = axes;
  const { middle, breadth } = bandsOf(categories, isLying ? plot.height : plot.width);
  const every = Math.ceil((isLying ? LINE : widthOf(categories) + 8) / breadth);
  return (
    <g className="kit-chart-axes" aria-hidden="true">
      {scale.marks.map((mark) => (
        <Mark key={mark} at={shareOf(mark, scale)} text={shown(mark)} plot={plot} isLying={isLying} />
      ))}
      {categories.map((category, index) =>
        index % every > 0 ? null : (
          <text
            key={category}
            {...(isLying
              ? { x: plot.left - 8, y: plot.top + (middle.get(category) ?? 0), textAnchor: 'end', dy: '0.35em' }
              : { x: plot.left + (middle.get(category) ?? 0), y: plot.top + plot.height + LINE, textAnchor: 'middle' })}
          >
            {category}
          </text>
        ),
      )}
    </g>
  );
}

function Mark(props: { at: number; text: string; plot: Plot; isLying: boolean }): React.JSX.Element {
  const { left, top, width, height } = props.plot;
  const x = left + props.at * width;
  const y = top + (1 - props.at) * height;
  return props.isLying ? (
    <>
      <line x1={x} x2={x} y1={top} y2={top + height} />
      <text x={x} y={top + height + LINE} textAnchor="middle">
        {props.text}
      </text>
    </>
  ) : (
    <>
      <line x1={left} x2={left + width} y1={y} y2={y} />
      <text x={left - 8} y={y} textAnchor="end" dy="0.35em">
        {props.text}
      </text>
    </>
  );
}
