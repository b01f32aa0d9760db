import type { ColumnDef, ColumnMeta } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** A column of a list. `Sort` are the names by which the gateway sorts it. */
export interface ListColumn<Item, Sort extends string = never> extends Omit<
  ColumnMeta<Item, unknown>,
  'title' | 'sortedAs'
> {
  sortedAs?: Sort;
  /** Whether it cannot be hidden. */
  isFixed?: boolean;
  /** What stands in a row. `isShown` tells whether there is a column of its own for something. */
  cell: (item: Item, isShown: (column: string) => boolean) => ReactNode;
}

/** The columns of a list in their order. `titleOf` names one in its heading and in the menu of columns. */
export function listColumns<Item, Id extends string>(
  columns: Readonly<Record<Id, ListColumn<Item, string>>>,
  titleOf: (id: Id) => string,
): ColumnDef<Item>[] {
  const entries = Object.entries(columns) as [Id, ListColumn<Item, string>][];
  return entries.map(([id, { cell, isFixed, ...meta }]) => {
    const title = titleOf(id);
    return {
      id,
      header: title,
      cell: ({ row, table }) =>
        cell(row.original, (column) => table.getColumn(column)?.getIsVisible() ?? false),
      meta: { ...meta, ...(!isFixed && { title }) },
    };
  });
}

/** The last column, as wide as one button: what can be done with a row. Only screen readers are told its `title`. */
export function actionColumn<Item>(title: string, action: (item: Item) => ReactNode): ColumnDef<Item> {
  return {
    id: 'actions',
    header: () => <span className="sr-only">{title}</span>,
    cell: ({ row }) => action(row.original),
    meta: { width: '2.25rem' },
  };
}
