import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/query-view/query-view';
import { Button } from '../../components/ui/button';
import { Skeleton } from '../../components/ui/skeleton';
import { PageHeader } from '../../layout/page-header';
import { ImportKeysDialog } from './dialogs/import-keys-dialog';
import { useKeyFilters } from './key-filters';
import { keyQueries } from './key-queries';
import { KeyToolbar } from './key-toolbar';
import { KeysTable } from './keys-table';
import { NoKeys } from './no-keys';

export function KeysPage() {
  const { t } = useTranslation('keys');
  const { filters, change } = useKeyFilters();
  const [isImporting, setIsImporting] = useState(false);
  const firstPage = useQuery(keyQueries.page(filters, 0));
  const openImport = (): void => setIsImporting(true);
  return (
    <>
      <PageHeader title={t('title')}>
        <Button variant="primary" onClick={openImport}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </PageHeader>
      <KeyToolbar filters={filters} totals={firstPage.data?.totals} onChange={change} />
      <QueryView
        query={firstPage}
        skeleton={<KeysSkeleton />}
        isEmpty={(page) => page.items.length === 0}
        empty={
          <NoKeys totals={firstPage.data?.totals} onAdd={openImport} onClear={() => change(NO_FILTERS)} />
        }
      >
        {() => <KeysTable key={JSON.stringify(filters)} filters={filters} />}
      </QueryView>
      <ImportKeysDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </>
  );
}

const NO_FILTERS = { state: undefined, kind: undefined, search: undefined };

function KeysSkeleton() {
  return (
    <div className="space-y-2 rounded-lg border bg-surface p-3">
      {Array.from({ length: 10 }, (_, row) => (
        <Skeleton key={row} className="h-9" />
      ))}
    </div>
  );
}
