import type { FileDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import type { Selected } from '../../components/data-table/selection/selected';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { NamedList } from '../../components/ui/named-list';
import { formatBytes } from '../../lib/bytes';
import { fileTitle } from './cells/file-name-cell';
import type { FileFilters } from './file-filters';
import { useDeleteFiles } from './file-mutations';

interface DeleteFilesDialogProps {
  /** Open while there are any. */
  selected: Selected<FileDto> | undefined;
  filters: FileFilters;
  onClose: () => void;
}

/** Asks once before files are deleted, and names them. */
export function DeleteFilesDialog({ selected, filters, onClose }: DeleteFilesDialogProps) {
  const { t, i18n } = useTranslation('files');
  const remove = useDeleteFiles(filters);
  if (!selected) return null;
  const { items, count, clear } = selected;
  const end = (): void => {
    clear();
    onClose();
  };
  const sizeOf = (bytes: number | undefined): string | undefined =>
    bytes === undefined ? undefined : formatBytes(bytes, i18n.language);
  return (
    <ConfirmDialog
      title={t('delete.title', { count })}
      description={t('delete.text', { count })}
      confirmLabel={t('delete.confirm', { count })}
      isOpen
      isBusy={remove.isPending}
      onConfirm={() => remove.run(selected, end)}
      onClose={onClose}
    >
      <NamedList
        items={items.map((file) => ({ id: file.id, name: fileTitle(file), note: sizeOf(file.sizeBytes) }))}
        total={count}
      />
    </ConfirmDialog>
  );
}
