import type { KeyGroupDto, SaveKeyGroupDto } from '@gemini-balance/shared';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import { useRefreshKeys } from '../key-mutations';

/** Says which models the keys of a group are used for. */
export function useSaveGroup() {
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async ({ name, ...group }: SaveKeyGroupDto & { name: string }) =>
      (await api.put<KeyGroupDto>(`/key-groups/${encodeURIComponent(name)}`, group)).data,
    onSuccess: refresh,
    meta: { showsOwnError: true },
  });
}

/** Forgets what was said of a group; its keys stay in it. */
export function useForgetGroup() {
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async (name: string) => void (await api.delete(`/key-groups/${encodeURIComponent(name)}`)),
    onSuccess: refresh,
  });
}
