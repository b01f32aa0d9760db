import { useTranslation } from 'react-i18next';
import type { Texts } from './load-texts';

type KnownReason = keyof Texts['outcomes']['reason'];

/** The words for an outcome of a call: why a key rests, why a request failed. One that this dashboard does not know is shown as it came. */
export function useReasonText(): (reason: string) => string {
  const { t, i18n } = useTranslation('outcomes');
  const isKnown = (reason: string): reason is KnownReason =>
    i18n.exists(`reason.${reason}`, { ns: 'outcomes' });
  return (reason) => (isKnown(reason) ? t(`reason.${reason}`) : reason);
}
