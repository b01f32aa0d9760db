import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api-client';
import { systemQueries } from './system-queries';

const LONG_MS = 300_000;

/** Runs a scheduled task and waits until it is over. */
export const useRunSchedule = () =>
  useSystemMutation((name: string) => api.post(`/schedules/${name}/run`, undefined, { timeout: LONG_MS }));

/** Checks one proxy by its id. */
export const useCheckProxy = () =>
  useSystemMutation((proxy: string) =>
    api.post('/proxies/check', { proxy, useCache: false }, { timeout: LONG_MS }),
  );

export const useCheckAllProxies = () =>
  useSystemMutation(() => api.post('/proxies/check-all', { useCache: false }, { timeout: LONG_MS }));

export const useEndSession = () => useSystemMutation((id: string) => api.delete(`/auth/sessions/${id}`));

/** Ends every session but the one that asks. */
export const useEndOtherSessions = () =>
  useSystemMutation(() => api.delete('/auth/sessions', { params: { keepCurrent: true } }));

function useSystemMutation<Variables>(send: (variables: Variables) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: systemQueries.all() }),
  });
}
