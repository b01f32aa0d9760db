/** The rows with one in the place of another. */
export function withRow<Row>(rows: readonly Row[], index: number, row: Row): Row[] {
  return rows.map((present, at) => (at === index ? row : present));
}

/** The rows with `added` in the place of the one at `index`. */
export function withRowsAt<Row>(rows: readonly Row[], index: number, added: readonly Row[]): Row[] {
  return [...rows.slice(0, index), ...added, ...rows.slice(index + 1)];
}

export function withoutRow<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, at) => at !== index);
}

/** The rows with the one at `from` moved to `to`; the same rows when there is no such place. */
export function withRowMoved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  if (to < 0 || to >= rows.length) return rows;
  return withoutRow(rows, from).toSpliced(to, 0, rows[from]!);
}
