import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../components/countdown';
import { useNetworkText } from '../../../locales/use-network-text';
import { useReasonText } from '../../../locales/use-reason-text';

/** Everything a key rests for, each with its reason and end, and the last error. */
export function KeyHolds({ apiKey }: { apiKey: KeyDto }) {
  const { t } = useTranslation('keys');
  const reasonText = useReasonText();
  const networkText = useNetworkText();
  return (
    <>
      <ul className="max-h-60 space-y-2 overflow-y-auto">
        {apiKey.holds.map(({ scope, reason, untilMs }) => (
          <li key={`${scope} ${reason}`}>
            <div className="flex justify-between gap-3">
              <span className="min-w-0 font-medium break-words">
                {scope === '*' ? t('everyModel') : scope}
              </span>
              <span className="shrink-0 text-soft">
                <Countdown untilMs={untilMs} />
              </span>
            </div>
            <div className="text-soft">{reasonText(reason)}</div>
          </li>
        ))}
      </ul>
      {apiKey.lastError && (
        <div className="mt-2 border-t pt-2 first:mt-0 first:border-0 first:pt-0">
          <div className="font-medium">{t('lastError')}</div>
          <div className="max-h-32 overflow-y-auto break-words text-soft">
            {networkText(apiKey.lastError)}
          </div>
        </div>
      )}
    </>
  );
}
