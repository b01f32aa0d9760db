import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { ChoiceMenu } from '../components/ui/choice-menu';
import { chooseLanguage } from './i18n';
import { LANGUAGES, pickLanguage, type Language } from './language';

/** Switches between the languages, each shown under its own name. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation(['frame', 'problems']);
  return (
    <ChoiceMenu<Language>
      label={t('language.label')}
      icon={<Languages aria-hidden />}
      choices={Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }))}
      value={pickLanguage(i18n.language, [])}
      onChoose={(language) =>
        void chooseLanguage(language).catch(() => toast.error(t('problems:error.unreachable')))
      }
    />
  );
}
