import type { ModelDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { knownModels } from '../../components/model-picker/known-models';
import { useUrlFilters } from '../../lib/use-url-filters';
import { PLAYGROUND_FILTERS } from './playground-address';
import type { Chat, ChatSettings } from './protocols/chat';

/** What is set on the page: dialect, model and streaming in the address bar, the rest until the page is left. */
export interface PlaygroundSettings {
  settings: Omit<Chat, 'turns'>;
  change: (changed: Partial<ChatSettings>) => void;
}

export function usePlaygroundSettings(): PlaygroundSettings {
  const { filters, change: changeAddress } = useUrlFilters(PLAYGROUND_FILTERS);
  const [rest, setRest] = useState<Omit<ChatSettings, 'protocol' | 'model' | 'isStream'>>({ system: '' });
  const [typedModel, setTypedModel] = useState(filters.model);
  const { data } = useQuery(knownModels());
  const models = data?.items ?? [];
  const model = typedModel ?? firstChoice(models);
  return {
    settings: {
      ...rest,
      protocol: filters.protocol ?? 'openai-chat',
      model: model.trim(),
      isStream: filters.stream !== 'off',
      thinking: modelCalled(model.trim(), models)?.thinking,
    },
    change: ({ protocol, model: chosen, isStream, ...others }) => {
      if (chosen !== undefined) setTypedModel(chosen);
      if (Object.keys(others).length > 0) setRest({ ...rest, ...others });
      changeAddress({
        ...(protocol !== undefined && { protocol }),
        ...(chosen !== undefined && { model: chosen }),
        ...(isStream !== undefined && { stream: isStream ? undefined : 'off' }),
      });
    },
  };
}

/** The model behind a name that clients may use. */
function modelCalled(name: string, models: readonly ModelDto[]): ModelDto | undefined {
  return models.find(({ id, names }) => id === name || names.some((further) => further.name === name));
}

/** The newest of the quick ones, else any that chats. */
function firstChoice(models: readonly ModelDto[]): string {
  const chatting = models.filter(({ kind, hiddenBy }) => kind === 'chat' && hiddenBy === undefined);
  const quick = chatting
    .map(({ id }) => id)
    .filter((id) => /^gemini-[\d.]+-flash$/.test(id))
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
  return quick[0] ?? chatting[0]?.id ?? '';
}
