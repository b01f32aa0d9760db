import type { StoredKindName } from '@gemini-balance/shared';
import type { DataSource } from 'typeorm';
import { KeepsThings, type StoredAmount, type StoredKind, type StoredRetention } from './stored-kind';

/** To count more would keep others waiting for the database. */
const MOST_COUNTED = 1_000_000;

/** Where rows are and how their age is found. */
export interface RowPlace {
  readonly table: string;
  /** The column of UTC milliseconds that tells how old a row is. */
  readonly time: string;
  /** The column that an index begins with by which the oldest row is found at once; `time` itself where it has one. */
  readonly oldestBy: string;
}

/** Rows of a table. */
@KeepsThings()
export class StoredRows implements StoredKind {
  constructor(
    readonly name: StoredKindName,
    private readonly dataSource: DataSource,
    private readonly place: RowPlace,
    readonly retention: () => StoredRetention,
  ) {}

  async measure(): Promise<StoredAmount> {
    const { table, time, oldestBy } = this.place;
    const counted: { count: number | string }[] = await this.dataSource.query(
      `SELECT COUNT(*) AS count FROM (SELECT ${oldestBy} FROM ${table} LIMIT ${MOST_COUNTED + 1}) AS counted`,
    );
    const oldest: { atMs: number | string }[] = await this.dataSource.query(
      `SELECT ${time} AS atMs FROM ${table} ORDER BY ${oldestBy} LIMIT 1`,
    );
    const count = Number(counted[0]?.count ?? 0);
    return {
      count: Math.min(count, MOST_COUNTED),
      isMore: count > MOST_COUNTED,
      ...(oldest[0] !== undefined && { oldestAtMs: Number(oldest[0].atMs) }),
    };
  }
}
