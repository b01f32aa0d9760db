import type { DeletedFileDto, FileDto, StartFileJobDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { toChoice, type Selected } from '../../components/data-table/selection/selected';
import { useStartJob } from '../../components/job-progress/use-start-job';
import { api } from '../../lib/api-client';
import type { FileFilters } from './file-filters';
import { fileQueries } from './file-queries';

/** Upstream is asked before the answer comes. */
const TIMEOUT_MS = 60_000;

/** Deletes files: one at once, several by a job whose progress is shown. */
export function useDeleteFiles(filters: FileFilters) {
  const one = useDeleteFile();
  const several = useStartJob<StartFileJobDto>('/files/jobs');
  return {
    isPending: one.isPending || several.isPending,
    run: (selected: Selected<FileDto>, onSuccess: () => void): void => {
      const [first, ...others] = selected.items;
      if (!selected.isAllMatching && first && others.length === 0) one.mutate(first.id, { onSuccess });
      else several.mutate({ action: 'delete', ...toChoice(selected, filters) }, { onSuccess });
    },
  };
}

/** Deletes one file by its id, and says how that went. */
function useDeleteFile() {
  const { t } = useTranslation('files');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (id: number) =>
      (await api.delete<DeletedFileDto>(`/files/${id}`, { timeout: TIMEOUT_MS })).data,
    onSuccess: ({ result }) => void toast.success(t(`done.${result}`)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: fileQueries.all() }),
  });
}
