import type { StorageDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../lib/bytes';

/** How large the database is. */
export function DatabaseSize({ database }: { database: StorageDto['database'] }) {
  const { t, i18n } = useTranslation('storage');
  const { kind, bytes, walBytes = 0, unusedBytes } = database;
  const size = (value: number): string => formatBytes(value, i18n.language);
  const details = [
    walBytes > 0 && t('wal', { size: size(walBytes) }),
    unusedBytes > 0 && t('unused', { size: size(unusedBytes) }),
  ].filter(Boolean);
  return (
    <div>
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{t(`database.${kind}`)}</span>
        <span>{size(bytes)}</span>
      </div>
      {details.length > 0 && <p className="text-xs text-soft">{details.join(' · ')}</p>}
    </div>
  );
}
