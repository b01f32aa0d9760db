import type { FileDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FileExpiry } from './cells/file-expiry';
import { FileKey } from './cells/file-key';
import { fileTitle } from './cells/file-name-cell';
import { FileOwner } from './cells/file-owner';
import { FileSize } from './cells/file-size';
import { FileStateMark } from './cells/file-state-mark';
import { DeleteFileButton } from './delete-file-button';

interface FileCardProps {
  file: FileDto;
  onDelete: (file: FileDto) => void;
}

/** A file on a narrow screen. */
export function FileCard({ file, onDelete }: FileCardProps) {
  const { t } = useTranslation('files');
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1 space-y-1">
        <span className="block truncate font-medium">{fileTitle(file)}</span>
        <div className="flex flex-wrap items-center gap-x-3">
          <FileStateMark state={file.state} />
          <FileSize bytes={file.sizeBytes} />
        </div>
        <FileKey file={file} />
        <div className="flex flex-wrap gap-x-3 text-xs text-soft">
          <FileOwner owner={file.owner} />
          <span>
            {t('column.expires')}: <FileExpiry atMs={file.expiresAtMs} />
          </span>
        </div>
      </div>
      <DeleteFileButton file={file} onDelete={onDelete} />
    </div>
  );
}
