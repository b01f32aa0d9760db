import type { FileDto, FileSort } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { actionColumn, listColumns, type ListColumn } from '../../components/data-table/columns/list-columns';
import { TimeAgo } from '../../components/time-ago';
import { FileExpiry } from './cells/file-expiry';
import { FileKey } from './cells/file-key';
import { FileNameCell } from './cells/file-name-cell';
import { FileOwner } from './cells/file-owner';
import { FileSize } from './cells/file-size';
import { FileStateMark } from './cells/file-state-mark';
import { DeleteFileButton } from './delete-file-button';

/** The columns of the files table in their order. */
export function fileColumns(t: TFunction<'files'>, onDelete: (file: FileDto) => void): ColumnDef<FileDto>[] {
  const columns = {
    name: { width: 'minmax(9rem, 2fr)', isFixed: true, cell: (file) => <FileNameCell file={file} /> },
    state: { width: '7rem', cell: ({ state }) => <FileStateMark state={state} /> },
    type: {
      width: 'minmax(7rem, 1fr)',
      fromRem: 96,
      cell: ({ mimeType }) => (
        <span className="block truncate" title={mimeType}>
          {mimeType}
        </span>
      ),
    },
    size: {
      width: '5rem',
      sortedAs: 'size',
      isNumeric: true,
      cell: ({ sizeBytes }) => <FileSize bytes={sizeBytes} />,
    },
    owner: { width: 'minmax(8rem, 1.2fr)', fromRem: 80, cell: ({ owner }) => <FileOwner owner={owner} /> },
    key: { width: '8rem', fromRem: 64, cell: (file) => <FileKey file={file} /> },
    created: {
      width: '5.5rem',
      fromRem: 80,
      sortedAs: 'created',
      cell: ({ createdAtMs }) => <TimeAgo atMs={createdAtMs} />,
    },
    expires: {
      width: '6rem',
      sortedAs: 'expires',
      cell: ({ expiresAtMs }) => <FileExpiry atMs={expiresAtMs} />,
    },
  } satisfies Record<string, ListColumn<FileDto, FileSort>>;
  return [
    ...listColumns(columns, (id) => t(`column.${id}`)),
    actionColumn(t('column.delete'), (file) => <DeleteFileButton file={file} onDelete={onDelete} />),
  ];
}
