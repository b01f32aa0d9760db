import type { RequestLogDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Latency, LogTime, StatusMark } from '../log-cells';

/** What the log tells of a client request. */
export function RequestFacts({ request }: { request: RequestLogDto }) {
  const { t } = useTranslation('logs');
  const facts = [
    [t('column.status'), <StatusMark key="status" status={request.status} isFailure={request.isFailure} />],
    [t('column.code'), request.errorCode],
    [t('column.time'), <LogTime key="time" atMs={request.startedAtMs} />],
    [t('column.route'), `${request.method} ${request.route}`],
    [t('column.model'), request.model],
    [t('column.token'), request.token && (request.token.name ?? `#${request.token.id}`)],
    [t('column.latency'), <Latency key="latency" ms={request.latencyMs} />],
    [t('column.ttft'), request.ttftMs !== undefined && <Latency key="ttft" ms={request.ttftMs} />],
    [t('details.inputTokens'), request.inputTokens],
    [t('details.outputTokens'), request.outputTokens],
    [t('details.thinkingTokens'), request.thinkingTokens],
  ] as const;
  return (
    <dl className="divide-y">
      {facts
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-1.5">
            <dt className="shrink-0 text-soft">{name}</dt>
            <dd className="min-w-0 text-end break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
