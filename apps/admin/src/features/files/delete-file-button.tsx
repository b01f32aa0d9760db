import type { FileDto } from '@gemini-balance/shared';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { fileTitle } from './cells/file-name-cell';

interface DeleteFileButtonProps {
  file: FileDto;
  onDelete: (file: FileDto) => void;
}

export function DeleteFileButton({ file, onDelete }: DeleteFileButtonProps) {
  const { t } = useTranslation('files');
  const label = t('delete.one', { name: fileTitle(file) });
  return (
    <Button variant="quiet" size="icon" aria-label={label} title={label} onClick={() => onDelete(file)}>
      <Trash2 aria-hidden />
    </Button>
  );
}
