import type { ModelListDto } from '@gemini-balance/shared';
import { CloudOff, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoMatch } from '../../components/query-view/no-match';
import { Notice } from '../../components/query-view/notice';
import { LINK } from '../../components/ui/link-styles';

interface NoModelsProps {
  list: ModelListDto | undefined;
  /** Fetches the list now. */
  refreshButton: ReactNode;
  onClear: () => void;
}

/** Stands for an empty table: there are no keys to fetch a list with, none could be had, or no model matches. */
export function NoModels({ list, refreshButton, onClear }: NoModelsProps) {
  const { t } = useTranslation('models');
  if (list?.totals.models === 0) {
    if (list.geminiKeys === 0)
      return (
        <Notice
          icon={<KeyRound className="text-soft" aria-hidden />}
          title={t('empty.noKeys.title')}
          text={t('empty.noKeys.text')}
        >
          <Link to="/keys" className={`font-medium ${LINK}`}>
            {t('empty.noKeys.action')}
          </Link>
        </Notice>
      );
    return (
      <Notice
        icon={<CloudOff className="text-soft" aria-hidden />}
        title={t('empty.noList.title')}
        text={list.source.error?.message ?? t('empty.noList.text')}
      >
        {refreshButton}
      </Notice>
    );
  }
  return <NoMatch title={t('empty.noMatch.title')} text={t('empty.noMatch.text')} onClear={onClear} />;
}
