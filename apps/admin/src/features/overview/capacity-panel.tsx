import { KEY_KINDS, type ModelCapacityDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../components/countdown';
import { FigureTable } from '../../components/figure-table';
import { keyCapacity } from '../../components/left-today/capacity-query';
import { LeftToday } from '../../components/left-today/left-today';
import { QuotaNotes } from '../../components/left-today/quota-notes';
import { QueryView } from '../../components/query-view/query-view';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
import { FigureLink } from './figure-link';

/** How many keys can be used for each model just now, when the next resting one returns, and what is left today. */
export function CapacityPanel() {
  const { t } = useTranslation('overview');
  const capacity = useQuery(keyCapacity());
  return (
    <Panel title={t('capacity.title')}>
      <QueryView query={capacity} skeleton={<Skeleton className="h-24" />}>
        {({ items, dayEndsAtMs }) => <CapacityTable rows={withKeys(items)} dayEndsAtMs={dayEndsAtMs} />}
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

function CapacityTable({ rows, dayEndsAtMs }: { rows: ModelCapacityDto[]; dayEndsAtMs: number }) {
  const { t, i18n } = useTranslation('overview');
  const number = new Intl.NumberFormat(i18n.language);
  if (rows.length === 0) return <p className="text-soft">{t('capacity.none')}</p>;
  return (
    <div className="space-y-3">
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
          className: 'w-full align-top wrap-anywhere',
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
            className: 'align-top whitespace-nowrap',
          },
          {
            id: 'resting',
            header: t('capacity.resting'),
            cell: ({ kind, model, resting, nextAtMs }) => (
              <>
                <FigureLink
                  to={`/keys?kind=${kind}&${model === '*' ? 'state=resting' : `model=${encodeURIComponent(model)}`}`}
                  className={resting > 0 ? 'text-resting' : undefined}
                >
                  {number.format(resting)}
                </FigureLink>
                {nextAtMs !== undefined && (
                  <div className="text-xs text-soft sm:hidden">
                    <Countdown untilMs={nextAtMs} />
                  </div>
                )}
              </>
            ),
            className: 'align-top whitespace-nowrap',
          },
          {
            id: 'next',
            header: t('capacity.next'),
            cell: ({ nextAtMs }) => (nextAtMs === undefined ? '–' : <Countdown untilMs={nextAtMs} />),
            className: 'whitespace-nowrap text-soft max-sm:hidden',
          },
        ]}
        note={(row) => (row.model === '*' ? undefined : <LeftToday capacity={row} />)}
      />
      <QuotaNotes capacities={rows} dayEndsAtMs={dayEndsAtMs} />
    </div>
  );
}
