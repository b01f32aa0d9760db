import { createRow, flexRender, type Table } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { cn } from '../../../lib/cn';
import { nextSort, type Sort } from '../sort';
import { VirtualRows, type RowListProps } from './virtual-rows';

interface VirtualTableProps<Item> extends RowListProps<Item> {
  table: Table<Item>;
  /** The name of the table for screen readers. */
  label: string;
  rowHeightPx: number;
  sort?: Sort;
  onSort?: (sort: Sort | undefined) => void;
  /** The box that selects an item, and the one that selects all that are loaded. */
  checkbox?: { of: (item: Item) => ReactNode; ofAll: ReactNode };
  footer?: ReactNode;
}

/** Rows in columns under headings that sort. The table tells of columns only: rows are made as they are drawn. */
export function VirtualTable<Item>({
  table,
  label,
  sort,
  onSort,
  checkbox,
  ...list
}: VirtualTableProps<Item>) {
  const tracks = table.getVisibleLeafColumns().map((column) => column.columnDef.meta?.width ?? '1fr');
  const grid: CSSProperties = {
    gridTemplateColumns: [...(checkbox ? ['1.25rem'] : []), ...tracks].join(' '),
  };
  return (
    <VirtualRows
      {...list}
      role="row"
      rowClassName="grid items-center gap-3 px-3 sm:gap-4"
      rowStyle={grid}
      frame={(drawn, height) => (
        <div role="table" aria-label={label} aria-rowcount={list.items.length + 1} className="min-w-fit">
          <div role="rowgroup" className="sticky top-0 z-10 border-b bg-surface">
            <div
              role="row"
              aria-rowindex={1}
              className="grid h-9 items-center gap-3 px-3 text-xs font-medium text-soft sm:gap-4"
              style={grid}
            >
              {checkbox && <div role="columnheader">{checkbox.ofAll}</div>}
              {table.getFlatHeaders().map((header) => {
                const { isNumeric, sortedAs } = header.column.columnDef.meta ?? {};
                const content = flexRender(header.column.columnDef.header, header.getContext());
                const order = sort && sort.by === sortedAs ? sort.order : undefined;
                return (
                  <div
                    key={header.id}
                    role="columnheader"
                    aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
                    className={cn('min-w-0', isNumeric && 'text-end')}
                  >
                    {sortedAs !== undefined && onSort ? (
                      <SortButton order={order} onClick={() => onSort(nextSort(sort, sortedAs))}>
                        {content}
                      </SortButton>
                    ) : (
                      content
                    )}
                  </div>
                );
              })}
            </div>
          </div>
          <div role="rowgroup" className="relative" style={{ height }}>
            {drawn}
          </div>
        </div>
      )}
      row={(item) => (
        <>
          {checkbox && <div role="cell">{checkbox.of(item)}</div>}
          {createRow(table, String(list.idOf(item)), item, 0, 0)
            .getVisibleCells()
            .map((cell) => (
              <div
                key={cell.id}
                role="cell"
                className={cn('min-w-0', cell.column.columnDef.meta?.isNumeric && 'text-end')}
              >
                {flexRender(cell.column.columnDef.cell, cell.getContext())}
              </div>
            ))}
        </>
      )}
    />
  );
}

interface SortButtonProps {
  order: Sort['order'] | undefined;
  onClick: () => void;
  children: ReactNode;
}

function SortButton({ order, onClick, children }: SortButtonProps) {
  const Arrow = order === 'asc' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={onClick}
      className={cn(
        'inline-flex max-w-full items-center gap-0.5 rounded hover:text-ink',
        order && 'text-ink',
      )}
    >
      <span className="truncate">{children}</span>
      {order && <Arrow className="size-3.5 shrink-0" aria-hidden />}
    </button>
  );
}
