import type { StatsRange, UsageRowDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../components/figure-table';
import { QueryView } from '../../../components/query-view/query-view';
import { Panel } from '../../../components/ui/panel';
import { Skeleton } from '../../../components/ui/skeleton';
import { useUrlFilters } from '../../../lib/use-url-filters';
import { FigureLink } from '../figure-link';
import { overviewQueries } from '../overview-queries';
import { DEFAULT_RANGE, TREND } from './trend-address';

/** What the gateway calls those that are too many to be told apart. */
const OTHERS = '(other)';

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
        {({ items }) => <ModelRows rows={items} range={range} />}
      </QueryView>
    </Panel>
  );
}

function ModelRows({ rows, range }: { rows: UsageRowDto[]; range: StatsRange }) {
  const { t, i18n } = useTranslation('overview');
  const number = new Intl.NumberFormat(i18n.language);
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  const most = Math.max(1, ...rows.map((row) => row.successes + row.failures));
  const logsOf = ({ model }: UsageRowDto, further = ''): string | undefined =>
    model && model !== OTHERS
      ? `/logs?tab=requests&range=${range}&model=${encodeURIComponent(model)}${further}`
      : undefined;
  return (
    <FigureTable
      rows={rows}
      keyOf={({ model }, index) => model ?? index}
      head={{
        header: t('models.model'),
        cell: ({ model }) => (model === OTHERS ? t('models.others') : model || t('models.unnamed')),
        className: 'break-all',
      }}
      columns={[
        {
          id: 'share',
          header: <span className="sr-only">{t('models.share')}</span>,
          cell: (row) => (
            <div className="flex h-2.5 overflow-hidden rounded-sm" aria-hidden>
              <div className="bg-ready" style={{ width: `${(row.successes / most) * 100}%` }} />
              <div className="bg-invalid" style={{ width: `${(row.failures / most) * 100}%` }} />
            </div>
          ),
          className: 'w-2/5 max-sm:hidden',
        },
        {
          id: 'total',
          header: t('column.total'),
          cell: (row) => (
            <FigureLink to={logsOf(row)}>{number.format(row.successes + row.failures)}</FigureLink>
          ),
        },
        {
          id: 'failure',
          header: t('column.failure'),
          cell: (row) => (
            <FigureLink
              to={logsOf(row, '&isFailure=true')}
              className={row.failures > 0 ? 'text-invalid' : undefined}
            >
              {number.format(row.failures)}
            </FigureLink>
          ),
        },
        {
          id: 'tokens',
          header: t('column.tokens'),
          cell: (row) => short.format(row.inputTokens + row.outputTokens + row.thinkingTokens),
        },
      ]}
    />
  );
}
