import { UpdateTokenDto, type TokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { DtoForm } from '../../../components/form/dto-form';
import { useDtoForm } from '../../../components/form/use-dto-form';
import { Dialog } from '../../../components/ui/dialog';
import { useUpdateToken } from '../token-mutations';
import { TokenFields } from './token-fields';

interface EditTokenDialogProps {
  /** Open while there is one. */
  token: TokenDto | undefined;
  onClose: () => void;
}

export function EditTokenDialog({ token, onClose }: EditTokenDialogProps) {
  const { t } = useTranslation('tokens');
  return (
    <Dialog
      title={t('edit.title', { name: token?.name })}
      description={t('edit.text')}
      isOpen={token !== undefined}
      onClose={onClose}
    >
      {token && <EditTokenForm token={token} onClose={onClose} />}
    </Dialog>
  );
}

function EditTokenForm({ token, onClose }: { token: TokenDto; onClose: () => void }) {
  const update = useUpdateToken({ showsOwnError: true });
  const { name, allowedModels, expiresAtMs } = token;
  const { requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay } = token;
  const form = useDtoForm(UpdateTokenDto, {
    name,
    allowedModels,
    expiresAtMs,
    requestsPerMinute,
    requestsPerDay,
    tokensPerMinute,
    tokensPerDay,
  });
  const submit = async (_: UpdateTokenDto, changed: UpdateTokenDto): Promise<void> => {
    await update.mutateAsync({ id: token.id, changed });
    onClose();
  };
  return (
    <DtoForm form={form} onSubmit={submit} onCancel={onClose}>
      <TokenFields />
    </DtoForm>
  );
}
