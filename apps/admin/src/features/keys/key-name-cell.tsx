import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

interface KeyNameCellProps {
  apiKey: KeyDto;
  /** Whether a column of its own tells this; else it is told here. */
  isTold: (columnId: string) => boolean;
}

/** The masked key, and under it what the columns that have no room would say. */
export function KeyNameCell({ apiKey, isTold }: KeyNameCellProps) {
  const { t } = useTranslation('keys');
  const { kind, failures, group, project, note } = apiKey;
  const details = [
    !isTold('kind') && t(`kind.${kind}`),
    !isTold('failures') && failures > 0 && t('failuresNow', { count: failures }),
    !isTold('group') && group,
    !isTold('project') && project,
    !isTold('note') && note,
  ].filter((detail) => typeof detail === 'string');
  return (
    <>
      <span
        className="block truncate font-mono text-[0.8125rem]"
        title={apiKey.source === 'env' ? t('fromEnv') : undefined}
      >
        {apiKey.maskedSecret}
      </span>
      {details.length > 0 && <span className="block truncate text-xs text-soft">{details.join(' · ')}</span>}
    </>
  );
}
