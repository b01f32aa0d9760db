import type { SettingDto, SettingsDto } from '@gemini-balance/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../lib/api-error';
import { useChangeSettings } from '../config-mutations';
import { configQueries } from '../config-queries';
import { toChangeSettings, withChange, without, type Change, type Draft } from './draft';

export interface DraftState {
  draft: Draft;
  change: (setting: SettingDto, change: Change) => void;
  undo: (name: string) => void;
  discard: () => void;
  save: () => void;
  isSaving: boolean;
  /** Why the gateway refused the changes. */
  refusal: Error | null;
  /** Whether somebody else changed settings meanwhile; what they changed is on show, and saving once more keeps both. */
  isOutdated: boolean;
  /** How often the change of each setting was dropped: its control begins anew with each. */
  editions: Readonly<Record<string, number>>;
}

/** The unsaved changes of the config page. */
export function useDraft(settings: SettingsDto | undefined): DraftState {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [isOutdated, setIsOutdated] = useState(false);
  const [editions, setEditions] = useState<Readonly<Record<string, number>>>({});
  const mutation = useChangeSettings();
  const beginAnew = (names: string[]): void =>
    setEditions((present) => ({
      ...present,
      ...Object.fromEntries(names.map((name) => [name, (present[name] ?? 0) + 1])),
    }));
  const clear = (): void => {
    setDraft(EMPTY);
    setIsOutdated(false);
    mutation.reset();
  };
  const update = (next: (present: Draft) => Draft): void => {
    mutation.reset();
    setDraft((present) => {
      const isFirst = Object.keys(present.changes).length === 0;
      return next(isFirst ? { ...present, revision: settings?.revision ?? 0 } : present);
    });
  };
  const showOthers = async (): Promise<void> => {
    const latest = await queryClient.fetchQuery({ ...configQueries.settings(), staleTime: 0 });
    setDraft((present) => ({ ...present, revision: latest.revision }));
    setIsOutdated(true);
    mutation.reset();
  };
  const onError = (error: Error): void => {
    if (error instanceof ApiError && error.status === 409) void showOthers();
  };
  return {
    draft,
    change: (setting, change) => update((present) => withChange(present, setting, change)),
    undo: (name) => {
      update((present) => without(present, name));
      beginAnew([name]);
    },
    discard: () => {
      beginAnew(Object.keys(draft.changes));
      clear();
    },
    save: () => {
      setIsOutdated(false);
      mutation.mutate(toChangeSettings(draft), { onSuccess: clear, onError });
    },
    isSaving: mutation.isPending,
    refusal: mutation.error,
    isOutdated,
    editions,
  };
}

const EMPTY: Draft = { revision: 0, changes: {} };
