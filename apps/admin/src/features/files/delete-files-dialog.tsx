import type { FileDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { DeleteSelected } from '../../components/data-table/selection/delete-selected';
import type { Selected } from '../../components/data-table/selection/selected';
import { formatBytes } from '../../lib/bytes';
import { fileTitle } from './cells/file-name-cell';
import type { FileFilters } from './file-filters';
import { useDeleteFiles } from './file-mutations';

interface DeleteFilesDialogProps {
  selected: Selected<FileDto> | undefined;
  filters: FileFilters;
  onClose: () => void;
}

export function DeleteFilesDialog({ selected, filters, onClose }: DeleteFilesDialogProps) {
  const { t, i18n } = useTranslation('files');
  const count = selected?.count ?? 0;
  const sizeOf = ({ sizeBytes }: FileDto): string | undefined =>
    sizeBytes === undefined ? undefined : formatBytes(sizeBytes, i18n.language);
  return (
    <DeleteSelected
      selected={selected}
      title={t('delete.title', { count })}
      description={t('delete.text', { count })}
      confirmLabel={t('delete.confirm', { count })}
      deletion={useDeleteFiles(filters)}
      named={(file) => ({ id: file.id, name: fileTitle(file), note: sizeOf(file) })}
      onClose={onClose}
    />
  );
}
