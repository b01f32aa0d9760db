import type { UsageRowDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { Panel } from '../../../components/ui/panel';
import { Skeleton } from '../../../components/ui/skeleton';
import { useUrlFilters } from '../../../lib/use-url-filters';
import { overviewQueries } from '../overview-queries';
import { DEFAULT_RANGE, TREND } from './trend-address';

/** The most used models in the range of the trend: their requests as bars, and their tokens. */
export function ModelUsage() {
  const { t } = useTranslation(['overview', 'controls']);
  const { range = DEFAULT_RANGE } = useUrlFilters(TREND).filters;
  const usage = useQuery(overviewQueries.models(range));
  return (
    <Panel title={`${t('models.title')} · ${t(`controls:range.${range}`)}`}>
      <QueryView
        query={usage}
        skeleton={<Skeleton className="h-32" />}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className="text-soft">{t('models.none')}</p>}
      >
        {({ items }) => <ModelRows rows={items} />}
      </QueryView>
    </Panel>
  );
}

function ModelRows({ rows }: { rows: UsageRowDto[] }) {
  const { t, i18n } = useTranslation('overview');
  const number = new Intl.NumberFormat(i18n.language);
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  const most = Math.max(1, ...rows.map((row) => row.successes + row.failures));
  return (
    <table className="w-full">
      <thead className="border-b text-xs text-soft">
        <tr>
          <th scope="col" className="pb-2 text-start font-medium">
            {t('models.model')}
          </th>
          <th scope="col" className="w-2/5 pb-2 max-sm:hidden">
            <span className="sr-only">{t('models.share')}</span>
          </th>
          {(['total', 'failure', 'tokens'] as const).map((name) => (
            <th key={name} scope="col" className="ps-3 pb-2 text-end font-medium">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row) => (
          <tr key={row.model}>
            <th scope="row" className="py-1.5 text-start font-normal break-all">
              {row.model === '(other)' ? t('models.others') : row.model || t('models.unnamed')}
            </th>
            <td className="ps-3 max-sm:hidden">
              <div className="flex h-2.5 overflow-hidden rounded-sm" aria-hidden>
                <div className="bg-ready" style={{ width: `${(row.successes / most) * 100}%` }} />
                <div className="bg-invalid" style={{ width: `${(row.failures / most) * 100}%` }} />
              </div>
            </td>
            <td className="ps-3 text-end">{number.format(row.successes + row.failures)}</td>
            <td className={row.failures > 0 ? 'ps-3 text-end text-invalid' : 'ps-3 text-end'}>
              {number.format(row.failures)}
            </td>
            <td className="ps-3 text-end">
              {short.format(row.inputTokens + row.outputTokens + row.thinkingTokens)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
