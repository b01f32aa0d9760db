import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

interface KeyNameCellProps {
  apiKey: KeyDto;
  /** Whether a column of its own tells this; else it is told here. */
  isTold: (column: string) => boolean;
}

/** The masked key, and under it what tells it from others. */
export function KeyNameCell({ apiKey, isTold }: KeyNameCellProps) {
  const { maskedSecret, kind, source, group, note } = apiKey;
  const { t } = useTranslation('keys');
  const details = [
    kind !== 'gemini' && !isTold('kind') && t(`kind.${kind}`),
    !isTold('group') && group,
    !isTold('note') && note,
  ].filter(Boolean);
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
