import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** The masked key; on a narrow screen also what the hidden columns say about it. */
export function KeyNameCell({ apiKey }: { apiKey: KeyDto }) {
  const { t } = useTranslation('keys');
  const details = [
    t(`kind.${apiKey.kind}`),
    apiKey.failures > 0 && t('failuresNow', { count: apiKey.failures }),
    apiKey.group,
    apiKey.note,
  ];
  return (
    <>
      <span
        className="block truncate font-mono text-[0.8125rem]"
        title={apiKey.source === 'env' ? t('fromEnv') : undefined}
      >
        {apiKey.maskedSecret}
      </span>
      <span className="block truncate text-xs text-soft md:hidden">
        {details.filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
