import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SettingLink } from './setting-link';

/** That clients may not use the model, and where that is decided. */
export function HiddenNote({ setting }: { setting: string }) {
  const { t } = useTranslation('models');
  return (
    <p className="flex items-start gap-2 rounded-md border border-resting/40 bg-resting/10 px-3 py-2">
      <EyeOff className="mt-0.5 size-4 shrink-0 text-resting" aria-hidden />
      <span className="min-w-0">
        {t('detail.hidden')} <SettingLink name={setting} />
      </span>
    </p>
  );
}
