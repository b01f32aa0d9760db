import type { KeyTotalsDto } from '../keys/key-totals.dto.js';

/** Client requests in a window, by how they ended. */
export interface CallWindowDto {
  total: number;
  success: number;
  failure: number;
}

/** Answer of `GET /api/overview`. */
export interface OverviewDto {
  keys: KeyTotalsDto;
  calls: {
    minute: CallWindowDto;
    hour: CallWindowDto;
    day: CallWindowDto;
    /** The calendar month in `TIMEZONE`. */
    month: CallWindowDto;
  };
  gateway: {
    version: string;
    uptimeMs: number;
    inFlight: number;
    /** What keys, logs and settings are stored in. */
    database: 'sqlite' | 'mysql';
    /** Log rows that wait to be written. */
    waitingLogRows: number;
    /** Log rows that were dropped because the queue was full, since the start. */
    droppedLogRows: number;
  };
}
