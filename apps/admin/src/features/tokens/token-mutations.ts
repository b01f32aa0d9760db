import type { CreateTokenDto, IssuedTokenDto, TokenDto, UpdateTokenDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { api } from '../../lib/api-client';
import { tokenQueries } from './token-queries';

/** Makes a token; its form shows what is refused. */
export function useCreateToken() {
  const refresh = useRefreshTokens();
  return useMutation({
    mutationFn: async (fields: CreateTokenDto) => (await api.post<IssuedTokenDto>('/tokens', fields)).data,
    meta: { showsOwnError: true },
    onSuccess: refresh,
  });
}

/** Saves the fields that are given; an undefined one takes a restriction away. */
export function useUpdateToken({ showsOwnError = false } = {}) {
  const { t } = useTranslation('tokens');
  const refresh = useRefreshTokens();
  return useMutation({
    mutationFn: async ({ id, changed }: { id: number; changed: UpdateTokenDto }) => {
      const fields = Object.entries(changed).map(([name, value]) => [name, (value as unknown) ?? null]);
      return (await api.patch<TokenDto>(`/tokens/${id}`, Object.fromEntries(fields))).data;
    },
    meta: { showsOwnError },
    onSuccess: () => {
      toast.success(t('done.update'));
      return refresh();
    },
  });
}

/** Gives a token another secret; the present one ends at once. */
export function useRotateToken() {
  const refresh = useRefreshTokens();
  return useMutation({
    mutationFn: async (id: number) => (await api.post<IssuedTokenDto>(`/tokens/${id}/rotate`)).data,
    onSuccess: refresh,
  });
}

export function useDeleteToken() {
  const { t } = useTranslation('tokens');
  const refresh = useRefreshTokens();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/tokens/${id}`),
    onSuccess: () => {
      toast.success(t('done.delete'));
      return refresh();
    },
  });
}

function useRefreshTokens(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: tokenQueries.all() });
}
