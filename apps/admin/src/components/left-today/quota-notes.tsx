import type { ModelCapacityDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { formatAhead } from '../../lib/duration';
import { useNow } from '../../lib/use-now';

interface QuotaNotesProps {
  capacities: readonly ModelCapacityDto[];
  dayEndsAtMs: number;
}

/** When daily quotas begin anew, and how those become known that are not. */
export function QuotaNotes({ capacities, dayEndsAtMs }: QuotaNotesProps) {
  const { t, i18n } = useTranslation('quotas');
  const nowMs = useNow();
  const isAnyUnknown = capacities.some(({ model, left }) => model !== '*' && left === undefined);
  const isAnyKnown = capacities.some(({ left }) => left !== undefined);
  if (!isAnyUnknown && !isAnyKnown) return null;
  return (
    <p className="text-xs text-soft">
      {isAnyUnknown && `${t('hint')} `}
      {t('anew', { when: formatAhead(Math.max(0, dayEndsAtMs - nowMs), i18n.language) })}
    </p>
  );
}
