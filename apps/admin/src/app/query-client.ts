import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isUnauthenticated } from '../lib/api-error';
import { hasUnsavedWork } from '../lib/unsaved-work';

interface QueryClientEvents {
  /** The session ended while a page was open on which nothing is lost when it is left. */
  onUnauthenticated: () => void;
  /** Something the administrator asked for failed, and no form shows it. */
  onMutationFailed: (error: Error) => void;
}

declare module '@tanstack/react-query' {
  interface Register {
    /** Set on the query that asks whether there is a session. */
    queryMeta: { expectsNoSession?: boolean };
    /** Set where a form shows what went wrong. */
    mutationMeta: { showsOwnError?: boolean };
  }
}

/** Reads are tried again twice, unless the gateway itself refused them; writes never. */
export function createQueryClient(events: QueryClientEvents): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isLoginDue(error) && !query.meta?.expectsNoSession) events.onUnauthenticated();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (mutation.meta?.showsOwnError) return;
        if (isLoginDue(error)) events.onUnauthenticated();
        else events.onMutationFailed(error);
      },
    }),
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        staleTime: 2_000,
      },
    },
  });
}

/** A form that is being filled waits for a sign-in elsewhere: to leave it would lose what was typed. */
function isLoginDue(error: Error): boolean {
  return isUnauthenticated(error) && !hasUnsavedWork();
}

function isWorthRetrying(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === undefined || error.status >= 500;
}
