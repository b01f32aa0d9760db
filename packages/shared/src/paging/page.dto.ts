/** One page of a list in keyset order. */
export interface Page<Item> {
  items: Item[];
  /** Opaque; hand it back as `cursor` for the next page. Absent on the last page. */
  nextCursor?: string;
}
