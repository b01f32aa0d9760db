import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LINK } from '../components/ui/link-styles';
import { versionQuery } from './version-query';

/** Names the version, and leads to the repository that the settings name, or else the project. */
export function Footer() {
  const { t } = useTranslation('frame');
  const repositoryUrl = useQuery(versionQuery()).data?.repositoryUrl ?? __REPOSITORY_URL__;
  return (
    <footer className="flex flex-wrap gap-x-3 px-4 py-2 text-xs text-soft sm:px-6">
      <span>gemini-balance</span>
      <span>{t('footer.version', { version: __VERSION__ })}</span>
      {repositoryUrl !== '' && (
        <a className={LINK} href={repositoryUrl} rel="noreferrer">
          {t('footer.repository')}
        </a>
      )}
    </footer>
  );
}
