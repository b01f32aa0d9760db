import type { RequestLogDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FactRows } from '../../../components/ui/fact-rows';
import { Latency, LogTime, StatusMark } from '../log-cells';
import { FactLink, KeyLink } from './fact-link';

/** What the log tells of a client request. */
export function RequestFacts({ request }: { request: RequestLogDto }) {
  const { t } = useTranslation('logs');
  const facts = [
    [t('column.status'), <StatusMark key="status" status={request.status} isFailure={request.isFailure} />],
    [t('column.code'), request.errorCode],
    [t('column.time'), <LogTime key="time" atMs={request.startedAtMs} />],
    [
      t('column.route'),
      <FactLink key="route" to={`/logs?tab=requests&route=${encodeURIComponent(request.route)}`}>
        {request.method} {request.route}
      </FactLink>,
    ],
    [t('column.model'), request.model],
    [
      t('column.token'),
      request.token && (
        <FactLink key="token" to={`/logs?tab=requests&tokenId=${request.token.id}`}>
          {request.token.name ?? `#${request.token.id}`}
        </FactLink>
      ),
    ],
    [t('column.key'), request.key && <KeyLink key="key" apiKey={request.key} />],
    [t('column.latency'), <Latency key="latency" ms={request.latencyMs} />],
    [t('column.ttft'), request.ttftMs !== undefined && <Latency key="ttft" ms={request.ttftMs} />],
    [t('details.inputTokens'), request.inputTokens],
    [t('details.outputTokens'), request.outputTokens],
    [t('details.thinkingTokens'), request.thinkingTokens],
  ] as const;
  return <FactRows facts={facts} />;
}
