import type { KeySelectionResultDto, VerifiedKeyDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { api } from '../../lib/api-client';
import { useReasonText } from '../../locales/use-reason-text';

/** A key by its id, and how it is told from others. */
export interface NamedKey {
  id: number;
  masked: string;
}

/** Asks upstream about a key, and says what it answered. */
export function useVerify() {
  const reasonText = useReasonText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: NamedKey) =>
      (await api.post<VerifiedKeyDto>(`/keys/${id}/verify`, {}, { timeout: 120_000 })).data,
    onSuccess: ({ outcome, message }, { masked }) => {
      const text = `${masked}: ${reasonText(outcome)}`;
      if (outcome === 'ok') toast.success(text);
      else toast.error(text, { description: message });
      return queryClient.invalidateQueries();
    },
  });
}

/** Switches a key off, or deletes it. */
export function useTakeOut(action: 'disable' | 'delete') {
  const { t } = useTranslation('overview');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: NamedKey) =>
      (await api.post<KeySelectionResultDto>(`/keys/${action}`, { ids: [id] })).data,
    onSuccess: (_, { masked }) => {
      toast.success(t(`attention.done.${action}`, { key: masked }));
      return queryClient.invalidateQueries();
    },
  });
}
