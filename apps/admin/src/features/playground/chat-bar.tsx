import type { ModelKind } from '@gemini-balance/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ModelCombobox } from '../../components/model-picker/model-combobox';
import { Segmented } from '../../components/ui/segmented';
import { Switch } from '../../components/ui/switch';
import { PROTOCOL_IDS, type ChatSettings } from './protocols/chat';

/** Kinds of models that answer a chat. */
const KINDS: readonly ModelKind[] = ['chat', 'image'];

interface ChatBarProps {
  settings: ChatSettings;
  onChange: (changed: Partial<ChatSettings>) => void;
}

/** How the next request is sent: its dialect, its model, and whether the answer streams. */
export function ChatBar({ settings, onChange }: ChatBarProps) {
  const { t } = useTranslation('playground');
  const streamId = useId();
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="max-w-full overflow-x-auto">
        <Segmented
          label={t('protocol.label')}
          choices={PROTOCOL_IDS.map((value) => ({ value, label: t(`protocol.${value}`) }))}
          value={settings.protocol}
          onChange={(protocol) => onChange({ protocol })}
        />
      </div>
      <ModelCombobox
        kinds={KINDS}
        hasFurtherNames
        aria-label={t('model')}
        placeholder={t('model')}
        maxLength={100}
        value={settings.model}
        onChange={(model) => onChange({ model })}
        className="min-w-60 flex-1 sm:max-w-96"
      />
      <label htmlFor={streamId} className="flex items-center gap-2 font-medium">
        <Switch id={streamId} checked={settings.isStream} onChange={(isStream) => onChange({ isStream })} />
        {t('stream')}
      </label>
    </div>
  );
}
