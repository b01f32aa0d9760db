import { useTranslation } from 'react-i18next';

/** The day on which a token ends; the exact time is in the tooltip. */
export function TokenExpiry({ atMs }: { atMs: number | undefined }) {
  const { t, i18n } = useTranslation('tokens');
  if (atMs === undefined) return <span className="text-soft">{t('noExpiry')}</span>;
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString(i18n.language)} className="whitespace-nowrap">
      {at.toLocaleDateString(i18n.language, { dateStyle: 'medium' })}
    </time>
  );
}
