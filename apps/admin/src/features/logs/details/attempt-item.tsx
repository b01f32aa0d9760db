import type { AttemptDetailsDto, RequestLogDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { useNetworkText } from '../../../locales/use-network-text';
import { useReasonText } from '../../../locales/use-reason-text';
import { Latency, StatusMark } from '../log-cells';
import { AttemptTime } from './attempt-time';
import { KeyLink } from './fact-link';

interface AttemptItemProps {
  attempt: AttemptDetailsDto;
  /** Absent while it goes on. */
  request: RequestLogDto | undefined;
}

/** One attempt: with which key and why, what came of it, what was sent and answered. */
export function AttemptItem({ attempt, request }: AttemptItemProps) {
  const { t } = useTranslation('logs');
  const reasonText = useReasonText();
  const networkText = useNetworkText();
  const { why } = attempt;
  return (
    <li className="space-y-1 rounded-md border p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{t('details.attempt', { number: attempt.attempt })}</span>
        <span className="flex items-center gap-3">
          <Latency ms={attempt.latencyMs} />
          <StatusMark status={attempt.upstreamStatus} isFailure={attempt.isError} />
        </span>
      </div>
      {request && (
        <AttemptTime
          afterMs={Math.max(0, attempt.startedAtMs - request.startedAtMs)}
          forMs={attempt.latencyMs}
          ofMs={request.latencyMs}
        />
      )}
      <p>
        {reasonText(attempt.type)} · <KeyLink apiKey={attempt.key} />
      </p>
      <p className="text-soft">
        {t(`why.${why.kind}`)}
        {why.notReady !== undefined &&
          ` ${t('why.notReady', { count: why.notReady, of: why.poolKeys ?? 0 })}`}
      </p>
      {attempt.egressId && (
        <p className="break-all text-soft">{t('details.egress', { proxy: attempt.egressId })}</p>
      )}
      {attempt.message && <p className="break-words">{networkText(attempt.message)}</p>}
      <Body title={t('details.sent')} text={attempt.requestBody} />
      <Body title={t('details.answered')} text={attempt.responseBody} />
    </li>
  );
}

function Body({ title, text }: { title: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <details>
      <summary className="cursor-pointer text-accent-text">{title}</summary>
      <pre
        tabIndex={0}
        className="mt-1 max-h-72 overflow-auto rounded bg-canvas p-2 text-xs whitespace-pre-wrap"
      >
        {text}
      </pre>
    </details>
  );
}
