import type { DataSource } from 'typeorm';

const HOUR_MS = 3_600_000;

/** How often a key failed with a status. */
export interface KeyErrors {
  readonly keyId: number;
  /** 0 where the network failed. */
  readonly status: number;
  readonly errors: number | string;
}

/** Reads which keys failed in the last 24 hours, and the part of an hour before them. */
export class AttentionReader {
  constructor(private readonly dataSource: DataSource) {}

  rows(nowMs: number, status: number | undefined): Promise<KeyErrors[]> {
    const fromMs = nowMs - (nowMs % HOUR_MS) - 24 * HOUR_MS;
    return this.dataSource.query(
      `SELECT keyId, status, SUM(errors) AS errors FROM key_errors
       WHERE minuteMs >= ? ${status === undefined ? '' : 'AND status = ?'} GROUP BY keyId, status`,
      status === undefined ? [fromMs] : [fromMs, status],
    );
  }
}
