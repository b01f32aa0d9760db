import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './error-state';

interface QueryViewProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  skeleton: ReactNode;
  isEmpty?: (data: Data) => boolean;
  /** What to show, with the next step, when there is nothing. */
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The four states of a view: skeleton, error with retry, empty with the next step, ready. Data once loaded stay when a refresh fails. */
export function QueryView<Data>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<Data>) {
  const { t } = useTranslation();
  const { data, error } = query;
  if (data !== undefined) return isEmpty?.(data) ? empty : children(data);
  if (error)
    return <ErrorState error={error} isRetrying={query.isFetching} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={t('loading')} className="appear-late">
      {skeleton}
    </div>
  );
}
