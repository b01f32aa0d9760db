import type { FileTotalsDto } from '@gemini-balance/shared';
import { FileUp, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../components/query-view/notice';
import { Button } from '../../components/ui/button';

interface NoFilesProps {
  totals: FileTotalsDto | undefined;
  onClear: () => void;
}

/** Stands for an empty table: there are no files at all, or none that match. */
export function NoFiles({ totals, onClear }: NoFilesProps) {
  const { t } = useTranslation('files');
  const hasNone = totals?.total.files === 0;
  const Icon = hasNone ? FileUp : SearchX;
  const words = hasNone ? 'none' : 'noMatch';
  return (
    <Notice
      icon={<Icon className="text-soft" aria-hidden />}
      title={t(`empty.${words}.title`)}
      text={t(`empty.${words}.text`)}
    >
      {hasNone ? (
        <Link to="/tokens" className="text-accent-text underline-offset-2 hover:underline">
          {t('empty.none.action')}
        </Link>
      ) : (
        <Button onClick={onClear}>{t('empty.noMatch.action')}</Button>
      )}
    </Notice>
  );
}
