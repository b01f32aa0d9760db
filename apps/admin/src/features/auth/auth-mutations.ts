import type { LoginDto, SessionDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api-client';
import { authQueries } from './auth-queries';

/** Signs in; the form shows what went wrong. */
export function useLogin() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (login: LoginDto) => (await api.post<SessionDto>('/auth/login', login)).data,
    onSuccess: (session) => queryClient.setQueryData(authQueries.session().queryKey, session),
    meta: { showsOwnError: true },
  });
}

/** Ends the session and forgets everything that was loaded in it. */
export function useLogout() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => void (await api.post('/auth/logout', {})),
    onSuccess: () => queryClient.clear(),
  });
}
