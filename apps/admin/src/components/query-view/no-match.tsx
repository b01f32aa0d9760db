import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Notice } from './notice';

interface NoMatchProps {
  /** Words of the list's own. */
  title?: string;
  text?: string;
  onClear: () => void;
}

/** Stands for a list of which its filters leave nothing. */
export function NoMatch({ title, text, onClear }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<SearchX className="text-soft" aria-hidden />}
      title={title ?? t('noMatch.title')}
      text={text ?? t('noMatch.text')}
    >
      <Button onClick={onClear}>{t('noMatch.action')}</Button>
    </Notice>
  );
}
