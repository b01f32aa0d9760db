import type { KeyTotalsDto } from '@gemini-balance/shared';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NoMatch } from '../../components/query-view/no-match';
import { Notice } from '../../components/query-view/notice';
import { Button } from '../../components/ui/button';

interface NoKeysProps {
  totals: KeyTotalsDto | undefined;
  onAdd: () => void;
  onClear: () => void;
}

/** Stands for an empty table: there are no keys at all, or none that match. */
export function NoKeys({ totals, onAdd, onClear }: NoKeysProps) {
  const { t } = useTranslation('keys');
  if (totals?.total === 0) {
    return (
      <Notice
        icon={<KeyRound className="text-soft" aria-hidden />}
        title={t('empty.none.title')}
        text={t('empty.none.text')}
      >
        <Button variant="primary" onClick={onAdd}>
          {t('add')}
        </Button>
      </Notice>
    );
  }
  return <NoMatch title={t('empty.noMatch.title')} text={t('empty.noMatch.text')} onClear={onClear} />;
}
