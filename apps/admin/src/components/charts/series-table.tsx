import { useTranslation } from 'react-i18next';
import type { ChartProps } from './series';

/** The numbers of a chart, newest first. */
export function SeriesTable({ label, points, series, formatValue, formatTime }: ChartProps) {
  const { t } = useTranslation();
  return (
    <div role="region" aria-label={label} tabIndex={0} className="h-72 overflow-auto rounded-md border">
      <table className="w-full">
        <thead className="sticky top-0 bg-surface text-xs text-soft">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {t('chart.time')}
            </th>
            {series.map(({ id, label: name }) => (
              <th key={id} scope="col" className="px-3 py-2 text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {points.toReversed().map((point) => (
            <tr key={point.atMs}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal whitespace-nowrap">
                {formatTime(point.atMs, true)}
              </th>
              {series.map(({ id }) => (
                <td key={id} className="px-3 py-1.5 text-end">
                  {point[id] === undefined ? '–' : formatValue(point[id])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
