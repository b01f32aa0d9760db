import type { FileDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu } from '../../components/data-table/columns/column-menu';
import { DataTable } from '../../components/data-table/data-table';
import { justOne, type Selected } from '../../components/data-table/selection/selected';
import { useColumnChoice } from '../../components/data-table/columns/use-column-choice';
import { Button } from '../../components/ui/button';
import { PageHeader } from '../../layout/page-header';
import { useUrlFilters } from '../../lib/use-url-filters';
import { fileTitle } from './cells/file-name-cell';
import { DeleteFilesDialog } from './delete-files-dialog';
import { FileCard } from './file-card';
import { fileColumns } from './file-columns';
import { FILE_FILTERS, FILE_SORTING } from './file-filters';
import { fileQueries } from './file-queries';
import { FileToolbar } from './file-toolbar';
import { NoFiles } from './no-files';

const REFRESH_MS = 10_000;

/** The files that upstream keeps for clients. */
export function FilesPage() {
  const { t } = useTranslation('files');
  const url = useUrlFilters(FILE_FILTERS);
  const sorting = useUrlFilters(FILE_SORTING);
  const query = useMemo(() => ({ ...url.filters, ...sorting.filters }), [url.filters, sorting.filters]);
  const firstPage = useQuery(fileQueries.firstPage(query)).data;
  const [toDelete, setToDelete] = useState<Selected<FileDto>>();
  const deleteOne = useCallback((file: FileDto) => setToDelete(justOne(file)), []);
  const columns = useMemo(() => fileColumns(t, deleteOne), [t, deleteOne]);
  const choice = useColumnChoice('files', columns);
  const { sort, order = 'desc' } = sorting.filters;
  return (
    <>
      <PageHeader title={t('title')} />
      <FileToolbar url={url} totals={firstPage?.matching}>
        <span className="ms-auto max-md:hidden">
          <ColumnMenu columns={columns} choice={choice} />
        </span>
      </FileToolbar>
      <DataTable<FileDto>
        key={JSON.stringify(query)}
        label={t('title')}
        source={fileQueries.list(query)}
        refreshMs={REFRESH_MS}
        columns={columns}
        choice={choice}
        sort={sort && { by: sort, order }}
        onSort={(next) => sorting.change({ sort: next?.by as typeof sort, order: next?.order })}
        card={(file) => <FileCard file={file} onDelete={deleteOne} />}
        nameOf={fileTitle}
        matchingCount={firstPage?.matching?.[url.filters.state ?? 'total'].files}
        actions={(selected) => (
          <Button size="small" className="text-invalid" onClick={() => setToDelete(selected)}>
            <Trash2 className="max-sm:hidden" aria-hidden />
            {t('delete.selected')}
          </Button>
        )}
        empty={<NoFiles totals={firstPage?.totals} onClear={url.clear} />}
      />
      <DeleteFilesDialog selected={toDelete} filters={url.filters} onClose={() => setToDelete(undefined)} />
    </>
  );
}
