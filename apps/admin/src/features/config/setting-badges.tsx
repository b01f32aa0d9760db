import type { SettingDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn';

const BADGE = 'rounded border px-1.5 py-px text-xs whitespace-nowrap';

/** Where the value of a setting comes from, and when a change acts. */
export function SettingBadges({ setting }: { setting: SettingDto }) {
  const { t } = useTranslation('config');
  const { source, effect } = setting;
  return (
    <>
      <span className={cn(BADGE, source === 'override' ? 'border-accent text-accent-text' : 'text-soft')}>
        {t(`source.${source}`)}
      </span>
      {effect !== 'live' && (
        <span className={cn(BADGE, effect === 'restart' ? 'border-resting/60 text-resting' : 'text-soft')}>
          {t(`effect.${effect}`)}
        </span>
      )}
    </>
  );
}
