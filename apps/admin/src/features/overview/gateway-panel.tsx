import type { OverviewDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { FactRows } from '../../components/ui/fact-rows';
import { LINK } from '../../components/ui/link-styles';
import { Panel } from '../../components/ui/panel';
import { formatDuration } from '../../lib/duration';
import { overviewQueries } from './overview-queries';

/** What the gateway says about itself. */
export function GatewayPanel({ gateway }: { gateway: OverviewDto['gateway'] }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const { droppedLogRows } = gateway;
  return (
    <Panel title={t('gateway')}>
      <FactRows
        facts={[
          [t('fact.version'), gateway.version],
          [t('fact.uptime'), formatDuration(gateway.uptimeMs, i18n.language)],
          [t('fact.inFlight'), count.format(gateway.inFlight)],
          [t('fact.database'), gateway.database === 'mysql' ? 'MySQL' : 'SQLite'],
          [t('fact.waitingLogRows'), count.format(gateway.waitingLogRows)],
          [
            t('fact.droppedLogRows'),
            <span key="dropped" className={droppedLogRows > 0 ? 'text-resting' : undefined}>
              {count.format(droppedLogRows)}
            </span>,
          ],
        ]}
      />
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
    <a href={latest.url} rel="noreferrer" className={`mt-3 block font-medium ${LINK}`}>
      {t('newer', { version: latest.version })}
    </a>
  );
}
