import type { ModelKeysDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../components/countdown';
import { StateMark } from '../../../components/state-mark';

/** Whether keys can be used for a model now, how many of how many, and else when the first one is back. */
export function ModelKeysCell({ keys }: { keys: ModelKeysDto }) {
  const { t, i18n } = useTranslation('models');
  const { ready, resting, total, rest, nextAtMs } = keys;
  const count = new Intl.NumberFormat(i18n.language);
  if (total === 0) return <span className="text-soft">{t('keys.none')}</span>;
  const isResting = rest !== undefined || (ready === 0 && resting > 0);
  const state = isResting ? 'resting' : ready > 0 ? 'ready' : 'invalid';
  return (
    <div className="min-w-0">
      <StateMark state={state} />
      <div className="truncate text-xs text-soft">
        {isResting ? (
          <Countdown untilMs={rest?.untilMs ?? nextAtMs} />
        ) : (
          t('keys.readyOf', { ready: count.format(ready), total: count.format(total) })
        )}
      </div>
    </div>
  );
}
