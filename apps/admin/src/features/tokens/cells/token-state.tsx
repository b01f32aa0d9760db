import type { TokenDto } from '@gemini-balance/shared';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn';

const MARKS = {
  active: { Icon: CircleCheck, color: 'text-ready' },
  expired: { Icon: CircleX, color: 'text-invalid' },
  disabled: { Icon: CircleDashed, color: 'text-disabled' },
} as const;

/** Whether clients can use a token, as shape, colour and word. */
export function TokenState({ token }: { token: TokenDto }) {
  const { t } = useTranslation('tokens');
  const state = !token.isEnabled ? 'disabled' : token.isExpired ? 'expired' : 'active';
  const { Icon, color } = MARKS[state];
  return (
    <span className={cn('flex items-center gap-1.5 font-medium whitespace-nowrap', color)}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
