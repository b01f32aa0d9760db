import type { KeyState } from '@gemini-balance/shared';
import { CircleCheck, CircleDashed, CircleX, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../lib/cn';

const MARKS = {
  ready: { Icon: CircleCheck, color: 'text-ready' },
  resting: { Icon: Hourglass, color: 'text-resting' },
  invalid: { Icon: CircleX, color: 'text-invalid' },
  disabled: { Icon: CircleDashed, color: 'text-disabled' },
} as const;

/** The state of a key as shape, colour and word; the same on every page. */
export function StateMark({ state, className }: { state: KeyState; className?: string }) {
  const { t } = useTranslation('outcomes');
  const { Icon, color } = MARKS[state];
  return (
    <span className={cn('flex items-center gap-1.5 font-medium whitespace-nowrap', color, className)}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
