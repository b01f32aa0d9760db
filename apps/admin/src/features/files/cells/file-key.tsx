import type { FileDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';

/** The key that alone reaches a file; leads to everything about the key. */
export function FileKey({ file: { keyId, maskedKey } }: { file: FileDto }) {
  const { t } = useTranslation('files');
  if (maskedKey === undefined) return <span className="text-soft">{t('keyGone')}</span>;
  return (
    <Link to={`/keys?key=${keyId}`} className={`block truncate font-mono text-[0.8125rem] ${LINK}`}>
      {maskedKey}
    </Link>
  );
}
