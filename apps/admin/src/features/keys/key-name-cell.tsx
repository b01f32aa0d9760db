import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** The masked key, and under it what tells it from others. */
export function KeyNameCell({ apiKey: { maskedSecret, kind, source, group, note } }: { apiKey: KeyDto }) {
  const { t } = useTranslation('keys');
  const details = [kind !== 'gemini' && t(`kind.${kind}`), group, note].filter(Boolean);
  return (
    <>
      <span
        className="block truncate font-mono text-[0.8125rem]"
        title={source === 'env' ? t('fromEnv') : undefined}
      >
        {maskedSecret}
      </span>
      {details.length > 0 && <span className="block truncate text-xs text-soft">{details.join(' · ')}</span>}
    </>
  );
}
