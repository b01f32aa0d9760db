/** A column of a log that lists are filtered by, and the index that then leads through the list in its order. */
export interface Filter {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /** Absent where no index helps. */
  readonly index?: string;
}

/** The tables of the two logs. */
export type LogTable = 'request_logs' | 'attempt_logs';

/** What a list is made of: rows of a table that all of the filters let through. */
export interface Selection {
  readonly table: LogTable;
  /** The one that lets fewest through first: its index is used. */
  readonly filters: readonly Filter[];
}
