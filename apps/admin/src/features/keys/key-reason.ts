import { useTranslation } from 'react-i18next';
import keysTexts from '../../locales/en/keys.json';

type KnownReason = keyof typeof keysTexts.reason;

/** The words for why a key rests; a reason this dashboard does not know is shown as it came. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation('keys');
  return (reason) => (isKnown(reason) ? t(`reason.${reason}`) : reason);
}

function isKnown(reason: string): reason is KnownReason {
  return reason in keysTexts.reason;
}
