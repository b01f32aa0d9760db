import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/query-view/query-view';
import { LINK } from '../../components/ui/link-styles';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
import { versionQuery } from '../../layout/version-query';

/** The version of the gateway, and whether a newer one is out. */
export function VersionPanel() {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('version.title')}>
      <QueryView query={useQuery(versionQuery())} skeleton={<Skeleton className="h-14" />}>
        {({ current, isChecked, latest, failure }) => (
          <>
            <p className="font-medium">{current}</p>
            <p className="text-soft">
              {!isChecked && t('version.unchecked')}
              {isChecked && failure}
              {latest && !latest.isNewer && t('version.newest')}
            </p>
            {latest?.isNewer && (
              <a href={latest.url} rel="noreferrer" className={LINK}>
                {t('version.newer', { version: latest.version })}
              </a>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
