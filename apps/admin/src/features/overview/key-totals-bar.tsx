import { KEY_STATES, type KeyTotalsDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

const COLORS = {
  ready: 'bg-ready',
  resting: 'bg-resting',
  invalid: 'bg-invalid',
  disabled: 'bg-disabled',
} as const;

/** The states of all keys as parts of one bar. */
export function KeyTotalsBar({ totals }: { totals: KeyTotalsDto }) {
  const { t } = useTranslation(['overview', 'outcomes']);
  const present = KEY_STATES.filter((state) => totals[state] > 0);
  const parts = present.map((state) => `${t(`outcomes:state.${state}`)} ${totals[state]}`).join(', ');
  return (
    <div
      role="img"
      aria-label={`${t('bar')}: ${parts}`}
      className="flex h-2.5 gap-0.5 overflow-hidden rounded-full"
    >
      {present.map((state) => (
        <div key={state} className={`${COLORS[state]} min-w-1`} style={{ flexGrow: totals[state] }} />
      ))}
    </div>
  );
}
