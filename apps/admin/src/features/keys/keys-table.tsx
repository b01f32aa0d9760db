import type { KeyDto } from '@gemini-balance/shared';
import { getCoreRowModel, useReactTable, type RowSelectionState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VirtualTable } from '../../components/data-table/virtual-table';
import { DeleteKeysDialog } from './dialogs/delete-keys-dialog';
import { EditKeyDialog } from './dialogs/edit-key-dialog';
import { keyColumns } from './key-columns';
import type { KeyFilters } from './key-filters';
import { KeySelectionBar } from './key-selection-bar';
import { MoreKeys } from './more-keys';
import { useColumnVisibility } from './use-column-visibility';
import { useKeyRows } from './use-key-rows';

/** The keys that match the filters, with what can be done to one and to many. A new set of filters needs a new table. */
export function KeysTable({ filters }: { filters: KeyFilters }) {
  const { t } = useTranslation('keys');
  const { rows, onRangeChange, ...more } = useKeyRows(filters);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const [edited, setEdited] = useState<KeyDto>();
  const [toDelete, setToDelete] = useState<KeyDto[]>([]);

  const columns = useMemo(
    () => keyColumns(t, { onEdit: setEdited, onDelete: (key) => setToDelete([key]) }),
    [t],
  );
  const columnVisibility = useColumnVisibility();
  const table = useReactTable({
    data: rows,
    columns,
    getRowId: (key) => String(key.id),
    state: { rowSelection, columnVisibility },
    onRowSelectionChange: setRowSelection,
    getCoreRowModel: getCoreRowModel(),
  });

  const selected = rows.filter((key) => rowSelection[key.id]);
  return (
    <>
      {selected.length > 0 && (
        <KeySelectionBar
          ids={selected.map((key) => key.id)}
          onDelete={() => setToDelete(selected)}
          onClear={() => setRowSelection({})}
        />
      )}
      <div className="min-h-72 flex-1 basis-0">
        <VirtualTable
          table={table}
          label={t('table')}
          rowHeightPx={52}
          onRangeChange={onRangeChange}
          footer={<MoreKeys {...more} />}
        />
      </div>
      <EditKeyDialog apiKey={edited} onClose={() => setEdited(undefined)} />
      <DeleteKeysDialog keys={toDelete} onClose={() => setToDelete([])} />
    </>
  );
}
