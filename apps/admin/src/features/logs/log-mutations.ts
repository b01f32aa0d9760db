import type { DeletedLogsDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { api } from '../../lib/api-client';
import { logQueries } from './log-queries';
import type { LogName } from './narrowing/log-filters';

/** Which rows are deleted: some, those that match, or all. */
export type DeletedRows = { ids: number[] } | { filter: object } | { all: true };

/** Deletes rows of a log. The gateway goes on behind its answer where there are many. */
export function useDeleteLogs(log: LogName) {
  const { t } = useTranslation('logs');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (rows: DeletedRows) =>
      (await api.post<DeletedLogsDto>(`/logs/${log}/delete`, rows)).data,
    onSuccess: ({ deleted, isDone }) => {
      toast.success(isDone ? t('delete.done', { count: deleted }) : t('delete.goesOn'));
      return queryClient.invalidateQueries({ queryKey: logQueries.all() });
    },
  });
}
