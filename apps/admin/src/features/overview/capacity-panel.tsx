import { KEY_KINDS, type ModelCapacityDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../components/countdown';
import { FigureTable } from '../../components/figure-table';
import { QueryView } from '../../components/query-view/query-view';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
import { FigureLink } from './figure-link';
import { overviewQueries } from './overview-queries';

/** How many keys can be used for each model just now, and when the next resting one returns. */
export function CapacityPanel() {
  const { t } = useTranslation('overview');
  const capacity = useQuery(overviewQueries.capacity());
  return (
    <Panel title={t('capacity.title')}>
      <QueryView query={capacity} skeleton={<Skeleton className="h-24" />}>
        {({ items }) => <CapacityTable rows={withKeys(items)} />}
      </QueryView>
    </Panel>
  );
}

/** Kinds without a key say nothing. */
function withKeys(items: ModelCapacityDto[]): ModelCapacityDto[] {
  const kinds = KEY_KINDS.filter((kind) =>
    items.some((item) => item.kind === kind && item.ready + item.resting > 0),
  );
  return items.filter(({ kind }) => kinds.includes(kind));
}

function CapacityTable({ rows }: { rows: ModelCapacityDto[] }) {
  const { t, i18n } = useTranslation('overview');
  const number = new Intl.NumberFormat(i18n.language);
  if (rows.length === 0) return <p className="text-soft">{t('capacity.none')}</p>;
  return (
    <FigureTable
      rows={rows}
      keyOf={({ kind, model }) => `${kind} ${model}`}
      head={{
        header: t('models.model'),
        cell: ({ kind, model }) => (
          <>
            {model === '*' ? t('capacity.others') : model}
            {kind !== 'gemini' && <span className="text-soft"> · {t(`capacity.kind.${kind}`)}</span>}
          </>
        ),
        className: 'break-all',
      }}
      columns={[
        {
          id: 'ready',
          header: t('capacity.ready'),
          cell: ({ kind, ready }) => (
            <FigureLink
              to={`/keys?state=ready&kind=${kind}`}
              className={ready === 0 ? 'font-medium text-invalid' : undefined}
            >
              {number.format(ready)}
            </FigureLink>
          ),
        },
        {
          id: 'resting',
          header: t('capacity.resting'),
          cell: ({ kind, model, resting }) => (
            <FigureLink
              to={`/keys?kind=${kind}&${model === '*' ? 'state=resting' : `model=${encodeURIComponent(model)}`}`}
              className={resting > 0 ? 'text-resting' : undefined}
            >
              {number.format(resting)}
            </FigureLink>
          ),
        },
        {
          id: 'next',
          header: t('capacity.next'),
          cell: ({ nextAtMs }) => (nextAtMs === undefined ? '–' : <Countdown untilMs={nextAtMs} />),
          className: 'whitespace-nowrap text-soft',
        },
      ]}
    />
  );
}
