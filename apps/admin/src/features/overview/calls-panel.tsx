import type { CallWindowDto, OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../components/figure-table';
import { Panel } from '../../components/ui/panel';
import { FigureLink } from './figure-link';

const WINDOWS = ['minute', 'hour', 'day', 'month'] as const;

/** Client requests in four windows, and how they ended. A phone has no room for the successes: they are the rest. */
export function CallsPanel({ calls }: { calls: OverviewDto['calls'] }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const className = 'py-2 whitespace-nowrap';
  return (
    <Panel title={t('calls')}>
      <FigureTable
        rows={WINDOWS}
        keyOf={(window) => window}
        head={{
          header: t('window.label'),
          cell: (window) => t(`window.${window}`),
          className: 'py-2 font-medium',
        }}
        columns={[
          {
            id: 'total',
            header: t('column.total'),
            cell: (window) => (
              <FigureLink to={logsSince(window)}>{count.format(calls[window].total)}</FigureLink>
            ),
            className,
          },
          {
            id: 'success',
            header: t('column.success'),
            cell: (window) => (
              <FigureLink to={`${logsSince(window)}&isFailure=false`}>
                {count.format(calls[window].success)}
              </FigureLink>
            ),
            className: `${className} max-sm:hidden`,
          },
          {
            id: 'failure',
            header: t('column.failure'),
            cell: (window) => (
              <FigureLink
                to={`${logsSince(window)}&isFailure=true`}
                className={calls[window].failure > 0 ? 'font-medium text-invalid' : undefined}
              >
                {count.format(calls[window].failure)}
              </FigureLink>
            ),
            className,
          },
          {
            id: 'rate',
            header: t('column.rate'),
            cell: (window) => successRate(calls[window], i18n.language),
            className,
          },
        ]}
      />
    </Panel>
  );
}

/** Rounded down, so that 100 % means that nothing failed. */
function successRate({ total, success }: CallWindowDto, language: string): string {
  if (total === 0) return '–';
  const perMille = Math.floor((success / total) * 1_000);
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
    perMille / 1_000,
  );
}

/** The address of the requests of a window. The month begins in the time zone of the browser there. */
function logsSince(window: (typeof WINDOWS)[number]): string {
  const now = new Date();
  const since = {
    minute: `fromMs=${now.getTime() - 60_000}`,
    hour: 'range=1h',
    day: 'range=24h',
    month: `fromMs=${new Date(now.getFullYear(), now.getMonth()).getTime()}`,
  };
  return `/logs?tab=requests&${since[window]}`;
}
