import type { KeyErrorDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../components/time-ago';
import { useNetworkText } from '../../../locales/use-network-text';
import { useReasonText } from '../../../locales/use-reason-text';
import { Section } from '../../../components/ui/section';

/** The last attempts with a key that failed, newest first. */
export function KeyErrors({ errors }: { errors: KeyErrorDto[] }) {
  const { t } = useTranslation('keys');
  const reasonText = useReasonText();
  const networkText = useNetworkText();
  return (
    <Section title={t('detail.errors')}>
      {errors.length === 0 ? (
        <p className="text-soft">{t('detail.noErrors')}</p>
      ) : (
        <ul className="divide-y rounded-md border">
          {errors.map(({ atMs, requestId, model, outcome, status, message }) => (
            <li key={`${requestId} ${atMs}`} className="space-y-0.5 px-3 py-2">
              <div className="flex gap-2">
                <Link
                  to={`/logs?tab=requests&open=${encodeURIComponent(requestId)}`}
                  className="min-w-0 flex-1 font-medium underline-offset-2 hover:underline"
                >
                  {status !== undefined && `${status} · `}
                  {reasonText(outcome)}
                </Link>
                <span className="shrink-0 text-soft">
                  <TimeAgo atMs={atMs} />
                </span>
              </div>
              <div className="text-xs text-soft">{model}</div>
              {message !== undefined && (
                <div className="line-clamp-3 text-xs break-words text-soft">{networkText(message)}</div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
