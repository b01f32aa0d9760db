import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import type { Selected } from '../../../components/data-table/selection/selected';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog';
import { NamedList } from '../../../components/ui/named-list';
import { useKeyWork } from '../key-work';
import type { KeyFilters } from '../key-filters';

interface DeleteKeysDialogProps {
  /** Open while there are any. */
  selected: Selected<KeyDto> | undefined;
  filters: KeyFilters;
  onClose: () => void;
}

/** Asks once before keys are deleted, and names them. */
export function DeleteKeysDialog({ selected, filters, onClose }: DeleteKeysDialogProps) {
  const { t } = useTranslation('keys');
  const remove = useKeyWork('delete', filters);
  if (!selected) return null;
  const { items, count, clear } = selected;
  const end = (): void => {
    clear();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('delete.title', { count })}
      description={t('delete.text')}
      confirmLabel={t('delete.confirm', { count })}
      isOpen
      isBusy={remove.isPending}
      onConfirm={() => remove.run(selected, end)}
      onClose={onClose}
    >
      <NamedList
        items={items.map(({ id, maskedSecret, note }) => ({ id, name: maskedSecret, note }))}
        total={count}
      />
    </ConfirmDialog>
  );
}
