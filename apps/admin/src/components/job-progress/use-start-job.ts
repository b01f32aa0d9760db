import type { JobDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api-client';
import { jobQueries } from './job-queries';
import { useOpenedJob } from './use-opened-job';

/** Begins work on many things by sending the order to `path`, and shows how it goes. */
export function useStartJob<Order extends object>(path: string) {
  const queryClient = useQueryClient();
  const { open } = useOpenedJob();
  return useMutation({
    mutationFn: async (order: Order) => (await api.post<JobDto>(path, order)).data,
    onSuccess: (job) => {
      queryClient.setQueryData(jobQueries.one(job.id, false).queryKey, job);
      void queryClient.invalidateQueries({ queryKey: jobQueries.running().queryKey });
      open(job.id);
    },
  });
}
