import type { StorageDto } from '@gemini-balance/shared';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../lib/bytes';

/** Below that a disk is nearly full. */
const LITTLE = 0.1;

/** How much space is used and left where the gateway keeps its data. */
export function DiskSpace({ disk: { path, freeBytes, totalBytes } }: { disk: StorageDto['disk'] }) {
  const { t, i18n } = useTranslation('storage');
  const used = totalBytes === 0 ? 0 : 1 - freeBytes / totalBytes;
  const isNearlyFull = used > 1 - LITTLE;
  const text = t('diskFree', {
    free: formatBytes(freeBytes, i18n.language),
    total: formatBytes(totalBytes, i18n.language),
  });
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{t('disk')}</span>
        <span>{text}</span>
      </div>
      <div
        role="meter"
        aria-label={t('disk')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(used * 100)}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={`h-full ${isNearlyFull ? 'bg-danger' : 'bg-accent'}`}
          style={{ width: `${used * 100}%` }}
        />
      </div>
      {isNearlyFull && (
        <p className="flex items-center gap-1.5 text-invalid">
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          {t('nearlyFull')}
        </p>
      )}
      <code className="block truncate font-mono text-xs text-soft" title={path}>
        {path}
      </code>
    </div>
  );
}
