import type { IssuedTokenDto, TokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog';
import { useDeleteToken, useRotateToken } from '../token-mutations';
import { TokenName } from '../cells/token-name';

interface EndTokenDialogProps {
  /** Open while there is one. */
  token: TokenDto | undefined;
  onClose: () => void;
}

/** Asks once before a token is deleted. */
export function DeleteTokenDialog({ token, onClose }: EndTokenDialogProps) {
  const { t } = useTranslation('tokens');
  const remove = useDeleteToken();
  return (
    <ConfirmDialog
      title={t('delete.title')}
      description={t('delete.text')}
      confirmLabel={t('delete.confirm')}
      isOpen={token !== undefined}
      isBusy={remove.isPending}
      onConfirm={() => token && remove.mutate(token.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {token && <TokenName token={token} />}
    </ConfirmDialog>
  );
}

/** Asks once before a token gets another secret, and its present one ends. */
export function RotateTokenDialog({
  token,
  onClose,
  onIssued,
}: EndTokenDialogProps & { onIssued: (issued: IssuedTokenDto) => void }) {
  const { t } = useTranslation('tokens');
  const rotate = useRotateToken();
  const confirm = (id: number): void =>
    rotate.mutate(id, {
      onSuccess: (issued) => {
        onClose();
        onIssued(issued);
      },
    });
  return (
    <ConfirmDialog
      title={t('rotate.title')}
      description={t('rotate.text')}
      confirmLabel={t('rotate.confirm')}
      isOpen={token !== undefined}
      isBusy={rotate.isPending}
      onConfirm={() => token && confirm(token.id)}
      onClose={onClose}
    >
      {token && <TokenName token={token} />}
    </ConfirmDialog>
  );
}
