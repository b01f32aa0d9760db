import { NETWORK_SENTENCES } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

type Code = keyof typeof NETWORK_SENTENCES;

/** The longest first: some begin with others. */
const CODES = (Object.keys(NETWORK_SENTENCES) as Code[]).sort(
  (one, other) => NETWORK_SENTENCES[other].length - NETWORK_SENTENCES[one].length,
);

/** The words for a sentence of the gateway about an attempt; what upstream said is shown as it came. */
export function useNetworkText(): (message: string) => string {
  const { t } = useTranslation('sentences');
  return (message) => {
    const code = CODES.find((known) => message.includes(NETWORK_SENTENCES[known]));
    return code === undefined ? message : message.replace(NETWORK_SENTENCES[code], t(`network.${code}`));
  };
}
