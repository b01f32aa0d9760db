import { useTranslation } from 'react-i18next';
import { FigureTable } from '../figure-table';
import type { ChartProps } from './series';

/** The numbers of a chart, newest first. */
export function SeriesTable({ label, points, series, formatValue, formatTime }: ChartProps) {
  const { t } = useTranslation();
  return (
    <div role="region" aria-label={label} tabIndex={0} className="h-72 overflow-auto rounded-md border">
      <FigureTable
        isBoxed
        rows={points.toReversed()}
        keyOf={({ atMs }) => atMs}
        head={{
          header: t('chart.time'),
          cell: ({ atMs }) => formatTime(atMs, true),
          className: 'whitespace-nowrap',
        }}
        columns={series.map(({ id, label: header }) => ({
          id,
          header,
          cell: (point: ChartProps['points'][number]) =>
            point[id] === undefined ? '–' : formatValue(point[id]),
        }))}
      />
    </div>
  );
}
