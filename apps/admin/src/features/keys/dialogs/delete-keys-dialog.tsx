import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { DeleteSelected } from '../../../components/data-table/selection/delete-selected';
import type { Selected } from '../../../components/data-table/selection/selected';
import type { KeyFilters } from '../key-filters';
import { useKeyWork } from '../key-work';

interface DeleteKeysDialogProps {
  selected: Selected<KeyDto> | undefined;
  filters: KeyFilters;
  onClose: () => void;
}

export function DeleteKeysDialog({ selected, filters, onClose }: DeleteKeysDialogProps) {
  const { t } = useTranslation('keys');
  const count = selected?.count ?? 0;
  return (
    <DeleteSelected
      selected={selected}
      title={t('delete.title', { count })}
      description={t('delete.text')}
      confirmLabel={t('delete.confirm', { count })}
      deletion={useKeyWork('delete', filters)}
      named={({ id, maskedSecret, note }) => ({ id, name: maskedSecret, note })}
      onClose={onClose}
    />
  );
}
