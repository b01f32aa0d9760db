import type { CallWindowDto, OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/ui/panel';

const WINDOWS = ['minute', 'hour', 'day', 'month'] as const;

/** Client requests in four windows, and how they ended. */
export function CallsPanel({ calls }: { calls: OverviewDto['calls'] }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const head = 'pb-2 text-end text-xs font-medium text-soft';
  return (
    <Panel title={t('calls')}>
      <table className="w-full">
        <thead>
          <tr className="border-b">
            <th scope="col" className="pb-2 text-start text-xs font-medium text-soft">
              {t('window.label')}
            </th>
            <th scope="col" className={head}>
              {t('column.total')}
            </th>
            <th scope="col" className={head}>
              {t('column.success')}
            </th>
            <th scope="col" className={head}>
              {t('column.failure')}
            </th>
            <th scope="col" className={head}>
              {t('column.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {WINDOWS.map((window) => (
            <tr key={window} className="border-b last:border-0">
              <th scope="row" className="py-2 text-start font-medium">
                {t(`window.${window}`)}
              </th>
              <td className="text-end">{count.format(calls[window].total)}</td>
              <td className="text-end">{count.format(calls[window].success)}</td>
              <td className={calls[window].failure > 0 ? 'text-end font-medium text-invalid' : 'text-end'}>
                {count.format(calls[window].failure)}
              </td>
              <td className="text-end">{successRate(calls[window], i18n.language)}</td>
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
