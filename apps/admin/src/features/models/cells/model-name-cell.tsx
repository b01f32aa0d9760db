import type { ModelDto } from '@gemini-balance/shared';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What a model is called, by clients and by upstream, and whether a setting hides it. */
export function ModelNameCell({ model }: { model: ModelDto }) {
  return (
    <div className="min-w-0">
      <div className="truncate font-mono text-[0.8125rem] font-medium" title={model.id}>
        {model.id}
      </div>
      <div className="flex items-center gap-1.5 text-xs text-soft">
        <span className="truncate">{model.displayName}</span>
        {model.hiddenBy !== undefined && <HiddenMark by={model.hiddenBy} />}
      </div>
    </div>
  );
}

/** That clients may not use something, and the setting that says so. */
export function HiddenMark({ by }: { by: string }) {
  const { t } = useTranslation('models');
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1 rounded border border-resting/40 bg-resting/10 px-1 text-xs font-medium text-resting"
      title={t('hiddenBy', { setting: by })}
    >
      <EyeOff className="size-3" aria-hidden />
      {t('hidden')}
    </span>
  );
}
