import { Fragment, type ReactNode, useId } from 'react';
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
  /** What is said below a row, in its full width; undefined for nothing. */
  note?: (row: Row) => ReactNode;
  /** Whether it scrolls in a box of its own, under its header. */
  isBoxed?: boolean;
}

/** A short table of figures, complete as it comes. A long list is a `DataTable`. */
export function FigureTable<Row>({
  rows,
  keyOf,
  head,
  columns,
  note: noteOf,
  isBoxed = false,
}: FigureTableProps<Row>) {
  const tableId = useId();
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
        {rows.map((row, index) => {
          const headId = `${tableId}-${index}`;
          const note = noteOf?.(row);
          return (
            <Fragment key={keyOf(row, index)}>
              <tr className={note === undefined ? undefined : 'border-b-0'}>
                <th id={headId} scope="row" className={cn(cell, 'text-start font-normal', head.className)}>
                  {head.cell(row)}
                </th>
                {columns.map(({ id, cell: content, className }) => (
                  <td key={id} className={cn(figure, className)}>
                    {content(row)}
                  </td>
                ))}
              </tr>
              {note !== undefined && (
                <tr>
                  <td headers={headId} colSpan={columns.length + 1} className={cn(cell, 'pt-0')}>
                    {note}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
