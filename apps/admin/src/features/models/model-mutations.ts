import type { ModelListDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { MODELS } from '../../components/model-picker/known-models';
import { api } from '../../lib/api-client';

/** Has the gateway fetch the list from upstream, and shows what came of it. */
export function useRefreshModels() {
  const { t } = useTranslation('models');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => (await api.post<ModelListDto>('/models/refresh')).data,
    onSuccess: ({ totals }) => void toast.success(t('refreshed', { count: totals.models })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: MODELS }),
  });
}
