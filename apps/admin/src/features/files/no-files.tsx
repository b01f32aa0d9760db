import type { FileTotalsDto } from '@gemini-balance/shared';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoMatch } from '../../components/query-view/no-match';
import { Notice } from '../../components/query-view/notice';
import { LINK } from '../../components/ui/link-styles';

interface NoFilesProps {
  totals: FileTotalsDto | undefined;
  onClear: () => void;
}

/** Stands for an empty table: there are no files at all, or none that match. */
export function NoFiles({ totals, onClear }: NoFilesProps) {
  const { t } = useTranslation('files');
  if (totals?.total.files !== 0)
    return <NoMatch title={t('empty.noMatch.title')} text={t('empty.noMatch.text')} onClear={onClear} />;
  return (
    <Notice
      icon={<FileUp className="text-soft" aria-hidden />}
      title={t('empty.none.title')}
      text={t('empty.none.text')}
    >
      <Link to="/tokens" className={LINK}>
        {t('empty.none.action')}
      </Link>
    </Notice>
  );
}
