import type { ExportFormat, KeyChoiceDto, KeyDto, StartKeyJobDto } from '@gemini-balance/shared';
import { toChoice, type Selected } from '../../components/data-table/selection/selected';
import { useStartJob } from '../../components/job-progress/use-start-job';
import { api } from '../../lib/api-client';
import type { KeyFilters } from './key-filters';
import { useKeyAction, type KeyAction } from './key-mutations';

/** Up to so many keys are changed at once; more by a job. */
const AT_ONCE = 100;

/** Does something with the selected keys: at once where they are few, else by a job whose progress is shown. Only a job can verify. */
export function useKeyWork(action: KeyAction | 'verify', filters: KeyFilters) {
  const start = useStartKeyJob();
  const actAtOnce = useKeyAction(action === 'verify' ? 'reset' : action);
  return {
    isPending: start.isPending || actAtOnce.isPending,
    run: (selected: Selected<KeyDto>, onSuccess: () => void): void => {
      if (action === 'verify' || selected.isAllMatching || selected.count > AT_ONCE)
        start.mutate({ action, ...toChoice(selected, filters) }, { onSuccess });
      else
        actAtOnce.mutate(
          selected.items.map((key) => key.id),
          { onSuccess },
        );
    },
  };
}

/** Begins work on many keys, and shows how it goes. */
export const useStartKeyJob = () => useStartJob<StartKeyJobDto>('/keys/jobs');

/** The secrets of keys as text; the gateway notes who took them. */
export async function exportKeys(choice: KeyChoiceDto, format: ExportFormat): Promise<string> {
  const answer = await api.post<string>(
    '/keys/export',
    { ...choice, format },
    {
      responseType: 'text',
      transformResponse: (text: string) => text,
      timeout: 120_000,
    },
  );
  return answer.data;
}
