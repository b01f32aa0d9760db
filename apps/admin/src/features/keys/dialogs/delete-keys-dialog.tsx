import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog';
import { useKeyAction } from '../key-mutations';

const NAMED = 5;

interface DeleteKeysDialogProps {
  /** Open while there are any. */
  keys: KeyDto[];
  onClose: () => void;
}

/** Asks once before keys are deleted, and names them. */
export function DeleteKeysDialog({ keys, onClose }: DeleteKeysDialogProps) {
  const { t } = useTranslation('keys');
  const remove = useKeyAction('delete');
  const confirm = (): void =>
    remove.mutate(
      keys.map((key) => key.id),
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      title={t('delete.title', { count: keys.length })}
      description={t('delete.text')}
      confirmLabel={t('delete.confirm', { count: keys.length })}
      isOpen={keys.length > 0}
      isBusy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ul className="space-y-1">
        {keys.slice(0, NAMED).map((key) => (
          <li key={key.id} className="flex min-w-0 gap-2">
            <span className="shrink-0 font-mono">{key.maskedSecret}</span>
            <span className="truncate text-soft">{key.note}</span>
          </li>
        ))}
        {keys.length > NAMED && (
          <li className="text-soft">{t('delete.more', { count: keys.length - NAMED })}</li>
        )}
      </ul>
    </ConfirmDialog>
  );
}
