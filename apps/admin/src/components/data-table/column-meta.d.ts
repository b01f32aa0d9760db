import '@tanstack/react-table';

declare module '@tanstack/react-table' {
  // The names of the type parameters must be those of the declaration that is extended.
  interface ColumnMeta<TData extends RowData, TValue> {
    /** The column's track in CSS grid terms, such as `4rem` or `minmax(8rem, 1fr)`. */
    width: string;
    /** Numbers stand at the end of their column. */
    isNumeric?: boolean;
  }
}
