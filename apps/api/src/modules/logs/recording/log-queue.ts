import type { RowValue } from '../../../database/writing/row-writer';

type Row = readonly RowValue[];

/** Rows of one table that wait to be written. When it is full, new rows are dropped and counted: old ones tell how the trouble began. */
export class LogQueue {
  #rows: Row[] = [];
  #dropped = 0;

  constructor(
    readonly table: string,
    readonly columns: readonly string[],
    private readonly maxRows: number,
  ) {}

  get size(): number {
    return this.#rows.length;
  }

  /** Rows dropped since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** `toRow` is not asked for a row that is dropped: who is late has no time for it. */
  push(toRow: () => Row): void {
    if (this.#rows.length < this.maxRows) this.#rows.push(toRow());
    else this.#dropped += 1;
  }

  /** Takes up to `count` of the oldest rows out. */
  take(count: number): readonly Row[] {
    return this.#rows.splice(0, count);
  }

  /** Puts rows back to where they were taken from, as far as there is room. */
  putBack(rows: readonly Row[]): void {
    const kept = rows.slice(0, Math.max(0, this.maxRows - this.#rows.length));
    this.#rows.unshift(...kept);
    this.#dropped += rows.length - kept.length;
  }

  /** Counts rows that were taken out and cannot be written. */
  giveUp(rows: readonly Row[]): void {
    this.#dropped += rows.length;
  }
}
