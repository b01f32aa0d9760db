import type { ErrorLogDto } from '@gemini-balance/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrlFilters } from '../../../lib/use-url-filters';
import { useNetworkText } from '../../../locales/use-network-text';
import { useReasonText } from '../../../locales/use-reason-text';
import { LogCard } from '../log-card';
import type { LOG_FILTERS } from '../narrowing/log-filters';
import { LogList } from '../log-list';
import { errorColumns } from './error-columns';

/** What upstream or the network refused. */
export function ErrorsTab({ state }: { state: UrlFilters<typeof LOG_FILTERS> }) {
  const { t, i18n } = useTranslation('logs');
  const reasonText = useReasonText();
  const networkText = useNetworkText();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the words change with the language alone
  const columns = useMemo(() => errorColumns(t, reasonText, networkText), [t, i18n.language]);
  const card = (row: ErrorLogDto) => (
    <LogCard
      atMs={row.startedAtMs}
      status={row.upstreamStatus}
      isFailure
      model={row.route === undefined ? t('ownCall', { model: row.model }) : row.model}
    >
      <span>{reasonText(row.type)}</span>
      <code className="font-mono">{row.key.masked}</code>
    </LogCard>
  );
  return <LogList<ErrorLogDto> log="errors" state={state} columns={columns} card={card} />;
}
