import { OptionalQueryInt } from '../fields/optional-fields.js';

/** app: what the process tells · debug: all of it, while `LOG_LEVEL` is DEBUG · transactions: a line per client request. */
export const LOG_FILES = ['app', 'debug', 'transactions'] as const;
export type LogFileName = (typeof LOG_FILES)[number];

/** Query of `GET /api/logs/files/:name` and `GET /api/status/logs`. */
export class LogLinesQuery {
  /** 100 unless given. */
  @OptionalQueryInt(1, 5_000)
  limit?: number;
}

/** Answer of `GET /api/logs/files/:name`. */
export interface LogLinesDto {
  /** Of JSON, the oldest first. */
  lines: string[];
}
