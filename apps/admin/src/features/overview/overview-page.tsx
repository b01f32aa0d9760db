import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/query-view/query-view';
import { Skeleton } from '../../components/ui/skeleton';
import { PageHeader } from '../../layout/page-header';
import { AttentionPanel } from './attention-panel';
import { CallsPanel } from './calls-panel';
import { CapacityPanel } from './capacity-panel';
import { GatewayPanel } from './gateway-panel';
import { KeyTotalsPanel } from './key-totals-panel';
import { overviewQueries } from './overview-queries';
import { ModelUsage } from './trend/model-usage';
import { TrendPanel } from './trend/trend-panel';

export function OverviewPage() {
  const { t } = useTranslation('overview');
  const overview = useQuery(overviewQueries.overview());
  return (
    <>
      <PageHeader title={t('title')} />
      <QueryView query={overview} skeleton={<OverviewSkeleton />}>
        {({ keys, calls, gateway }) => (
          <div className="grid gap-4 xl:grid-cols-3">
            <div className="xl:col-span-3">
              <KeyTotalsPanel totals={keys} />
            </div>
            <div className="xl:col-span-2 [&>section]:h-full">
              <CallsPanel calls={calls} />
            </div>
            <GatewayPanel gateway={gateway} />
            <div className="xl:col-span-3">
              <TrendPanel />
            </div>
            <div className="space-y-4 xl:col-span-2">
              <ModelUsage />
              <CapacityPanel />
            </div>
            <AttentionPanel />
          </div>
        )}
      </QueryView>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <div className="grid gap-4 xl:grid-cols-3">
      <Skeleton className="h-40 xl:col-span-3" />
      <Skeleton className="h-56 xl:col-span-2" />
      <Skeleton className="h-56" />
    </div>
  );
}
