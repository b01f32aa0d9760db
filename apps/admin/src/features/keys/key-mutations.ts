import type {
  ImportKeysDto,
  ImportKeysResultDto,
  KeyDto,
  KeySelectionDto,
  KeySelectionResultDto,
  UpdateKeyDto,
} from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { api } from '../../lib/api-client';
import { keyQueries } from './key-queries';

/** What can be done with a selection of keys; each is a path of the REST. */
export type KeyAction = 'enable' | 'disable' | 'reset' | 'delete';

/** Does `action` with the keys of the given ids and says how many were changed. */
export function useKeyAction(action: KeyAction) {
  const { t } = useTranslation('keys');
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async (ids: number[]) => {
      const selection: KeySelectionDto = { ids };
      return (await api.post<KeySelectionResultDto>(`/keys/${action}`, selection)).data;
    },
    onSuccess: ({ changed }) => {
      toast.success(t(`done.${action}`, { count: changed }));
      return refresh();
    },
  });
}

/** Saves the fields that are given; the others stay as they are. */
export function useUpdateKey() {
  const { t } = useTranslation('keys');
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async ({ id, update }: { id: number; update: UpdateKeyDto }) =>
      (await api.patch<KeyDto>(`/keys/${id}`, update)).data,
    onSuccess: () => {
      toast.success(t('done.update'));
      return refresh();
    },
  });
}

/** Finds the keys in a text; adds none. */
export function usePreviewKeys() {
  return useMutation({
    mutationFn: async (text: ImportKeysDto) =>
      (await api.post<ImportKeysResultDto>('/keys/preview', text)).data,
  });
}

/** Adds the new keys of a text. */
export function useImportKeys() {
  const { t } = useTranslation('keys');
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async (text: ImportKeysDto) =>
      (await api.post<ImportKeysResultDto>('/keys/import', text, { timeout: 120_000 })).data,
    onSuccess: ({ counts }) => {
      toast.success(t('done.import', { count: counts.new }));
      return refresh();
    },
  });
}

function useRefreshKeys(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keyQueries.all() });
}
