import { CreateTokenDto, type IssuedTokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { DtoForm } from '../../../components/form/dto-form';
import { useDtoForm } from '../../../components/form/use-dto-form';
import { Dialog } from '../../../components/ui/dialog';
import { useCreateToken } from '../token-mutations';
import { TokenFields } from './token-fields';

interface CreateTokenDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onIssued: (issued: IssuedTokenDto) => void;
}

export function CreateTokenDialog({ isOpen, onClose, onIssued }: CreateTokenDialogProps) {
  const { t } = useTranslation('tokens');
  return (
    <Dialog title={t('create.title')} description={t('create.text')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <CreateTokenForm onClose={onClose} onIssued={onIssued} />}
    </Dialog>
  );
}

function CreateTokenForm({ onClose, onIssued }: Omit<CreateTokenDialogProps, 'isOpen'>) {
  const { t } = useTranslation('tokens');
  const create = useCreateToken();
  const form = useDtoForm(CreateTokenDto, { name: '' });
  return (
    <DtoForm
      form={form}
      submitLabel={t('create.confirm')}
      canSendUnchanged
      onSubmit={async (values) => onIssued(await create.mutateAsync(values))}
      onCancel={onClose}
    >
      <TokenFields />
    </DtoForm>
  );
}
