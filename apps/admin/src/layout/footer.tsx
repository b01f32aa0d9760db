import { useTranslation } from 'react-i18next';
import { LINK } from '../components/ui/link-styles';

export function Footer() {
  const { t } = useTranslation('frame');
  return (
    <footer className="flex flex-wrap gap-x-3 px-4 py-2 text-xs text-soft sm:px-6">
      <span>gemini-balance</span>
      <span>{t('footer.version', { version: __VERSION__ })}</span>
      {__REPOSITORY_URL__ !== '' && (
        <a className={LINK} href={__REPOSITORY_URL__} rel="noreferrer">
          {t('footer.repository')}
        </a>
      )}
    </footer>
  );
}
