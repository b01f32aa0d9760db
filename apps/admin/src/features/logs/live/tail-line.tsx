import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn';
import { LogTime } from '../log-cells';
import type { NumberedEvent } from './use-tail';

interface TailLineProps {
  event: NumberedEvent;
  onOpen: (requestId: string) => void;
}

/** One thing that happened; leads to the request it belongs to. */
export function TailLine({ event, onOpen }: TailLineProps) {
  const { t } = useTranslation('logs');
  const { requestId } = event;
  const isBad = event.level === 'error' || event.level === 'fatal' || event.level === 'warn';
  const words = [
    event.method,
    event.route,
    event.model,
    event.status,
    event.type,
    event.errorCode,
    event.message,
  ];
  const text = words.filter((word) => word !== undefined).join(' ');
  return (
    <div className="flex flex-wrap gap-x-3 border-b px-3 py-1 last:border-b-0">
      <LogTime atMs={event.timeMs} />
      <span className={cn('w-12', isBad ? 'text-invalid' : 'text-soft')}>{event.level}</span>
      <span className="text-accent-text">{t(`live.kinds.${event.kind}`)}</span>
      {requestId === undefined ? (
        <span className="min-w-0 flex-1 break-words">{text}</span>
      ) : (
        <button
          type="button"
          title={t('live.open')}
          className="min-w-0 flex-1 text-start break-words hover:underline"
          onClick={() => onOpen(requestId)}
        >
          {text}
        </button>
      )}
    </div>
  );
}
