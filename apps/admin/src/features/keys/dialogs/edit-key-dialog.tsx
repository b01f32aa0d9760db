import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/ui/dialog';
import { EditKeyForm } from './edit-key-form';

interface EditKeyDialogProps {
  /** Open while there is one. */
  apiKey: KeyDto | undefined;
  onClose: () => void;
}

export function EditKeyDialog({ apiKey, onClose }: EditKeyDialogProps) {
  const { t } = useTranslation('keys');
  return (
    <Dialog
      title={t('edit.title', { key: apiKey?.maskedSecret })}
      description={t('edit.text')}
      isOpen={apiKey !== undefined}
      onClose={onClose}
    >
      {apiKey && <EditKeyForm apiKey={apiKey} onClose={onClose} />}
    </Dialog>
  );
}
