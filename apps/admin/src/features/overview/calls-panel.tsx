import type { CallWindowDto, OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/ui/panel';
import { cn } from '../../lib/cn';

const WINDOWS = ['minute', 'hour', 'day', 'month'] as const;
const COLUMNS = ['total', 'success', 'failure', 'rate'] as const;

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
              <td className={number}>{count.format(calls[window].total)}</td>
              <td className={cn(number, 'max-sm:hidden')}>{count.format(calls[window].success)}</td>
              <td className={cn(number, calls[window].failure > 0 && 'font-medium text-invalid')}>
                {count.format(calls[window].failure)}
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
