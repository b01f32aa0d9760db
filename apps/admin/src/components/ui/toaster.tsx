import { useTranslation } from 'react-i18next';
import { Toaster as Sonner } from 'sonner';

/** Where short messages about what was just done appear. */
export function Toaster() {
  const { t } = useTranslation('frame');
  return (
    <Sonner
      containerAriaLabel={t('messages')}
      position="bottom-right"
      toastOptions={{ className: '!rounded-md !border !border-line !bg-raised !text-ink !shadow-lg' }}
    />
  );
}
