import { useQueryClient, type QueryCache } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api-error';
import { TimeAgo } from './time-ago';
import { Button } from './ui/button';

/** Says that the gateway does not answer while a page shows what it answered before. */
export function StaleNotice() {
  const { t } = useTranslation(['frame', 'controls']);
  const queryClient = useQueryClient();
  const cache = queryClient.getQueryCache();
  const sinceMs = useSyncExternalStore(
    useCallback((listener) => cache.subscribe(listener), [cache]),
    () => staleSinceMs(cache),
  );
  if (sinceMs === undefined) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-resting/40 bg-resting/10 px-4 py-1.5 sm:px-6"
    >
      <WifiOff className="size-4 text-resting" aria-hidden />
      <span className="min-w-0 flex-1">
        {t('stale.text')} <TimeAgo atMs={sinceMs} />
      </span>
      <Button size="small" onClick={() => void queryClient.refetchQueries({ type: 'active' })}>
        {t('controls:action.retry')}
      </Button>
    </div>
  );
}

/** When the oldest of what is on the screen was loaded that could not be loaded again; undefined while all is well. */
function staleSinceMs(cache: QueryCache): number | undefined {
  const stale = cache
    .getAll()
    .filter((query) => query.isActive() && query.state.data !== undefined)
    .filter(({ state }) => isAway(state.error) || isAway(state.fetchFailureReason))
    .map(({ state }) => state.dataUpdatedAt);
  return stale.length > 0 ? Math.min(...stale) : undefined;
}

function isAway(error: Error | null): boolean {
  return error instanceof ApiError && (error.status === undefined || error.status >= 500);
}
