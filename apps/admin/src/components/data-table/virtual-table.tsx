import type { Row, Table } from '@tanstack/react-table';
import { flexRender } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { cn } from '../../lib/cn';

interface VirtualTableProps<Item> {
  table: Table<Item>;
  /** The name of the table for screen readers. */
  label: string;
  rowHeightPx: number;
  /** Called with the first and last row on the screen, from 0. Must keep its identity. */
  onRangeChange: (first: number, last: number) => void;
  /** Stands below the last row, such as the state of loading more. */
  footer?: ReactNode;
}

/** A table that draws only the rows on the screen, so that its length costs nothing. Takes the height it is given. */
export function VirtualTable<Item>({
  table,
  label,
  rowHeightPx,
  onRangeChange,
  footer,
}: VirtualTableProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => rows[index]!.id,
    overscan: 8,
  });

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onRangeChange(startIndex, endIndex), [onRangeChange, startIndex, endIndex]);

  const tracks = table.getVisibleLeafColumns().map((column) => column.columnDef.meta?.width ?? '1fr');
  const grid: CSSProperties = { gridTemplateColumns: tracks.join(' ') };

  return (
    <div ref={scroller} tabIndex={-1} className="relative h-full overflow-auto rounded-lg border bg-surface">
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className="min-w-fit">
        <div role="rowgroup" className="sticky top-0 z-10 border-b bg-surface">
          <div
            role="row"
            aria-rowindex={1}
            className="grid h-9 items-center gap-3 px-3 sm:gap-4 text-xs font-medium text-soft"
            style={grid}
          >
            {table.getFlatHeaders().map((header) => (
              <div
                key={header.id}
                role="columnheader"
                className={cn(header.column.columnDef.meta?.isNumeric && 'text-end')}
              >
                {flexRender(header.column.columnDef.header, header.getContext())}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <TableRow
              key={item.key}
              row={rows[item.index]!}
              index={item.index}
              top={item.start}
              height={item.size}
              grid={grid}
            />
          ))}
        </div>
      </div>
      {footer}
    </div>
  );
}

interface TableRowProps<Item> {
  row: Row<Item>;
  /** From 0, without the header. */
  index: number;
  top: number;
  height: number;
  grid: CSSProperties;
}

function TableRow<Item>({ row, index, top, height, grid }: TableRowProps<Item>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-selected={row.getIsSelected() || undefined}
      className="absolute inset-x-0 grid items-center gap-3 border-b px-3 sm:gap-4 hover:bg-hover data-selected:bg-accent-tint"
      style={{ ...grid, height, transform: `translateY(${top}px)` }}
    >
      {row.getVisibleCells().map((cell) => (
        <div
          key={cell.id}
          role="cell"
          className={cn('min-w-0', cell.column.columnDef.meta?.isNumeric && 'text-end')}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
}
