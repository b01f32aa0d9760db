import type { ReactNode } from 'react';
import { cn } from '../lib/cn';

export interface FigureColumn<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Of every cell; figures stand at the end unless it says otherwise. */
  className?: string;
}

interface FigureTableProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string | number;
  /** What each row is about, in its first cell. */
  head: Omit<FigureColumn<Row>, 'id'>;
  columns: readonly FigureColumn<Row>[];
  /** Whether it scrolls in a box of its own, under its header. */
  isBoxed?: boolean;
}

/** A short table of figures, complete as it comes. A long list is a `DataTable`. */
export function FigureTable<Row>({ rows, keyOf, head, columns, isBoxed = false }: FigureTableProps<Row>) {
  const cell = isBoxed ? 'px-3 py-1.5' : 'py-1.5';
  const figure = cn(cell, !isBoxed && 'ps-3', 'text-end');
  return (
    <table className="w-full">
      <thead className={cn('border-b text-xs text-soft', isBoxed && 'sticky top-0 bg-raised')}>
        <tr>
          <th scope="col" className={cn(cell, 'text-start font-medium', head.className)}>
            {head.header}
          </th>
          {columns.map(({ id, header, className }) => (
            <th key={id} scope="col" className={cn(figure, 'font-medium', className)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)}>
            <th scope="row" className={cn(cell, 'text-start font-normal', head.className)}>
              {head.cell(row)}
            </th>
            {columns.map(({ id, cell: content, className }) => (
              <td key={id} className={cn(figure, className)}>
                {content(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
