import type { ColumnDef } from '@tanstack/react-table';
import { ScrollText, Trash2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu } from '../../components/data-table/columns/column-menu';
import { DataTable } from '../../components/data-table/data-table';
import { useColumnChoice } from '../../components/data-table/columns/use-column-choice';
import { NoMatch } from '../../components/query-view/no-match';
import { Notice } from '../../components/query-view/notice';
import { Button } from '../../components/ui/button';
import type { UrlFilters } from '../../lib/use-url-filters';
import { DeleteLogsDialog } from './delete-logs-dialog';
import type { DeletedRows } from './log-mutations';
import { logQueries } from './log-queries';
import {
  narrowing,
  toLogQuery,
  withoutNarrowing,
  type LOG_FILTERS,
  type LogFilters,
  type LogName,
} from './narrowing/log-filters';
import { LogToolbar } from './narrowing/log-toolbar';
import { useFilterWords } from './narrowing/use-filter-words';
import { useOpenedRequest } from './use-opened-request';

interface LogListProps<Row> {
  log: LogName;
  state: UrlFilters<typeof LOG_FILTERS>;
  /** Must keep their identity. */
  columns: ColumnDef<Row>[];
  /** A row on a narrow screen. */
  card: (row: Row) => ReactNode;
}

/** A log in pages, newest first: narrowed, opened, deleted. */
export function LogList<Row extends { id: number; requestId: string }>({
  log,
  state,
  columns,
  card,
}: LogListProps<Row>) {
  const { t } = useTranslation(['logs', 'controls']);
  const choice = useColumnChoice(log, columns);
  const [rows, setRows] = useState<DeletedRows>();
  const [onDeleted, setOnDeleted] = useState<() => void>();
  const { open } = useOpenedRequest();
  const filterText = JSON.stringify(state.filters);
  const params = useMemo(
    () => toLogQuery(JSON.parse(filterText) as LogFilters, log, Date.now()),
    [filterText, log],
  );
  const source = useMemo(() => ({ key: logQueries.all(), path: `/logs/${log}`, params }), [log, params]);
  const isNarrowed = narrowing(state.filters, log).length > 0;
  const filterWords = useFilterWords(log, state.filters);
  return (
    <>
      <LogToolbar log={log} state={state} />
      <div className="mb-3 flex justify-end gap-2">
        <span className="max-md:hidden">
          <ColumnMenu columns={columns} choice={choice} />
        </span>
        <Button onClick={() => setRows(isNarrowed ? { filter: params } : { all: true })}>
          <Trash2 aria-hidden />
          {t(isNarrowed ? 'delete.openMatching' : 'delete.openAll')}
        </Button>
      </div>
      <DataTable<Row>
        key={filterText}
        label={t(`tab.${log}`)}
        source={source}
        refreshMs={5_000}
        columns={columns}
        choice={choice}
        rowHeightPx={44}
        card={card}
        nameOf={(row) => row.requestId}
        onOpen={(row) => open(row.requestId)}
        actions={({ items, clear }) => (
          <Button
            size="small"
            onClick={() => {
              setRows({ ids: items.map(({ id }) => id) });
              setOnDeleted(() => clear);
            }}
          >
            <Trash2 aria-hidden />
            {t('controls:action.delete')}
          </Button>
        )}
        empty={
          isNarrowed ? (
            <NoMatch onClear={() => state.change(withoutNarrowing())} />
          ) : (
            <Notice
              icon={<ScrollText className="text-soft" aria-hidden />}
              title={t(`empty.${log}`)}
              text={t('emptyText')}
            />
          )
        }
      />
      <DeleteLogsDialog
        log={log}
        rows={rows}
        filterWords={filterWords}
        onClose={() => setRows(undefined)}
        onDeleted={onDeleted}
      />
    </>
  );
}
