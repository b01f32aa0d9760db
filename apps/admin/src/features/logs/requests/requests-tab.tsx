import type { RequestLogDto } from '@gemini-balance/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrlFilters } from '../../../lib/use-url-filters';
import { LogCard } from '../log-card';
import { Latency } from '../log-cells';
import type { LOG_FILTERS } from '../narrowing/log-filters';
import { LogList } from '../log-list';
import { requestColumns } from './request-columns';

/** Every client request. */
export function RequestsTab({ state }: { state: UrlFilters<typeof LOG_FILTERS> }) {
  const { t } = useTranslation('logs');
  const columns = useMemo(() => requestColumns(t), [t]);
  const card = (row: RequestLogDto) => (
    <LogCard atMs={row.startedAtMs} status={row.status} isFailure={row.isFailure} model={row.model}>
      <span>{t('attemptsOf', { count: row.attempts })}</span>
      <span>
        <Latency ms={row.latencyMs} />
      </span>
      <span>{row.errorCode}</span>
    </LogCard>
  );
  return <LogList<RequestLogDto> log="requests" state={state} columns={columns} card={card} />;
}
