import { getCoreRowModel, useReactTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../../lib/use-media-query';
import { QueryView } from '../query-view/query-view';
import { Checkbox } from '../ui/checkbox';
import { MoreRows } from './rows/more-rows';
import type { PageSource } from './paging/page-query';
import type { Selected } from './selection/selected';
import { SelectionBar } from './selection/selection-bar';
import type { Sort } from './sort';
import { TableSkeleton } from './rows/table-skeleton';
import type { ColumnChoice } from './columns/use-column-choice';
import { usePagedRows, type RowId } from './paging/use-paged-rows';
import { useSelection } from './selection/use-selection';
import { VirtualCards } from './rows/virtual-cards';
import { VirtualTable } from './rows/virtual-table';

interface DataTableProps<Item> {
  /** The name of the list for screen readers. */
  label: string;
  source: PageSource;
  /** How often what is on the screen is loaded again, while the tab is visible. */
  refreshMs?: number;
  /** Must keep their identity. */
  columns: ColumnDef<Item>[];
  choice: ColumnChoice;
  rowHeightPx?: number;
  sort?: Sort;
  onSort?: (sort: Sort | undefined) => void;
  /** An item on a narrow screen. */
  card: (item: Item) => ReactNode;
  /** How a screen reader is told what a box selects. */
  nameOf: (item: Item) => string;
  /** Stands for a list without rows, with the next step. */
  empty: ReactNode;
  onOpen?: (item: Item) => void;
  /** What can be done with selected rows; without it none can be selected. */
  actions?: (selected: Selected<Item>) => ReactNode;
  /** How many rows match, loaded or not. Given, all of them can be selected at once. */
  matchingCount?: number;
}

const NO_ROWS: never[] = [];

/** A list of the gateway that may be long: filtered, sorted and paged there; drawn, selected and walked through here. Other filters need a new one: give it a `key`. */
export function DataTable<Item extends { id: RowId }>({
  label,
  columns,
  choice,
  actions,
  matchingCount,
  nameOf,
  rowHeightPx = 52,
  ...props
}: DataTableProps<Item>) {
  const { t } = useTranslation();
  const { rows, firstPage, onRangeChange, ...more } = usePagedRows<Item>(
    props.source,
    props.refreshMs ?? false,
  );
  const selection = useSelection(useMemo(() => rows.map((row) => row.id), [rows]));
  const isNarrow = !useMediaQuery('(min-width: 48rem)');
  const isSelectable = actions !== undefined;
  const table = useReactTable<Item>({
    data: NO_ROWS,
    columns,
    state: { columnVisibility: choice.visibility },
    getCoreRowModel: getCoreRowModel(),
  });

  const items = selection.isEmpty ? NO_ROWS : rows.filter((row) => selection.has(row.id));
  const count = selection.isAllMatching ? (matchingCount ?? items.length) : items.length;
  const isMoreMatching = !selection.isAllMatching && matchingCount !== undefined && matchingCount > count;
  const toggle = (item: Item): void => selection.toggle(item.id, !selection.has(item.id));
  const checkboxOf = (item: Item): ReactNode => (
    <Checkbox
      label={t('selection.one', { name: nameOf(item) })}
      checked={selection.has(item.id)}
      onChange={() => toggle(item)}
    />
  );
  const checkboxOfAll = (
    <Checkbox
      label={t('selection.all')}
      checked={items.length === rows.length || (items.length > 0 && 'indeterminate')}
      onChange={selection.toggleLoaded}
    />
  );
  const list = {
    label,
    items: rows,
    rowHeightPx,
    idOf: (item: Item) => item.id,
    isSelected: (item: Item) => isSelectable && selection.has(item.id),
    onToggle: isSelectable ? toggle : undefined,
    onOpen: props.onOpen,
    onRangeChange,
    footer: <MoreRows {...more} />,
  };
  return (
    <QueryView
      query={firstPage}
      skeleton={<TableSkeleton />}
      isEmpty={(page) => page.items.length === 0}
      empty={props.empty}
    >
      {() => (
        <>
          <div className="min-h-80 flex-1 basis-0">
            {isNarrow ? (
              <VirtualCards {...list} card={props.card} checkbox={isSelectable ? checkboxOf : undefined} />
            ) : (
              <VirtualTable
                {...list}
                table={table}
                sort={props.sort}
                onSort={props.onSort}
                checkbox={isSelectable ? { of: checkboxOf, ofAll: checkboxOfAll } : undefined}
              />
            )}
          </div>
          {isSelectable && !selection.isEmpty && (
            <SelectionBar
              count={count}
              matching={
                isMoreMatching ? { count: matchingCount, onSelect: selection.selectAllMatching } : undefined
              }
              onClear={selection.clear}
            >
              {actions({ items, isAllMatching: selection.isAllMatching, count, clear: selection.clear })}
            </SelectionBar>
          )}
        </>
      )}
    </QueryView>
  );
}
