import type { FileOwnerDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** Whose a file is. */
export function FileOwner({ owner }: { owner: FileOwnerDto }) {
  const { t } = useTranslation('files');
  if (owner.kind === 'admin') return <>{t('owner.admin')}</>;
  if (owner.kind === 'none') return <span className="text-soft">{t('owner.none')}</span>;
  return (
    <span className="block truncate" title={owner.name}>
      {owner.name} {owner.prefix !== '' && <span className="text-soft">{owner.prefix}…</span>}
    </span>
  );
}
