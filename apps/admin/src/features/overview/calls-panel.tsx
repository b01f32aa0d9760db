import type { CallWindowDto, OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../components/ui/panel';
import { cn } from '../../lib/cn';

const WINDOWS = ['minute', 'hour', 'day', 'month'] as const;
const COLUMNS = ['total', 'success', 'failure', 'rate'] as const;

const LINK = 'underline-offset-2 hover:underline';

/** Client requests in four windows, and how they ended. A phone has no room for the successes: they are the rest. */
export function CallsPanel({ calls }: { calls: OverviewDto['calls'] }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const number = 'ps-3 text-end whitespace-nowrap';
  return (
    <Panel title={t('calls')}>
      <table className="w-full">
        <thead className="border-b text-xs text-soft">
          <tr>
            <th scope="col" className="pb-2 text-start font-medium">
              {t('window.label')}
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={cn(number, 'pb-2 font-medium', column === 'success' && 'max-sm:hidden')}
              >
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {WINDOWS.map((window) => (
            <tr key={window}>
              <th scope="row" className="py-2 text-start font-medium">
                {t(`window.${window}`)}
              </th>
              <td className={number}>
                <Link to={logsSince(window)} className={LINK}>
                  {count.format(calls[window].total)}
                </Link>
              </td>
              <td className={cn(number, 'max-sm:hidden')}>{count.format(calls[window].success)}</td>
              <td className={cn(number, calls[window].failure > 0 && 'font-medium text-invalid')}>
                <Link to={`${logsSince(window)}&isFailure=true`} className={LINK}>
                  {count.format(calls[window].failure)}
                </Link>
              </td>
              <td className={number}>{successRate(calls[window], i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
