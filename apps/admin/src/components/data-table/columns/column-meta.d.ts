import '@tanstack/react-table';

declare module '@tanstack/react-table' {
  // The names of the type parameters must be those of the declaration that is extended.
  interface ColumnMeta<TData extends RowData, TValue> {
    /** The column's track in CSS grid terms, such as `4rem` or `minmax(8rem, 1fr)`. */
    width: string;
    /** Numbers stand at the end of their column. */
    isNumeric?: boolean;
    /** The name by which the gateway sorts by this column; absent where it cannot. */
    sortedAs?: string;
    /** What the menu of columns calls it; a column without a title cannot be hidden. */
    title?: string;
    /** From which width of the screen on it is shown, in rem, unless the administrator chose; always where absent. */
    fromRem?: number;
  }
}
