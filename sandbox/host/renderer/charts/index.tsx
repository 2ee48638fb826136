import React from 'react';
import * as v from 'valibot';
import { type Family, type NodeRenderer, component } from '../component';
import { flag, number, space, text } from '../props';
import { Bars } from './bars';
import { ChartFigure } from './chart-figure';
import { accessor, different, pointsOf } from './data';
import { Lines } from './lines';
import { colorsOf, palette } from './palette';
import type { Margins, SeriesProps } from './plot';
import { DONUT_HOLE, Slices } from './slices';

/** The props of @atlaskit/forge-react-types, charts. The menu at the top right of a chart is not emulated. */
const common = {
  data: v.array(v.unknown()),
  title: text,
  subtitle: text,
  width: number,
  height: number,
  showBorder: flag,
  hideMenu: flag,
  colorPalette: palette,
};
const onAxes = {
  ...common,
  xAccessor: accessor,
  yAccessor: accessor,
  colorAccessor: v.exactOptional(accessor),
  plotMargin: space,
  plotMarginTop: space,
  plotMarginRight: space,
  plotMarginBottom: space,
  plotMarginLeft: space,
};
/** Where bars are stacked, the groups are not optional. */
const inGroups = { ...onAxes, colorAccessor: accessor };
const inParts = {
  ...common,
  colorAccessor: accessor,
  valueAccessor: accessor,
  labelAccessor: accessor,
  showMarkLabels: flag,
  innerRadius: number,
  outerRadius: number,
};

type AxesProps = v.InferOutput<v.ObjectSchema<typeof onAxes, undefined>>;

/** `space.100` is 8 pixels. */
const pixels = (name: string | undefined): number => (Number(name?.slice('space.'.length) ?? 0) * 8) / 100;

function marginsOf({ plotMargin, ...sides }: AxesProps): Margins {
  return {
    top: pixels(sides.plotMarginTop ?? plotMargin),
    right: pixels(sides.plotMarginRight ?? plotMargin),
    bottom: pixels(sides.plotMarginBottom ?? plotMargin),
    left: pixels(sides.plotMarginLeft ?? plotMargin),
  };
}

const nameOf = (chart: string): string => chart.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function seriesOf(chart: string, { data, xAccessor, yAccessor, colorAccessor, colorPalette }: AxesProps) {
  const points = pointsOf(chart, data, { category: xAccessor, value: yAccessor, group: colorAccessor });
  const groups = different(points.map(({ group }) => group));
  return { points, groups, colorOf: colorsOf(groups, colorPalette) };
}

type DrawSeries = (series: SeriesProps) => React.ReactNode;

/** A chart whose values stand on axes. */
const axesChart = (chart: string, entries: typeof onAxes | typeof inGroups, draw: DrawSeries): NodeRenderer =>
  component(entries, (props) => {
    const series = seriesOf(chart, props);
    const { points, groups, colorOf } = series;
    return (
      <ChartFigure
        {...props}
        kind={nameOf(chart)}
        table={points}
        legend={groups.length < 2 ? [] : groups.map((group) => ({ text: group, color: colorOf(group) }))}
        draw={(size) => draw({ ...series, size, margins: marginsOf(props) })}
      />
    );
  });

/** Parts of a whole; `hole` is how much of the radius is empty where the app gives none. */
const partsChart = (chart: string, hole: number): NodeRenderer =>
  component(inParts, ({ data, labelAccessor, valueAccessor, colorAccessor, colorPalette, ...props }) => {
    const points = pointsOf(chart, data, { category: labelAccessor, value: valueAccessor, group: colorAccessor });
    const colorOf = colorsOf(different(points.map(({ group }) => group)), colorPalette);
    const { innerRadius, outerRadius, showMarkLabels = false } = props;
    return (
      <ChartFigure
        {...props}
        kind={nameOf(chart)}
        table={points.map((point) => ({ ...point, group: '' }))}
        legend={points.map(({ category, group }) => ({ text: category, color: colorOf(group) }))}
        draw={(size) => (
          <Slices {...{ points, colorOf, size, hole, innerRadius, outerRadius }} showLabels={showMarkLabels} />
        )}
      />
    );
  });

const bars = (isStacked: boolean, isLying: boolean): DrawSeries =>
  function draw(series) {
    return <Bars {...series} isStacked={isStacked} isLying={isLying} />;
  };

export const charts: Family = {
  BarChart: axesChart('BarChart', onAxes, bars(false, false)),
  HorizontalBarChart: axesChart('HorizontalBarChart', onAxes, bars(false, true)),
  StackBarChart: axesChart('StackBarChart', inGroups, bars(true, false)),
  HorizontalStackBarChart: axesChart('HorizontalStackBarChart', inGroups, bars(true, true)),
  LineChart: axesChart('LineChart', onAxes, (series) => <Lines {...series} />),
  PieChart: partsChart('PieChart', 0),
  DonutChart: partsChart('DonutChart', DONUT_HOLE),
};
