import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../lib/bytes';

/** The size of a file; the exact number is in the tooltip. */
export function FileSize({ bytes }: { bytes: number | undefined }) {
  const { t, i18n } = useTranslation('files');
  if (bytes === undefined) return <span className="text-soft">{t('sizeUnknown')}</span>;
  const exact = t('bytes', { count: bytes, bytes: new Intl.NumberFormat(i18n.language).format(bytes) });
  return <span title={exact}>{formatBytes(bytes, i18n.language)}</span>;
}
