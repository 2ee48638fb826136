import React from 'react';
import { type Point, different, shown } from './data';

interface LegendEntry {
  text: string;
  color: string;
}

export interface FigureProps {
  /** What kind of chart it is, in words: "Bar chart". */
  kind: string;
  title?: string;
  subtitle?: string;
  /** In pixels; as wide as there is room unless given. */
  width?: number;
  height?: number;
  showBorder?: boolean;
  /** What is told as a table, a column for each group. */
  table: readonly Point[];
  legend: readonly LegendEntry[];
  draw: (size: Size) => React.ReactNode;
}

export interface Size {
  width: number;
  height: number;
}

const DEFAULT_HEIGHT = 400;
/** Until the room is known. */
const FIRST_WIDTH = 600;

/** A chart with its words around it. Whoever cannot see it has its data as a table. */
export function ChartFigure({ table, legend, draw, ...figure }: FigureProps): React.JSX.Element {
  const { kind, title, subtitle, width, height = DEFAULT_HEIGHT, showBorder = true } = figure;
  const [room, measured] = useWidth();
  const size = { width: width ?? room, height };
  const name = title ?? kind;
  return (
    <figure className={showBorder ? 'kit-chart kit-chart-bordered' : 'kit-chart'} aria-label={name}>
      {title === undefined ? null : <figcaption className="kit-chart-title">{title}</figcaption>}
      {subtitle === undefined ? null : <p className="kit-chart-subtitle">{subtitle}</p>}
      <div ref={measured} style={width === undefined ? {} : { width }}>
        {table.length === 0 ? (
          <p>No data</p>
        ) : (
          <svg role="img" aria-label={`${kind}: ${name}`} width={size.width} height={height}>
            {draw(size)}
          </svg>
        )}
      </div>
      {legend.length === 0 ? null : <Legend entries={legend} />}
      <DataTable name={name} points={table} />
    </figure>
  );
}

function Legend({ entries }: { entries: readonly LegendEntry[] }): React.JSX.Element {
  return (
    <ul className="kit-chart-legend" aria-hidden="true">
      {entries.map(({ text, color }) => (
        <li key={text}>
          <span className="kit-chart-key" style={{ background: color }} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function DataTable({ name, points }: { name: string; points: readonly Point[] }): React.JSX.Element {
  const groups = different(points.map(({ group }) => group));
  const valueOf = (category: string, group: string) =>
    points.filter((point) => point.category === category && point.group === group).map(({ value }) => shown(value));
  return (
    <table className="kit-chart-table">
      <caption>{name}</caption>
      <thead>
        <tr>
          <td />
          {groups.map((group) => (
            <th key={group} scope="col">
              {group === '' ? 'Value' : group}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {different(points.map(({ category }) => category)).map((category) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {groups.map((group) => (
              <td key={group}>{valueOf(category, group).join(', ')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useWidth(): [number, (element: HTMLElement | null) => void] {
  const [width, setWidth] = React.useState(FIRST_WIDTH);
  const observer = React.useRef<ResizeObserver>(undefined);
  const measured = React.useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.current.observe(element);
  }, []);
  return [width, measured];
}
