import type {
  ImportKeysDto,
  ImportKeysResultDto,
  KeyDto,
  KeySelectionResultDto,
  UpdateKeyDto,
  VerifiedKeyDto,
} from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { useOpenedJob } from '../../components/job-progress/use-opened-job';
import { api } from '../../lib/api-client';
import { useReasonText } from '../../locales/use-reason-text';
import { keyQueries } from './key-queries';

/** What can be done with one key or some, at once; each is a path of the REST. */
export type KeyAction = 'enable' | 'disable' | 'reset' | 'delete';

/** Does `action` with the keys of the given ids and says how many were changed. */
export function useKeyAction(action: KeyAction) {
  const { t } = useTranslation('keys');
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async (ids: number[]) =>
      (await api.post<KeySelectionResultDto>(`/keys/${action}`, { ids })).data,
    onSuccess: ({ changed }) => {
      toast.success(t(`done.${action}`, { count: changed }));
      return refresh();
    },
  });
}

/** Asks upstream about one key, and says what it answered. */
export function useVerifyKey() {
  const { t } = useTranslation('keys');
  const reasonText = useReasonText();
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: async (id: number) =>
      (await api.post<VerifiedKeyDto & { key: KeyDto }>(`/keys/${id}/verify`, {}, { timeout: 120_000 })).data,
    onSuccess: ({ outcome, message, key }) => {
      const text = t('verified', { key: key.maskedSecret, outcome: reasonText(outcome) });
      if (outcome === 'ok') toast.success(text);
      else toast.error(text, { description: message });
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
    meta: { showsOwnError: true },
  });
}

/** Finds the keys in a text; adds none. */
export function usePreviewKeys() {
  return useMutation({
    mutationFn: async (text: ImportKeysDto) =>
      (await api.post<ImportKeysResultDto>('/keys/preview', text)).data,
    meta: { showsOwnError: true },
  });
}

/** Adds the new keys of a text; where they are verified first, shows how that goes. */
export function useImportKeys() {
  const { t } = useTranslation('keys');
  const refresh = useRefreshKeys();
  const { open } = useOpenedJob();
  return useMutation({
    mutationFn: async (text: ImportKeysDto) =>
      (await api.post<ImportKeysResultDto>('/keys/import', text, { timeout: 120_000 })).data,
    onSuccess: ({ counts, job }) => {
      if (job) open(job.id);
      else toast.success(t('done.import', { count: counts.new }));
      return refresh();
    },
  });
}

/** The secret of a key; the gateway notes that it was shown. */
export async function revealKey(id: number): Promise<string> {
  return (await api.post<{ secret: string }>(`/keys/${id}/reveal`, {})).data.secret;
}

export function useRefreshKeys(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keyQueries.all() });
}
