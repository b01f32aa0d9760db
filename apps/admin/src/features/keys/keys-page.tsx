import type { KeyDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu } from '../../components/data-table/columns/column-menu';
import { DataTable } from '../../components/data-table/data-table';
import { justOne, type Selected } from '../../components/data-table/selection/selected';
import { useColumnChoice } from '../../components/data-table/columns/use-column-choice';
import { Button } from '../../components/ui/button';
import { useUrlFilters } from '../../lib/use-url-filters';
import { PageHeader } from '../../layout/page-header';
import { DeleteKeysDialog } from './dialogs/delete-keys-dialog';
import { KeySheet } from './detail/key-sheet';
import { useOpenedKey } from './detail/use-opened-key';
import { EditKeyDialog } from './dialogs/edit-key-dialog';
import { EditKeysDialog } from './dialogs/edit-keys-dialog';
import { ImportKeysDialog } from './dialogs/import-keys-dialog';
import { GroupsDialog } from './groups/groups-dialog';
import { KeyCard } from './key-card';
import { keyColumns } from './key-columns';
import { KEY_FILTERS, KEY_SORTING } from './key-filters';
import { keyQueries } from './key-queries';
import { KeySelectionActions } from './key-selection-actions';
import { KeyToolbar } from './key-toolbar';
import { NoKeys } from './no-keys';

const REFRESH_MS = 3_000;

export function KeysPage() {
  const { t } = useTranslation('keys');
  const url = useUrlFilters(KEY_FILTERS);
  const sorting = useUrlFilters(KEY_SORTING);
  const query = useMemo(() => ({ ...url.filters, ...sorting.filters }), [url.filters, sorting.filters]);
  const firstPage = useQuery(keyQueries.firstPage(query)).data;
  const [isImporting, setIsImporting] = useState(false);
  const [edited, setEdited] = useState<KeyDto>();
  const [editedTogether, setEditedTogether] = useState<Selected<KeyDto>>();
  const [toDelete, setToDelete] = useState<Selected<KeyDto>>();

  const [isGrouping, setIsGrouping] = useState(false);
  const { open } = useOpenedKey();

  const commands = useMemo(
    () => ({
      onOpen: (key: KeyDto) => open(key.id),
      onEdit: setEdited,
      onDelete: (key: KeyDto) => setToDelete(justOne(key)),
    }),
    [open],
  );
  const columns = useMemo(() => keyColumns(t, commands), [t, commands]);
  const choice = useColumnChoice('keys', columns);
  const { sort, order = 'desc' } = sorting.filters;
  const openImport = (): void => setIsImporting(true);
  return (
    <>
      <PageHeader title={t('title')}>
        <span className="flex gap-2">
          <Button onClick={() => setIsGrouping(true)}>
            <Tags aria-hidden />
            {t('groups.title')}
          </Button>
          <Button variant="primary" onClick={openImport}>
            <Plus aria-hidden />
            {t('add')}
          </Button>
        </span>
      </PageHeader>
      <KeyToolbar url={url} totals={firstPage?.totals}>
        <span className="ms-auto flex gap-2 max-md:hidden">
          <ColumnMenu columns={columns} choice={choice} />
        </span>
      </KeyToolbar>
      <DataTable<KeyDto>
        key={JSON.stringify(query)}
        label={t('table')}
        source={keyQueries.list(query)}
        refreshMs={REFRESH_MS}
        columns={columns}
        choice={choice}
        sort={sort && { by: sort, order }}
        onSort={(next) => sorting.change({ sort: next?.by as typeof sort, order: next?.order })}
        card={(key) => <KeyCard apiKey={key} {...commands} />}
        nameOf={(key) => key.maskedSecret}
        onOpen={commands.onOpen}
        matchingCount={firstPage?.matching?.[url.filters.state ?? 'total']}
        actions={(selected) => (
          <KeySelectionActions
            selected={selected}
            filters={url.filters}
            onEdit={() => setEditedTogether(selected)}
            onDelete={() => setToDelete(selected)}
          />
        )}
        empty={<NoKeys totals={firstPage?.totals} onAdd={openImport} onClear={url.clear} />}
      />
      <ImportKeysDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
      <GroupsDialog isOpen={isGrouping} onClose={() => setIsGrouping(false)} />
      <KeySheet onEdit={setEdited} />
      <EditKeyDialog apiKey={edited} onClose={() => setEdited(undefined)} />
      <EditKeysDialog
        selected={editedTogether}
        filters={url.filters}
        onClose={() => setEditedTogether(undefined)}
      />
      <DeleteKeysDialog selected={toDelete} filters={url.filters} onClose={() => setToDelete(undefined)} />
    </>
  );
}
