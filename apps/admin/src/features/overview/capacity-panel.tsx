import { KEY_KINDS, type ModelCapacityDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../components/countdown';
import { QueryView } from '../../components/query-view/query-view';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
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
    <table className="w-full">
      <thead className="border-b text-xs text-soft">
        <tr>
          <th scope="col" className="pb-2 text-start font-medium">
            {t('models.model')}
          </th>
          <th scope="col" className="ps-3 pb-2 text-end font-medium">
            {t('capacity.ready')}
          </th>
          <th scope="col" className="ps-3 pb-2 text-end font-medium">
            {t('capacity.resting')}
          </th>
          <th scope="col" className="ps-3 pb-2 text-end font-medium">
            {t('capacity.next')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map(({ kind, model, ready, resting, nextAtMs }) => (
          <tr key={`${kind} ${model}`}>
            <th scope="row" className="py-1.5 text-start font-normal break-all">
              {model === '*' ? t('capacity.others') : model}
              {kind !== 'gemini' && <span className="text-soft"> · {t(`capacity.kind.${kind}`)}</span>}
            </th>
            <td className={ready === 0 ? 'ps-3 text-end font-medium text-invalid' : 'ps-3 text-end'}>
              {number.format(ready)}
            </td>
            <td className={resting > 0 ? 'ps-3 text-end text-resting' : 'ps-3 text-end'}>
              {number.format(resting)}
            </td>
            <td className="ps-3 text-end whitespace-nowrap text-soft">
              {nextAtMs === undefined ? '–' : <Countdown untilMs={nextAtMs} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
