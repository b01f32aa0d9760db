import type { OpenSessionDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { TimeAgo } from '../../../components/time-ago';
import { Button } from '../../../components/ui/button';
import { Panel } from '../../../components/ui/panel';
import { Skeleton } from '../../../components/ui/skeleton';
import { browserName } from './browser-name';
import { systemQueries } from '../system-queries';
import { useEndOtherSessions, useEndSession } from '../system-mutations';

/** Where administrators are signed in. */
export function SessionsPanel() {
  const { t } = useTranslation('system');
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const nameOf = ({ userAgent }: OpenSessionDto): string | undefined => {
    const name = browserName(userAgent);
    return name?.system === undefined ? (name?.browser ?? userAgent) : t('sessions.on', { ...name });
  };
  return (
    <Panel title={t('sessions.title')}>
      <QueryView query={useQuery(systemQueries.sessions())} skeleton={<Skeleton className="h-24" />}>
        {({ items }) => (
          <>
            <ul className="max-h-96 divide-y overflow-y-auto">
              {items.map((session) => (
                <li key={session.id} className="flex items-center justify-between gap-2 py-2">
                  <div className="min-w-0">
                    <div className="font-medium">{session.address}</div>
                    <div className="truncate text-soft" title={session.userAgent}>
                      <TimeAgo atMs={session.lastUsedAtMs} /> · {nameOf(session)}
                    </div>
                  </div>
                  {session.isCurrent ? (
                    <span className="shrink-0 text-soft">{t('sessions.this')}</span>
                  ) : (
                    <Button size="small" disabled={end.isPending} onClick={() => end.mutate(session.id)}>
                      {t('sessions.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <Button
                className="mt-3"
                disabled={endOthers.isPending}
                onClick={() => endOthers.mutate(undefined)}
              >
                {t('sessions.endOthers')}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
