/** The rows that an action is for. */
export interface Selected<Item> {
  /** Those that are loaded; of all that match, some. */
  items: Item[];
  /** Whether all rows that match are meant, loaded or not. */
  isAllMatching: boolean;
  count: number;
  clear: () => void;
}

/** A row that an action is for without being selected. */
export function justOne<Item>(item: Item): Selected<Item> {
  return { items: [item], isAllMatching: false, count: 1, clear: () => {} };
}

/** The selected rows as the gateway is told of them: by their ids, or by the filters that they match. */
export function toChoice<Filters>(
  { items, isAllMatching }: Pick<Selected<{ id: number }>, 'items' | 'isAllMatching'>,
  filters: Filters,
): { ids: number[] } | { filter: Filters } {
  return isAllMatching ? { filter: filters } : { ids: items.map(({ id }) => id) };
}
