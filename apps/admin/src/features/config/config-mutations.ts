import type { ChangeSettingsDto, ResetSettingsDto, SettingsDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { api } from '../../lib/api-client';
import { configQueries } from './config-queries';

/** Saves changes; the bar of unsaved changes shows what is refused. */
export function useChangeSettings() {
  const { t } = useTranslation('config');
  const show = useShowSettings();
  return useMutation({
    mutationFn: async (changes: ChangeSettingsDto) =>
      (await api.patch<SettingsDto>('/settings', changes)).data,
    meta: { showsOwnError: true },
    onSuccess: (settings) => {
      toast.success(t('saved'));
      show(settings);
    },
  });
}

/** Takes the overrides of a group, or all, back. */
export function useResetSettings() {
  const { t } = useTranslation('config');
  const show = useShowSettings();
  return useMutation({
    mutationFn: async (which: ResetSettingsDto) =>
      (await api.post<SettingsDto>('/settings/reset', which)).data,
    onSuccess: (settings) => {
      toast.success(t('saved'));
      show(settings);
    },
  });
}

function useShowSettings(): (settings: SettingsDto) => void {
  const queryClient = useQueryClient();
  return (settings) => queryClient.setQueryData(configQueries.settings().queryKey, settings);
}
