/** One line, or one part of a bar, of a chart. */
export interface Series {
  /** The field of a point that it shows. */
  id: string;
  label: string;
  /** A colour of the theme, such as `var(--ready)`: the same thing has the same one on every page. */
  color: string;
}

/** What all series say of one time. Undefined where nothing was measured. */
export interface ChartPoint {
  atMs: number;
  [series: string]: number | undefined;
}

export interface ChartProps {
  /** What the chart shows, for screen readers. */
  label: string;
  points: ChartPoint[];
  series: readonly Series[];
  /** Bars lie one on the other; lines stand for themselves. */
  kind: 'bars' | 'lines';
  /** How a value is written with its unit. */
  formatValue: (value: number) => string;
  /** How the time of a point is written: below the chart, and in full. */
  formatTime: (atMs: number, isFull: boolean) => string;
}
