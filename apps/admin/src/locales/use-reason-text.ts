import { useTranslation } from 'react-i18next';
import texts from './en/common.json';

type KnownReason = keyof typeof texts.reason;

/** The words for an outcome of a call: why a key rests, why a request failed. One that this dashboard does not know is shown as it came. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => (isKnown(reason) ? t(`reason.${reason}`) : reason);
}

function isKnown(reason: string): reason is KnownReason {
  return Object.hasOwn(texts.reason, reason);
}
