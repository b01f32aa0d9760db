import type { ProxyDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProxyCheckResult } from '../../components/proxy-check-result';
import { QueryView } from '../../components/query-view/query-view';
import { Button } from '../../components/ui/button';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
import { systemQueries } from './system-queries';
import { useCheckAllProxies, useCheckProxy } from './system-mutations';

/** The egress proxies, and whether upstream can be reached through them. */
export function ProxiesPanel() {
  const { t } = useTranslation('system');
  const checkAll = useCheckAllProxies();
  return (
    <Panel title={t('proxies.title')}>
      <QueryView
        query={useQuery(systemQueries.proxies())}
        skeleton={<Skeleton className="h-24" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <p className="text-soft">
            {t('proxies.none')}{' '}
            <Link to="/config?search=PROXIES" className="text-accent-text underline underline-offset-2">
              {t('proxies.add')}
            </Link>
          </p>
        }
      >
        {({ items }) => (
          <>
            <ul className="divide-y">
              {items.map((proxy) => (
                <ProxyItem key={proxy.id} proxy={proxy} />
              ))}
            </ul>
            <Button className="mt-3" disabled={checkAll.isPending} onClick={() => checkAll.mutate(undefined)}>
              {t('proxies.checkAll')}
            </Button>
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function ProxyItem({ proxy }: { proxy: ProxyDto }) {
  const { t } = useTranslation('system');
  const check = useCheckProxy();
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <div className="min-w-0 flex-1">
        <code className="font-mono text-[0.8125rem] break-all">{proxy.id}</code>
        <ProxyCheckResult check={proxy.lastCheck} />
      </div>
      <Button size="small" disabled={check.isPending} onClick={() => check.mutate(proxy.id)}>
        {t('proxies.check')}
      </Button>
    </li>
  );
}
