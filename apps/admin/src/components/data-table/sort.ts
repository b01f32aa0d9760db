/** How a list is sorted, by the gateway's name of a column; the gateway's own order where absent. */
export interface Sort {
  by: string;
  order: 'asc' | 'desc';
}

/** What a click on a column's heading leads to: most first, then least first, then the list's own order. */
export function nextSort(present: Sort | undefined, column: string): Sort | undefined {
  if (present?.by !== column) return { by: column, order: 'desc' };
  return present.order === 'desc' ? { by: column, order: 'asc' } : undefined;
}
