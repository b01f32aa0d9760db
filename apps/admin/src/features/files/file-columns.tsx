import type { FileDto, FileSort } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { TimeAgo } from '../../components/time-ago';
import { FileExpiry } from './cells/file-expiry';
import { FileKey } from './cells/file-key';
import { FileNameCell } from './cells/file-name-cell';
import { FileOwner } from './cells/file-owner';
import { FileSize } from './cells/file-size';
import { FileStateMark } from './cells/file-state-mark';
import { DeleteFileButton } from './delete-file-button';

interface FileColumn {
  width: string;
  sortedAs?: FileSort;
  isNumeric?: boolean;
  fromRem?: number;
  cell: (file: FileDto) => ReactNode;
}

/** The columns of the files table in their order. */
export function fileColumns(t: TFunction<'files'>, onDelete: (file: FileDto) => void): ColumnDef<FileDto>[] {
  const columns = {
    name: { width: 'minmax(10rem, 2fr)', cell: (file) => <FileNameCell file={file} /> },
    state: { width: '7.5rem', cell: ({ state }) => <FileStateMark state={state} /> },
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
      width: '5.5rem',
      sortedAs: 'size',
      isNumeric: true,
      cell: ({ sizeBytes }) => <FileSize bytes={sizeBytes} />,
    },
    owner: { width: 'minmax(9rem, 1.2fr)', fromRem: 64, cell: ({ owner }) => <FileOwner owner={owner} /> },
    key: { width: '8.5rem', fromRem: 64, cell: (file) => <FileKey file={file} /> },
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
  } satisfies Record<string, FileColumn>;
  return [
    ...(Object.entries(columns) as [keyof typeof columns, FileColumn][]).map(([id, { cell, ...meta }]) => {
      const title = t(`column.${id}`);
      return {
        id,
        header: title,
        cell: ({ row }) => cell(row.original),
        meta: { ...meta, ...(id !== 'name' && { title }) },
      } satisfies ColumnDef<FileDto>;
    }),
    {
      id: 'delete',
      header: () => <span className="sr-only">{t('column.delete')}</span>,
      cell: ({ row }) => <DeleteFileButton file={row.original} onDelete={onDelete} />,
      meta: { width: '2.25rem' },
    },
  ];
}
