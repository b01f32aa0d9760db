import type { FileState } from '@gemini-balance/shared';
import { CircleCheck, CircleDashed, CircleHelp, CircleX, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const MARKS = {
  active: { Icon: CircleCheck, color: 'text-ready' },
  processing: { Icon: Hourglass, color: 'text-resting' },
  failed: { Icon: CircleX, color: 'text-invalid' },
  unknown: { Icon: CircleHelp, color: 'text-soft' },
  expired: { Icon: CircleDashed, color: 'text-disabled' },
} as const;

/** How a file stands as shape, colour and word. */
export function FileStateMark({ state }: { state: FileState }) {
  const { t } = useTranslation('files');
  const { Icon, color } = MARKS[state];
  return (
    <span className={`flex items-center gap-1.5 font-medium whitespace-nowrap ${color}`}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
