import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { Panel } from '../../../components/ui/panel';
import { Skeleton } from '../../../components/ui/skeleton';
import { systemQueries } from '../system-queries';
import { DatabaseSize } from './database-size';
import { DiskSpace } from './disk-space';
import { StoredKindItem } from './stored-kind-item';

/** What the gateway keeps, how long, and the space that is left. */
export function StoragePanel() {
  const { t } = useTranslation('storage');
  return (
    <Panel title={t('title')}>
      <QueryView query={useQuery(systemQueries.storage())} skeleton={<Skeleton className="h-[36rem]" />}>
        {({ disk, database, kinds }) => (
          <div className="space-y-3">
            <DiskSpace disk={disk} />
            <DatabaseSize database={database} />
            <ul className="divide-y border-t">
              {kinds.map((stored) => (
                <StoredKindItem key={stored.name} stored={stored} />
              ))}
            </ul>
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
