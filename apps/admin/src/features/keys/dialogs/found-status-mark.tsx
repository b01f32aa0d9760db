import type { FoundKeyStatus } from '@gemini-balance/shared';
import { CirclePlus, Copy, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export const FOUND_STATUSES = ['new', 'duplicate', 'malformed'] as const satisfies readonly FoundKeyStatus[];

const MARKS = {
  new: { Icon: CirclePlus, color: 'text-ready' },
  duplicate: { Icon: Copy, color: 'text-disabled' },
  malformed: { Icon: TriangleAlert, color: 'text-resting' },
} as const;

/** What becomes of a found key, as shape, colour and word. */
export function FoundStatusMark({ status }: { status: FoundKeyStatus }) {
  const { t } = useTranslation('keys');
  const { Icon, color } = MARKS[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${color}`}>
      <Icon className="size-4" aria-hidden />
      {t(`import.status.${status}`)}
    </span>
  );
}
