import type { OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../components/ui/panel';
import { formatDuration } from '../../lib/duration';
import { overviewQueries } from './overview-queries';

/** What the gateway says about itself. */
export function GatewayPanel({ gateway }: { gateway: OverviewDto['gateway'] }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const facts = {
    version: gateway.version,
    uptime: formatDuration(gateway.uptimeMs, i18n.language),
    inFlight: count.format(gateway.inFlight),
    database: gateway.database === 'mysql' ? 'MySQL' : 'SQLite',
    waitingLogRows: count.format(gateway.waitingLogRows),
    droppedLogRows: count.format(gateway.droppedLogRows),
  };
  return (
    <Panel title={t('gateway')}>
      <dl className="divide-y">
        {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => (
          <div key={fact} className="flex justify-between gap-4 py-2 first:pt-0 last:pb-0">
            <dt className="text-soft">{t(`fact.${fact}`)}</dt>
            <dd
              className={
                fact === 'droppedLogRows' && gateway.droppedLogRows > 0
                  ? 'font-medium text-resting'
                  : 'font-medium'
              }
            >
              {facts[fact]}
            </dd>
          </div>
        ))}
      </dl>
      <NewerVersion />
    </Panel>
  );
}

/** Leads to a newer release, where there is one. */
function NewerVersion() {
  const { t } = useTranslation('overview');
  const latest = useQuery(overviewQueries.version()).data?.latest;
  if (!latest?.isNewer) return null;
  return (
    <a
      href={latest.url}
      rel="noreferrer"
      className="mt-3 block font-medium text-accent-text underline-offset-2 hover:underline"
    >
      {t('newer', { version: latest.version })}
    </a>
  );
}
