import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** Calls and tokens of the last 24 hours, one above the other. */
export function KeyDay({ day }: { day: KeyDto['day'] }) {
  const { t, i18n } = useTranslation('keys');
  if (!day || day.calls === 0) return <span className="text-soft">–</span>;
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <>
      <span className="block truncate">
        {t('day.calls', { count: day.calls, calls: short.format(day.calls) })}
      </span>
      <span className="block truncate text-xs text-soft">
        {t('day.tokens', { count: day.tokens, tokens: short.format(day.tokens) })}
      </span>
    </>
  );
}
